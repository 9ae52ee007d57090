"""A law or regulation as it is shipped: a folder of TOML files, read and checked. Whatever is wrong is said with its place."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.errors import BadInput
from .limit import Limit
from .limit_tables import SOURCE_CLASSES, read_change, read_limit
from .pages import parsed

if TYPE_CHECKING:
    from .change import Change, Representatives

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


@cache
def load(name: str) -> Instrument:
    """The instrument shipped under rules/book/<name>/. Raises BadInput E112 naming file and key."""
    # Not importlib.resources: it costs every command several milliseconds at start.
    return read_folder(Path(__file__).with_name("book") / name)


def read_folder(folder: Path) -> Instrument:
    """An instrument from a folder of TOML files: instrument.toml and any number of files with [[limit]] tables.

    Raises BadInput E112 naming file and key.
    """
    where = f"{folder.name}/instrument.toml"
    head = _head(folder, where)
    limits, changes = _limits(folder, head)
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


def _head(folder: Path, where: str) -> Mapping[str, Any]:
    """What instrument.toml says of the instrument as a whole."""
    head = _parse(folder / "instrument.toml")
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
    return head


def _limits(folder: Path, head: Mapping[str, Any]) -> "tuple[list[Limit], list[Change]]":
    """The limits of every other file, and what it changes in limits of other instruments; each limit once."""
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
    return limits, changes


def _representatives(head: Mapping[str, Any], where: str) -> "tuple[Representatives, ...]":
    """How many representatives a regional instrument lets groups send."""
    given = head.get("representatives", [])
    if not given:
        return ()
    from .change import Representatives

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
