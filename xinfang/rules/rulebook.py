"""Which rules govern a petition: the instrument in force when it was received, with the police layer on top."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ..core.errors import BadInput
from ..core.terms import Kind
from .law import NOTHING_SET, OwnRules
from .limit import Limit
from .limit_tables import SOURCE_CLASSES, read_limit

BOOKS = ("tiaoli-2005", "tiaoli-2022")
LAYERS = ("police-79", "police-2023")
"""Folders under rules/book/. A layer lies on top of one book, for one kind of office."""
NO_LIMITS = ("instrument.toml", "articles.toml")
HEAD_KEYS = {"name", "title", "since", "source", "on_top_of", "kind", "note"}


class Instrument(NamedTuple):
    """A law or regulation: in force for petitions received from `since` on."""

    name: str
    title: str
    since: date
    source: str
    limits: tuple[Limit, ...]
    on_top_of: str = ""
    kind: str = ""
    note: str = ""


class Rulebook:
    """The limits that govern a petition, and the instruments they come from. One object for each combination."""

    def __init__(self, instruments: tuple[Instrument, ...], limits: tuple[Limit, ...]) -> None:
        self.instruments = instruments
        self.limits = limits

    @cached_property
    def movers(self) -> frozenset[str]:
        """The events that start, lengthen or suspend any limit."""
        names: set[str] = set()
        for limit in self.limits:
            names.update(limit.starts)
        return self.lengtheners | names

    @cached_property
    def lengtheners(self) -> frozenset[str]:
        """The events that lengthen or suspend any limit."""
        names: set[str] = set()
        for limit in self.limits:
            if limit.extension:
                names.add(limit.extension.by)
            if limit.exclusion:
                names.update((limit.exclusion.begins, limit.exclusion.ends))
        return frozenset(names)


@lru_cache(4096)
def governing(kind: Kind, received_on: date, own: OwnRules = NOTHING_SET) -> Rulebook | None:
    """The rulebook for a petition received on that day by that kind of office.

    None before 2005-05-01: the regulation of that time is not in the tool, and nothing is guessed.
    """
    base = next((name for name in reversed(BOOKS) if load(name).since <= received_on), None)
    if base is None:
        return None
    layer = next(
        (
            name
            for name in reversed(LAYERS)
            if (book := load(name)).on_top_of == base and book.kind == kind.value and book.since <= received_on
        ),
        None,
    )
    return _combined(base, layer)


@cache
def _combined(base: str, layer: str | None) -> Rulebook:
    instruments = (load(base),) if layer is None else (load(base), load(layer))
    by_name: dict[str, Limit] = {}
    for instrument in instruments:
        by_name.update((limit.name, limit) for limit in instrument.limits)
    return Rulebook(instruments, tuple(by_name.values()))


@cache
def load(name: str) -> Instrument:
    """The instrument shipped under rules/book/<name>/. Raises BadInput E112 naming file and key."""
    # Not importlib.resources: it costs every command several milliseconds at start.
    return read_folder(Path(__file__).with_name("book") / name)


def read_folder(folder: Path) -> Instrument:
    """An instrument from a folder of TOML files: instrument.toml and any number of files with [[limit]] tables."""
    head = _parse(folder / "instrument.toml")
    where = f"{folder.name}/instrument.toml"
    for key in ("name", "title", "since", "source"):
        if key not in head:
            raise BadInput("E112", f"{where}: 缺少“{key}”。", remedy="写明名称、标题、施行日期和来源等级")
    if type(head["since"]) is not date or head["source"] not in SOURCE_CLASSES:
        raise BadInput(
            "E112", f"{where}: since 应为日期，source 应为 {'、'.join(SOURCE_CLASSES)} 之一。", remedy="改正规则书文件"
        )
    _only(head, HEAD_KEYS, where)
    if head["name"] != folder.name:
        raise BadInput("E112", f"{where}: name 应与文件夹同名（{folder.name}）。", remedy="改正规则书文件")
    limits: list[Limit] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name in NO_LIMITS or not file.name.endswith(".toml"):
            continue
        page = _parse(file)
        _only(page, {"limit"}, f"{folder.name}/{file.name}")
        tables = page.get("limit", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise BadInput("E112", f"{folder.name}/{file.name}: limit 应写成 [[limit]]。", remedy="改正规则书文件")
        for position, table in enumerate(tables, start=1):
            place = f"{folder.name}/{file.name} limit[{position}]"
            limits.append(read_limit(table, instrument=head["title"], source=head["source"], where=place))
    names = [limit.name for limit in limits]
    for name in names:
        if names.count(name) > 1:
            raise BadInput("E112", f"{folder.name}: 期限“{name}”写了两次。", remedy="删去一处")
    return Instrument(
        name=head["name"],
        title=head["title"],
        since=head["since"],
        source=head["source"],
        limits=tuple(limits),
        on_top_of=head.get("on_top_of", ""),
        kind=head.get("kind", ""),
        note=head.get("note", ""),
    )


def _parse(file: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as fault:  # not TOML, not UTF-8; not there, not readable
        raise BadInput("E112", f"{file.parent.name}/{file.name}: {fault}。", remedy="改正规则书文件") from fault


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(table.keys() - known):
        raise BadInput("E112", f"{where}: 认不出的键: {'、'.join(unknown)}。", remedy="改正规则书文件")
