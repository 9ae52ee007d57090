"""Every figure of the monthly bulletin counted again from the bare facts.

The recount folds the facts of each petition itself and asks the law for the deadlines; of the program's tables, queries
and reports it uses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cli.shell import Shell
from store.folding import case_on, facts

from xinfang.core.case import Case, Event
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .office import TODAY

LAW = Law(Calendar())
ENDED = {"closed", "declined", "redirected", "handed-back", "diverted", "withdrawn", "concluded"}
IN_PERSON = {"visit", "joint-reception", "down-visit", "video"}
GROUP, WATCHED = 5, timedelta(days=180)


class Known(NamedTuple):
    """What is known of the days from `first` to `last` at the end of `as_of`."""

    first: date
    last: date
    as_of: date
    cases: list[Case]
    entries: list[Entry]

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def received(self) -> list[Case]:
        return [case for case in self.cases if self.within(case.registration.received_on)]

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        for case in self.cases:
            yield from ((case, event) for event in case.events if event.name in names and self.within(event.on))

    def due(self, duty: str) -> list[Deadline]:
        """Of that duty, due in the period, and while it runs before `as_of`; what fell away before its day was not due."""
        return [
            deadline
            for case in self.cases
            for deadline in deadlines_of(case, LAW)
            if deadline.limit.duty == duty
            and deadline.legal is not None
            and self.first <= deadline.legal <= self.last
            and (deadline.legal < self.as_of or self.as_of == self.last)
            and (deadline.ended_on is None or deadline.ended_on > deadline.legal or _met(deadline))
        ]

    def came_again(self, case: Case, since: date, until: date) -> bool:
        return any(since <= each.registration.received_on <= until for each in self.after(case))

    def after(self, case: Case) -> Iterator[Case]:
        """Whatever repeats the petition, or repeats what repeats it."""
        for each in self.cases:
            if each.repeat_of == case.number:
                yield each
                yield from self.after(each)

    def first_endings(self, first: date, last: date) -> list[tuple[Case, date]]:
        """Each matter once, by its last ending of those days."""
        ends = {
            case.number: (case, event.on)
            for case in self.cases
            for event in case.events
            if event.name in ENDED and first <= event.on <= last and not case.repeat_of
        }
        return list(ends.values())


def _met(deadline: Deadline) -> bool:
    return deadline.ended_by in deadline.limit.met_by


def _in_time(deadlines: list[Deadline]) -> tuple[int, int]:
    met = [d for d in deadlines if _met(d) and d.ended_on and d.legal and d.ended_on <= d.legal]
    return len(met), len(deadlines)


def _visits(known: Known) -> list[Case]:
    return [case for case in known.received() if case.registration.channel.value in IN_PERSON]


def _people(cases: list[Case]) -> int:
    return sum(case.registration.headcount for case in cases)


def _groups(known: Known) -> list[Case]:
    return [case for case in _visits(known) if case.registration.headcount >= GROUP]


def _joint(known: Known) -> int:
    written = [case for case in known.received() if case.registration.channel.value not in IN_PERSON]
    return sum(case.registration.joint_letter or case.registration.headcount >= GROUP for case in written)


def _happened(*names: str) -> Callable[[Known], int]:
    return lambda known: sum(1 for _ in known.events(*names))


def _satisfied(body: str) -> Callable[[Known], tuple[int, int]]:
    def rate(known: Known) -> tuple[int, int]:
        told = [e.value.split(":")[1] for _, e in known.events("rated") if e.value.startswith(body)]
        told = [rating for rating in told if rating != "not-rated"]
        return sum(rating in {"satisfied", "basic"} for rating in told), len(told)

    return rate


def _once(known: Known) -> tuple[int, int]:
    ended = known.first_endings(known.first - WATCHED, known.until - WATCHED)
    return sum(not known.came_again(case, on, on + WATCHED) for case, on in ended), len(ended)


def _again(known: Known) -> tuple[int, int]:
    ended = known.first_endings(known.first, known.until)
    return sum(known.came_again(case, on, known.as_of) for case, on in ended), len(ended)


def _sponsored(known: Known) -> tuple[int, int]:
    sponsored = [c for c in known.cases if any(e.name == "sponsored" and e.on <= known.until for e in c.events)]
    done = [any(e.name == "resolved" and e.on <= known.until for e in case.events) for case in sponsored]
    return sum(done), len(done)


def _repeats(known: Known) -> int:
    return sum(bool(case.repeat_of) for case in known.received())


COUNTS: dict[str, Callable[[Known], int]] = {
    "received": lambda known: len(known.received()),
    "people": lambda known: _people(known.received()),
    "visits": lambda known: len(_visits(known)),
    "visitors": lambda known: _people(_visits(known)),
    "group_visits": lambda known: len(_groups(known)),
    "group_visitors": lambda known: _people(_groups(known)),
    "joint_letters": _joint,
    "level_skipping": lambda known: sum(case.registration.level_skipping for case in known.received()),
    "repeats": _repeats,
    "informed": _happened("informed"),
    "forwarded": _happened("forwarded", "assigned"),
    "accepted": _happened("accepted"),
    "extended": _happened("extended"),
    "replied": _happened("replied"),
    "served": _happened("served"),
    "closed": _happened(*ENDED),
    "resolved": _happened("resolved"),
    "due": lambda known: len(known.due("reply")),
    "met_on_time": lambda known: _in_time(known.due("reply"))[0],
}
RATES: dict[str, Callable[[Known], tuple[int, int]]] = {
    "prompt_rate": lambda known: _in_time(known.due("route")),
    "told_rate": lambda known: _in_time(known.due("tell")),
    "on_time_rate": lambda known: _in_time(known.due("reply")),
    "rated_rate": lambda known: _in_time(known.due("rating")),
    "satisfied_office_rate": _satisfied("office"),
    "satisfied_unit_rate": _satisfied("unit"),
    "once_rate": _once,
    "resolved_rate": _sponsored,
    "repeat_rate": lambda known: (_repeats(known), len(known.received())),
    "came_again_rate": _again,
}


def known_of(shell: Shell, first: date, last: date, as_of: date | None) -> Known:
    on = as_of or TODAY
    every = facts(shell)
    folded = [case for entries in every.values() if (case := case_on(entries, on)) is not None]
    cases = [case for case in folded if case.state is not State.VOID]
    return Known(first, last, on, cases, [entry for entries in every.values() for entry in entries])
