"""The office's own facts, and two kinds of them: the units and the officers that it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...acts.registry import module_of
from ...acts.replay import office_of
from ...core import clean
from ...core.codec import to_data
from ...core.entry import OFFICE
from ...core.office import Office
from ...core.table import Column, Table
from ...store import ledger
from .. import clock
from ..desk import Desk


def write(desk: Desk, act: str, decide: Callable[[Office], Any]) -> None:
    """Append a fact about the office that `decide` makes of how the office stands."""
    with desk.writing() as writer:
        append(desk, writer, act, decide)


def append(desk: Desk, writer: ledger.Writer, act: str, decide: Callable[[Office], Any]) -> None:
    """The same inside a transaction that is already open."""
    entries = ledger.office_entries(desk.connection)
    fact = decide(office_of(entries))
    writer.append(
        OFFICE,
        entries[-1].turn + 1,
        act,
        on=fact.on,
        recorded_at=clock.now().isoformat(),
        by=desk.by_founding(joining=fact.name if act == "add-officer" else ""),
        data=to_data(fact),
    )
    desk.office_changed()


def add_unit(desk: Desk, name: str, *, parent: str, outside: bool, on: str | None) -> str:
    """Add a unit; the line to print."""
    tidy = clean.line(name, what="单位名称")
    write(
        desk,
        "add-unit",
        lambda office: module_of("add-unit").decide(office, tidy, parent=parent, outside=outside, on=clock.day(on)),
    )
    return f"已加单位: {tidy}"


def add_officer(desk: Desk, name: str, *, unit: str, on: str | None) -> str:
    """Add an officer; the line to print."""
    tidy = clean.line(name, what="经办人姓名")
    write(
        desk, "add-officer", lambda office: module_of("add-officer").decide(office, tidy, unit=unit, on=clock.day(on))
    )
    return f"已加经办人: {tidy}" + (f"（{unit}）" if unit else "")


def units(desk: Desk) -> Table:
    """Every unit, the office itself first."""
    office = desk.office
    rows = [(office.name, "", False), *((unit.name, unit.parent, unit.outside) for unit in office.units)]
    columns = (Column("unit", "单位"), Column("parent", "上级单位"), Column("outside", "系统外"))
    return Table("单位", columns, tuple(rows))


def officers(desk: Desk) -> Table:
    """Every officer with her unit."""
    rows = tuple((officer.name, officer.unit or desk.office.name) for officer in desk.office.officers)
    return Table("经办人", (Column("officer", "经办人"), Column("unit", "单位")), rows)
