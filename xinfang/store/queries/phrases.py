"""Phrases of SQL that several questions share. What is put into them is the program's own, never what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...core.case import ENDINGS

PEOPLE = """(
    SELECT coalesce(group_concat(name || char(31) || phone || char(31) || address, char(10)), '')
    FROM petitioner WHERE petitioner.petition = petition.id
)"""
"""All who ever stood in the registration, as masking.text_of_row reads them."""


def quoted(names: Iterable[str]) -> str:
    """The names between quotes, for the brackets of IN."""
    return ", ".join(f"'{name}'" for name in sorted(names))


def ended() -> str:
    """That a milestone ended its petition. One of several demands that was diverted ended none: the others go on."""
    return f"event IN ({quoted(ENDINGS)}) AND part = 0"


def stood(table: str, day: str = ":day") -> str:
    """That a row of the table held at the end of a day."""
    return f"{table}.since <= {day} AND ({table}.until IS NULL OR {table}.until > {day})"


def may_have_been_open() -> str:
    """A query for the ids of what was open at the end of :day or later: it is open now, or has ended since, by :today.

    As long as what it finds: most of what a file holds had ended before.
    """
    return (
        "SELECT id FROM petition INDEXED BY petition_open WHERE is_open = 1 "
        f"UNION ALL SELECT petition FROM milestone WHERE {ended()} AND on_day > :day AND on_day <= :today"
    )


def was_repeat(day: str = ":day") -> str:
    """That a link said at the end of a day that its petition repeats the earlier one."""
    return f"link.relation = 'repeat' AND {stood('link', day)}"


def was_owed() -> str:
    """That a time limit held at the end of :day, and nothing had ended it."""
    return f"{stood('deadline')} AND (ended_on IS NULL OR ended_on > :day)"


def was_overdue() -> str:
    """That a time limit's last lawful day had passed by the end of :day, and it was owed still."""
    return f"legal_due < :day AND {was_owed()}"


def was_overdue_duty(on: date, today: date) -> str:
    """The same of duties, at the end of `on`, which is :day; by the index of statuses. What lists them counts them too.

    On a past day those count too that were met only later, and the earlier versions of those since moved.
    """
    # A deadline that was met in time was never overdue, so its status leaves it out.
    statuses = ("running",) if on >= today else ("running", "late", "superseded")
    return f"deadline.status IN ({quoted(statuses)}) AND {was_overdue()}"


def was_open_duty(on: date, today: date, *rights: str) -> str:
    """That a duty was owed at the end of `on`, which is :day; by the index of statuses. rights: to be among them."""
    # What was met or fell away did so by today; on a past day it may have been open still.
    past = () if on >= today else ("met", "late", "ended", "superseded")
    return f"deadline.status IN ({quoted(('running', *rights, *past))}) AND {was_owed()}"


def of_asked_unit(whose: str = "spell.unit") -> str:
    """That it is the asked unit's; anyone's where none is asked for."""
    return f"(:unit = '' OR {whose} = :unit)"


def at_most(limit: int | None) -> int:
    """What LIMIT wants to hear; without a limit -1, which is none."""
    return -1 if limit is None else limit
