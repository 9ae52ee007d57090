"""Which rules govern a petition: the instrument in force when it was received, with the police layer on top."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.errors import BadInput
from ..core.office import DAYS, Setting
from ..core.terms import Kind
from .law import NOTHING_SET, OwnRules
from .limit import OWN, Limit
from .limit_tables import SOURCE_CLASSES, read_change, read_limit
from .pages import parsed

if TYPE_CHECKING:
    from .regional import Change, Representatives

BOOKS = ("tiaoli-2005", "tiaoli-2022")
LAYERS = ("police-79", "police-2023")
"""Folders under rules/book/. A layer lies on top of one book, for one kind of office."""
BESIDE = ("police-procedures",)
"""Procedures that run beside a petition of one kind of office; their limits are looked at where a step of them was taken."""
PROFILES = ("beijing", "henan", "shandong", "shanghai", "zhejiang")
"""Regional instruments, rules/book/local-<name>/: each lies on top of all others where the office has switched it on."""
NO_LIMITS = ("instrument.toml", "articles.toml")
HEAD_KEYS = {
    "name",
    "title",
    "since",
    "year",
    "source",
    "on_top_of",
    "kind",
    "note",
    "lapsed",
    "missed",
    "representatives",
}


class Instrument(NamedTuple):
    """A law or regulation: in force for petitions received from `since` on.

    changes: what a regional one says otherwise of limits that stand in others. year: of a regional one, of which the
    day is not known; the office switches it on, so it has no `since`. lapsed: its article by which the handling counts
    as ended where nobody went one level up in time; missed: what it says of a request that comes too late.
    representatives: how many groups may send, the smallest first.
    """

    name: str
    title: str
    since: date
    source: str
    limits: tuple[Limit, ...]
    on_top_of: str = ""
    kind: str = ""
    note: str = ""
    changes: "tuple[Change, ...]" = ()
    year: int = 0
    lapsed: str = ""
    missed: str = ""
    representatives: "tuple[Representatives, ...]" = ()


class Rulebook:
    """The limits that govern a petition, and the instruments they come from. One object for each combination.

    unused: the limits that would run if the office had set their days.
    """

    def __init__(
        self, instruments: tuple[Instrument, ...], limits: tuple[Limit, ...], unused: tuple[Limit, ...] = ()
    ) -> None:
        self.instruments = instruments
        self.limits = limits
        self.unused = unused

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
def governing(kind: Kind, received_on: date, own: OwnRules = NOTHING_SET, *, beside: bool = False) -> Rulebook | None:
    """The rulebook for a petition received on that day by that kind of office.

    beside: with the limits of the procedures in BESIDE, which hold from days of their own.
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
    profile = own.profile_on(received_on)
    others = [name for name in BESIDE if load(name).kind == kind.value] if beside else []
    names = (base, layer, f"local-{profile.value}" if profile else None, *others)
    return _combined(tuple(name for name in names if name), own.days_on(received_on))


@cache
def _combined(names: tuple[str, ...], own: tuple[Setting, ...]) -> Rulebook:
    """The instruments of these names, each on top of those before it, with the office's own days where it may set them."""
    instruments = tuple(load(name) for name in names)
    by_name: dict[str, Limit] = {}
    for instrument in instruments:
        by_name.update((limit.name, limit) for limit in instrument.limits)
        for change in instrument.changes:
            if change.limit in by_name:
                by_name[change.limit] = change.of(by_name[change.limit])
    for each in own:
        limit = by_name.get(each.name.removeprefix(DAYS))
        if limit and limit.settable:
            by_name[limit.name] = limit._replace(
                days=int(each.value), optional=False, source=OWN, instead=limit, own_since=each.since
            )
    return Rulebook(
        tuple(each for each in instruments if each.name not in BESIDE),
        tuple(limit for limit in by_name.values() if not limit.optional),
        tuple(limit for limit in by_name.values() if limit.optional),
    )


def settable(kind: Kind, on: date) -> dict[str, Limit]:
    """The limits, by name, whose days an office of that kind may set for petitions received from `on`."""
    days = [on, *(since for name in (*BOOKS, *LAYERS) if (since := load(name).since) > on)]
    books = [book for day in sorted(days) if (book := governing(kind, day, beside=True))]
    return {limit.name: limit for book in books for limit in (*book.limits, *book.unused) if limit.settable}


