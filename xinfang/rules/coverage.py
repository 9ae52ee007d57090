"""What the tool does about each rule of the law: carried by a limit, an act, a check, a document …, or why by nothing.

The table stands in rules/coverage/*.toml, one file per theme. It names its homes; whether they exist is for the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..core.errors import BadInput
from .limit_tables import SOURCE_CLASSES

THEMES = (
    "receiving",
    "bureau",
    "department",
    "competence",
    "handling",
    "review",
    "oversight",
    "legacy-2005",
    "police",
    "police-procedures",
    "simple",
    "rating",
    "local",
)
"""The files, in the order in which a petition meets them."""
HOMES = ("limit", "act", "check", "letter", "command", "setting", "book")
"""What may carry a rule: a time limit, an act, a check, a document, a command that looks, a setting, a whole rulebook."""
_TEXTS = ("id", "instrument", "article", "who", "must", "limit")


class Home(NamedTuple):
    """kind: one of HOMES. name: its stable name there."""

    kind: str
    name: str


class Rule(NamedTuple):
    """One rule. limit: how long, in words. carried: what carries it; where nothing does, reason says why.

    note: what remains for people to do or to look up.
    """

    id: str
    instrument: str
    article: str
    who: str
    must: str
    limit: str
    source: str
    carried: tuple[Home, ...] = ()
    reason: str = ""
    note: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, theme by theme. Raises BadInput E112 naming file and entry."""
    return read_coverage(Path(__file__).with_name("coverage"), THEMES)


def read_coverage(folder: Path, themes: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of these files, each rule once."""
    found: dict[str, Rule] = {}
    for theme in themes:
        for position, table in enumerate(_tables(folder / f"{theme}.toml"), start=1):
            rule = _rule(table, f"{folder.name}/{theme}.toml rule[{position}]")
            if rule.id in found:
                raise _wrong(f"{folder.name}/{theme}.toml", f"规则“{rule.id}”写了两次")
            found[rule.id] = rule
    return tuple(found.values())


def _tables(file: Path) -> list[Mapping[str, Any]]:
    import tomllib

    where = f"{file.parent.name}/{file.name}"
    try:
        page = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as fault:  # not TOML, not UTF-8; not there, not readable
        raise _wrong(where, str(fault)) from fault
    tables = page.get("rule")
    if set(page) != {"rule"} or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _wrong(where, "应只有 [[rule]]")
    return tables


def _rule(table: Mapping[str, Any], where: str) -> Rule:
    if unknown := sorted(table.keys() - {*_TEXTS, "source", "carried", "reason", "note"}):
        raise _wrong(where, f"认不出的键: {'、'.join(unknown)}")
    for key in (*_TEXTS, *({"reason", "note"} & table.keys())):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise _wrong(where, f"缺少“{key}”（应为文字）")
    if table.get("source") not in SOURCE_CLASSES:
        raise _wrong(where, f"“source”应为 {'、'.join(SOURCE_CLASSES)} 之一")
    if ("carried" in table) == ("reason" in table):
        raise _wrong(where, "“carried”和“reason”写一个，也只写一个")
    return Rule(**{**table, "carried": _homes(table["carried"], where) if "carried" in table else ()})


def _homes(carried: object, where: str) -> tuple[Home, ...]:
    if not isinstance(carried, list) or not carried:
        raise _wrong(where, "“carried”应为一列承担者")
    homes = []
    for each in carried:
        if not isinstance(each, dict) or len(each) != 1:
            raise _wrong(where, "“carried”的每一项写成 { 种类 = 名称 }")
        ((kind, name),) = each.items()
        if kind not in HOMES or not isinstance(name, str) or not name:
            raise _wrong(where, f"“carried”不认得 {kind} = {name}，种类可用: {'、'.join(HOMES)}")
        homes.append(Home(kind, name))
    if len(set(homes)) < len(homes):
        raise _wrong(where, "“carried”里有一项写了两次")
    return tuple(homes)


def _wrong(where: str, what: str) -> BadInput:
    return BadInput("E112", f"{where}: {what}。", remedy="改正规则与承担者的对照表后再试")
