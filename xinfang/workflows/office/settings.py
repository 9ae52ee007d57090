"""The office's dated settings, and what those about the law move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...acts.registry import module_of
from ...core import clean
from ...core.office import COUNTS, DAYS, NONE, PROFILE, Office, Setting
from ...core.table import Cell, Column, Table
from ...reports.source_words import SOURCE_WORDS
from ...rules.law import Law, own_rules
from ...rules.regional import profile
from ...rules.rulebook import PROFILES, settable
from ...store.queries import numbers
from .. import clock
from ..desk import Desk
from .changing_law import bring_along, moves, moves_table
from .facts import append


def what_moves(desk: Desk, name: str, value: str, *, on: str | None) -> Table | None:
    """Every open deadline that the setting would move; None for one that is not about the law. Nothing is written.

    Raises BadInput E116 for what cannot be set.
    """
    fact = _decided(desk.office, name, value, on)
    if not _setting(fact).sets_the_law:
        return None
    found = moves(desk, _touched(desk, fact), _law_with(desk, fact))
    return moves_table(found, title=f"{name} = {fact.value}（自 {fact.on} 起收到的件）改变的期限", comes_and_goes=True)


def set_option(desk: Desk, name: str, value: str, *, on: str | None) -> str:
    """Set an option; one about the law with the rows of every petition that it touches, in one transaction."""
    with desk.writing() as writer:
        fact = _decided(desk.office, name, value, on)
        if _setting(fact).sets_the_law:
            bring_along(desk, _touched(desk, fact), _law_with(desk, fact))
        append(desk, writer, "set-option", lambda _office: fact)
    since = f"自 {fact.on} 起收到的件" if _setting(fact).sets_the_law else f"自 {fact.on} 起"
    return "\n".join((f"已设置: {name} = {fact.value}（{since}）", *_said_by(_setting(fact))))


def _said_by(setting: Setting) -> Iterator[str]:
    """What to know of a regional regulation before relying on it: what is taken from it, and what is not."""
    if setting.name == PROFILE and setting.value != NONE:
        found = profile(setting.value)
        yield f"  {found.title}（{found.year}年）: {found.note}"
        if found.lapsed:
            yield f"  {found.lapsed}: 期满没有申请复查、复核的，可记视为办理终结（xinfang conclude 编号 --lapsed）"
        elif found.missed:
            yield f"  {found.missed}"


def _decided(office: Office, name: str, value: str, on: str | None) -> Any:
    return module_of("set-option").decide(office, name, clean.line(value, what="设置值"), on=clock.day(on))


def _setting(fact: Any) -> Setting:
    return Setting(fact.on, fact.name, fact.value)


def _law_with(desk: Desk, fact: Any) -> Law:
    return desk.law._replace(own=own_rules(module_of("set-option").apply(desk.office, fact).settings))


def _touched(desk: Desk, fact: Any) -> list[str]:
    """Other days move only petitions that have that limit; a regional instrument may bring limits of its own, and so
    may days without which a limit does not run."""
    limit = fact.name.removeprefix(DAYS)
    known = fact.name != PROFILE and not settable(desk.office.kind, fact.on)[limit].optional
    return numbers.received_since(desk.connection, fact.on, deadline=limit if known else "")


def options(desk: Desk) -> Table:
    """Every option with the value in force today and the day it was set."""
    today = clock.today()
    rows = []
    for name, default, meaning in _known(desk.office, today):
        value = desk.office.setting(name, on=today, default=default)
        taken_back = name.startswith(DAYS) and value == NONE
        rows.append((name, default if taken_back else value, _since(desk.office, name, today), meaning))
    columns = (
        Column("name", "设置项"),
        Column("value", "取值"),
        Column("since", "起", "date"),
        Column("meaning", "含义"),
    )
    return Table("设置", columns, tuple(rows))


def _known(office: Office, today: date) -> Iterator[tuple[str, str, str]]:
    """Name, default and meaning."""
    usual = {"office-name": office.name, "superior": office.superior}
    usual |= {name: str(count) for name, (count, _, _) in COUNTS.items()}
    for name, meaning in module_of("set-option").OPTIONS.items():
        yield name, usual.get(name, ""), meaning
    yield PROFILE, NONE, f"地方规定（现行效力须核），按收到日适用: {'、'.join(PROFILES)}；{NONE} 不用"
    for name, limit in settable(office.kind, today).items():
        shipped = f"规则书为{limit.length}（{SOURCE_WORDS[limit.source]}）"
        unused = "，设定后才计算" if limit.optional else ""
        yield (
            f"{DAYS}{name}",
            NONE if limit.optional else str(limit.days),
            f"{limit.label}，按收到日适用；{shipped}{unused}",
        )


def _since(office: Office, name: str, today: date) -> Cell:
    return max((each.since for each in office.settings if each.name == name and each.since <= today), default=None)
