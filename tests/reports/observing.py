"""What the observation is held against: what came in, by folding the facts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from cli.shell import Shell
from store.folding import cases_on

from xinfang.core.case import Case
from xinfang.core.terms import State

SIDES: dict[str, Callable[[Case], str]] = {
    "category": lambda case: case.category.value if case.category else "",
    "content": lambda case: case.code.split("/")[0],
    "content_second": lambda case: "/".join(case.code.split("/")[:2]) if "/" in case.code else "",
    "unit": lambda case: case.unit,
    "region": lambda case: case.registration.region,
    "branch": lambda case: case.branch,
    "channel": lambda case: case.registration.channel.value,
}


def came_in(shell: Shell, first: date, last: date, as_of: date) -> list[Case]:
    """What was received on these days, as it stood at the end of `as_of`, by folding the facts."""
    cases = [case for case in cases_on(shell, as_of) if case.state is not State.VOID]
    return [case for case in cases if first <= case.registration.received_on <= last]


def months(last: date, number: int) -> Iterator[tuple[date, date]]:
    """First and last days of so many months, the one of `last` first, backwards."""
    year, month = last.year, last.month
    for _ in range(number):
        yield date(year, month, 1), date(year, month, monthrange(year, month)[1])
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