def every_instrument() -> tuple[Instrument, ...]:
    """All that are shipped: first those that govern by themselves, then what lies on top of or stands beside them."""
    regional = (f"local-{name}" for name in PROFILES)
    return tuple(load(name) for name in (*BOOKS, *LAYERS, *BESIDE, *regional))


@cache
def load(name: str) -> Instrument:
    """The instrument shipped under rules/book/<name>/. Raises BadInput E112 naming file and key."""
    # Not importlib.resources: it costs every command several milliseconds at start.
    return read_folder(Path(__file__).with_name("book") / name)


def read_folder(folder: Path) -> Instrument:
    """An instrument from a folder of TOML files: instrument.toml and any number of files with [[limit]] tables."""
    head = _parse(folder / "instrument.toml")
    where = f"{folder.name}/instrument.toml"
    since = "year" if "year" in head else "since"
    for key in ("name", "title", since, "source"):
        if key not in head:
            raise BadInput("E112", f"{where}: 缺少“{key}”。", remedy="写明名称、标题、施行日期和来源等级")
    kind, kind_word = (int, "年份") if since == "year" else (date, "日期")
    if type(head[since]) is not kind or head["source"] not in SOURCE_CLASSES:
        classes = "、".join(SOURCE_CLASSES)
        what = f"{where}: {since} 应为{kind_word}，source 应为 {classes} 之一。"
        raise BadInput("E112", what, remedy="改正规则书文件")
    _only(head, HEAD_KEYS, where)
    if head["name"] != folder.name:
        raise BadInput("E112", f"{where}: name 应与文件夹同名（{folder.name}）。", remedy="改正规则书文件")
    limits: list[Limit] = []
    changes: list[Change] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name in NO_LIMITS or not file.name.endswith(".toml"):
            continue
        page = _parse(file)
        _only(page, {"limit", "change"}, f"{folder.name}/{file.name}")
        for place, table in _tables(page, "limit", file):
            limits.append(read_limit(table, instrument=head["title"], source=head["source"], where=place))
        for place, table in _tables(page, "change", file):
            changes.append(read_change(table, instrument=head["title"], source=head["source"], where=place))
    names = [each.name for each in limits] + [each.limit for each in changes]
    for name in names:
        if names.count(name) > 1:
            raise BadInput("E112", f"{folder.name}: 期限“{name}”写了两次。", remedy="删去一处")
    return Instrument(
        name=head["name"],
        title=head["title"],
        since=head.get("since", date.min),
        source=head["source"],
        limits=tuple(limits),
        on_top_of=head.get("on_top_of", ""),
        kind=head.get("kind", ""),
        note=head.get("note", ""),
        changes=tuple(changes),
        year=head.get("year", 0),
        lapsed=head.get("lapsed", ""),
        missed=head.get("missed", ""),
        representatives=_representatives(head, where),
    )


def _representatives(head: Mapping[str, Any], where: str) -> "tuple[Representatives, ...]":
    """How many representatives a regional instrument lets groups send."""
    given = head.get("representatives", [])
    if not given:
        return ()
    from .regional import Representatives

    try:
        return tuple(Representatives(**group) for group in given)
    except TypeError as fault:
        what = f"{where}: representatives 的每一项写 headcount、at_most、article。"
        raise BadInput("E112", what, remedy="改正规则书文件") from fault


def _tables(page: Mapping[str, Any], key: str, file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The tables of [[key]], each with the place that errors name."""
    tables = page.get(key, [])
    where = f"{file.parent.name}/{file.name}"
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadInput("E112", f"{where}: {key} 应写成 [[{key}]]。", remedy="改正规则书文件")
    for position, table in enumerate(tables, start=1):
        yield f"{where} {key}[{position}]", table


def _parse(file: Path) -> Mapping[str, Any]:
    try:
        return parsed(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as fault:  # not TOML, not UTF-8; not there, not readable
        raise BadInput("E112", f"{file.parent.name}/{file.name}: {fault}。", remedy="改正规则书文件") from fault


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(table.keys() - known):
        raise BadInput("E112", f"{where}: 认不出的键: {'、'.join(unknown)}。", remedy="改正规则书文件")
