"""Every version of every deadline of an office's years: on each day the rows say what the facts up to that day add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from cli.shell import Shell
from store.folding import case_on, facts
from store.ledgers import foreign

from xinfang.core.days import iso_or_none
from xinfang.core.terms import State
from xinfang.rules.deadlines import deadlines_of

from .office import LAW, TODAY

Stood = tuple[str, str, str | None, str | None]
"""Limit, its beginning, the nominal and the last lawful day."""


def test_on_every_day(years: Shell) -> None:
    rows = versions(years)
    compared = 0
    for number, entries in facts(years).items():
        days = {entry.on for entry in entries if entry.on <= TODAY}
        # Something may move on the day, and nothing on the day before.
        for day in sorted(days | {each - timedelta(days=1) for each in days} | {TODAY}):
            case = case_on(entries, day)
            if case is None or case.state is State.VOID:
                continue
            owed = Counter(
                (each.limit.name, str(each.started_on), iso_or_none(each.nominal), iso_or_none(each.legal))
                for each in deadlines_of(case, LAW)
                if each.ended_on is None and each.started_on <= day
            )
            assert Counter(standing(rows.get(number, []), str(day))) == owed, (number, day)
            compared += sum(owed.values())
    assert compared > 1000


def versions(shell: Shell) -> dict[str, list[tuple[Stood, str, str | None, str | None]]]:
    """By petition: what stood, from when, until before when, and when it was met or fell away."""
    found: dict[str, list[tuple[Stood, str, str | None, str | None]]] = {}
    with foreign(shell) as connection:
        for number, name, started, nominal, legal, since, until, ended in connection.execute(
            "SELECT number, name, started_on, nominal_due, legal_due, since, until, ended_on "
            "FROM deadline JOIN petition ON petition.id = deadline.petition"
        ):
            found.setdefault(number, []).append(((name, started, nominal, legal), since, until, ended))
    return found


def standing(rows: list[tuple[Stood, str, str | None, str | None]], day: str) -> Iterator[Stood]:
    """What was owed at the end of the day."""
    for stood, since, until, ended in rows:
        if since <= day and (until is None or day < until) and (ended is None or day < ended):
            yield stood
