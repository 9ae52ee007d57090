"""What several questions have in common."""

from __future__ import annotations

from typing import TypeVar

from ..core.errors import BadInput
from .desk import Desk

Row = TypeVar("Row")


def checked_limit(limit: int | None) -> int | None:
    """A limit that makes sense. Raises BadInput E108."""
    if limit is not None and limit < 1:
        raise BadInput("E108", f"--limit 不能是 {limit}。", remedy="写正整数，或不写")
    return limit


def one_more(limit: int | None) -> int | None:
    """One beyond the limit is asked for, to know whether there are more."""
    return None if limit is None else limit + 1


def cut(rows: list[Row], limit: int | None) -> tuple[list[Row], bool]:
    """At most so many of the rows, and whether there were more."""
    return rows[:limit], limit is not None and len(rows) > limit


def known_unit(desk: Desk, unit: str) -> str:
    """The unit to filter by, or nothing. Raises NotFound E202: who asks is shown the units, and told to add none."""
    return desk.office.unit(unit, otherwise="看全部单位: xinfang unit list").name if unit else ""


def known_officer(desk: Desk, officer: str) -> str:
    """The officer to filter by, or nothing. Raises NotFound E203 in the same way."""
    return desk.office.officer(officer, otherwise="看全部经办人: xinfang officer list").name if officer else ""


def recorded(desk: Desk, command: str, shown: int, reveal: bool) -> None:
    """A look without the mask is written down."""
    if reveal:
        desk.record_look(command, shown)
