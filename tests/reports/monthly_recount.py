"""Every figure of the monthly bulletin counted again from the bare facts, by the definitions printed beside them.

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
from xinfang.core.links import Relation, standing
from xinfang.core.terms import State
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of

from .office import LAW, TODAY

ENDED = {"closed", "declined", "redirected", "handed-back", "diverted", "withdrawn", "concluded", "lapsed"}
IN_PERSON = {"visit", "joint-reception", "down-visit", "video"}
GROUP, WATCHED = 5, timedelta(days=180)
Counted = list[tuple[Case, int]]
"""What was counted: the petition of each, and what it weighs: people, or whether it counts in the numerator."""


class Known(NamedTuple):
    """What is known of the days from `first` to `last` at the end of `as_of`."""

    first: date
    last: date
    as_of: date
    every: list[Case]
    """With those whose registration was retracted: they hold their matter together still."""
    own: list[Case]
    """Those that are counted: all that were not retracted, or a part of them."""

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def of(self, part: Callable[[Case], bool]) -> Known:
        return self._replace(own=[case for case in self.own if part(case)])

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def received(self) -> list[Case]:
        return [case for case in self.own if self.within(case.registration.received_on)]

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        for case in self.own:
            happened = [event for event in case.events if event.name in names and not ended_a_part(event)]
            yield from ((case, event) for event in happened if self.within(event.on))

    def due(self, duty: str) -> Counted:
        """Of that duty, due in the period, and while it runs before `as_of`; what fell away before its day was not due."""
        return [
            (case, in_time(deadline))
            for case in self.own
            for deadline in deadlines_of(case, LAW)
            if deadline.limit.duty == duty
            and deadline.legal is not None
            and self.first <= deadline.legal <= self.last
            and (deadline.legal < self.as_of or self.as_of == self.last)
            and (deadline.ended_on is None or deadline.ended_on > deadline.legal or _met(deadline))
        ]

    def came_again(self, case: Case, since: date, until: date) -> bool:
        after = (each for each in self.after(case) if each.state is not State.VOID)
        return any(since <= each.registration.received_on <= until for each in after)

    def after(self, case: Case) -> Iterator[Case]:
        """Whatever repeats the petition, or repeats what repeats it."""
        for each in self.every:
            if case.number in repeated(each):
                yield each
                yield from self.after(each)

    def first_endings(self, first: date, last: date) -> list[tuple[Case, date]]:
        """Each matter once, by its last ending of those days."""
        ends = {
            case.number: (case, event.on)
            for case in self.own
            for event in case.events
            if event.name in ENDED and not event.part and first <= event.on <= last and not repeated(case)
        }
        return list(ends.values())


def repeated(case: Case) -> tuple[str, ...]:
    """The earlier petitions that this one repeats."""
    return standing(case.links, Relation.REPEAT)


def ended_a_part(event: Event) -> bool:
    """Whether it ended one of several demands and not the petition."""
    return event.part > 0 and event.name in ENDED


def _met(deadline: Deadline) -> bool:
    return deadline.ended_by in deadline.limit.met_by


def in_time(deadline: Deadline) -> bool:
    """Whether it was done by its last lawful day."""
    return bool(_met(deadline) and deadline.ended_on and deadline.legal and deadline.ended_on <= deadline.legal)


def people(cases: list[Case]) -> Counted:
    return [(case, case.registration.headcount) for case in cases]


def visits(known: Known) -> list[Case]:
    return [case for case in known.received() if case.registration.channel.value in IN_PERSON]


def groups(known: Known) -> list[Case]:
    return [case for case in visits(known) if case.registration.headcount >= GROUP]


def _joint(known: Known) -> Counted:
    written = [case for case in known.received() if case.registration.channel.value not in IN_PERSON]
    return people([case for case in written if case.registration.joint_letter or case.registration.headcount >= GROUP])


def _happened(*names: str) -> Callable[[Known], Counted]:
    return lambda known: [(case, 0) for case, _ in known.events(*names)]


def _due(duty: str) -> Callable[[Known], Counted]:
    return lambda known: known.due(duty)


def _rated(body: str) -> Callable[[Known], Counted]:
    def rated(known: Known) -> Counted:
        told = [(case, event.value.split(":")) for case, event in known.events("rated")]
        return [
            (case, rating in {"satisfied", "basic"})
            for case, (of, rating) in told
            if of == body and rating != "not-rated"
        ]

    return rated


def _once(known: Known) -> Counted:
    ended = known.first_endings(known.first - WATCHED, known.until - WATCHED)
    return [(case, not known.came_again(case, on, on + WATCHED)) for case, on in ended]


def _again(known: Known) -> Counted:
    ended = known.first_endings(known.first, known.until)
    return [(case, known.came_again(case, on, known.as_of)) for case, on in ended]


def _sponsored(known: Known) -> Counted:
    def had(case: Case, name: str) -> bool:
        return any(event.name == name and event.on <= known.until for event in case.events)

    def resolved(case: Case) -> bool:
        names = [event.name for event in case.events if event.on <= known.until]
        return [name for name in names if name in {"resolved", "reopened"}][-1:] == ["resolved"]

    return [(case, resolved(case)) for case in known.own if had(case, "sponsored")]


MEASURES: dict[str, Callable[[Known], Counted]] = {
    "received": lambda known: people(known.received()),
    "visits": lambda known: people(visits(known)),
    "group_visits": lambda known: people(groups(known)),
    "joint_letters": _joint,
    "level_skipping": lambda known: [(case, 0) for case in known.received() if case.registration.level_skipping],
    "repeats": lambda known: [(case, bool(repeated(case))) for case in known.received()],
    "informed": _happened("informed"),
    "forwarded": _happened("forwarded", "assigned"),
    "accepted": _happened("accepted"),
    "extended": _happened("extended"),
    "replied": _happened("replied"),
    "served": _happened("served"),
    "closed": _happened(*ENDED),
    "resolved": _happened("resolved"),
    "route_due": _due("route"),
    "tell_due": _due("tell"),
    "reply_due": _due("reply"),
    "rating_due": _due("rating"),
    "rated_office": _rated("office"),
    "rated_unit": _rated("unit"),
    "once": _once,
    "sponsored": _sponsored,
    "came_again": _again,
}
"""What is counted, by the name under which --detail lists it."""
WEIGHTS = {"people": "received", "visitors": "visits", "group_visitors": "group_visits"}
WEIGHTS |= {"repeats": "repeats", "met_on_time": "reply_due"}
"""Figures that are the sum of what each weighs."""
ROWS = {"due": "reply_due"} | {
    name: name
    for name in (
        *("received", "visits", "group_visits", "joint_letters", "level_skipping", "informed", "forwarded"),
        *("accepted", "extended", "replied", "served", "closed", "resolved"),
    )
}
SHARES = {
    "prompt_rate": "route_due",
    "told_rate": "tell_due",
    "on_time_rate": "reply_due",
    "rated_rate": "rating_due",
    "satisfied_office_rate": "rated_office",
    "satisfied_unit_rate": "rated_unit",
    "once_rate": "once",
    "resolved_rate": "sponsored",
    "repeat_rate": "repeats",
    "came_again_rate": "came_again",
}


def _rows(measure: str) -> Callable[[Known], int]:
    return lambda known: len(MEASURES[measure](known))


def _weight(measure: str) -> Callable[[Known], int]:
    return lambda known: sum(weight for _, weight in MEASURES[measure](known))


def _share(measure: str) -> Callable[[Known], tuple[int, int]]:
    return lambda known: (_weight(measure)(known), _rows(measure)(known))


COUNTS = {name: _rows(of) for name, of in ROWS.items()} | {name: _weight(of) for name, of in WEIGHTS.items()}
RATES = {name: _share(of) for name, of in SHARES.items()}
FAMILIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "parts_received": (
        (
            *("received", "people", "visits", "visitors", "group_visits", "group_visitors"),
            *("joint_letters", "level_skipping", "repeats"),
        ),
        (),
    ),
    "parts_handled": (
        ("informed", "forwarded", "accepted", "extended", "served", "resolved"),
        ("prompt_rate", "told_rate"),
    ),
    "parts_rated": ((), ("rated_rate", "satisfied_office_rate", "satisfied_unit_rate")),
    "parts_again": ((), ("once_rate", "resolved_rate", "came_again_rate")),
}
"""Table → the counts and rates that it tells of every unit, branch, category, channel and place, beside those of `by_…`."""


def known_of(shell: Shell, first: date, last: date, as_of: date | None) -> Known:
    on = as_of or TODAY
    folded = [case for entries in facts(shell).values() if (case := case_on(entries, on)) is not None]
    return Known(first, last, on, folded, [case for case in folded if case.state is not State.VOID])


def overdue(known: Known) -> list[tuple[date, Case, str, str]]:
    """What was owed still after its last lawful day at the end of `as_of`: that day, of what, by which limit, by whom."""
    owed = [
        (deadline.legal, case, deadline.limit.name, deadline.whom or case.unit)
        for case in known.own
        for deadline in deadlines_of(case, LAW)
        if deadline.ended_on is None and deadline.legal is not None and deadline.legal < known.as_of
        if not deadline.limit.is_window
    ]
    return sorted(owed, key=lambda each: (each[0], each[1].number))


def late_entries(shell: Shell, first: date, until: date) -> list[Entry]:
    """What was written down on a later day than it is about: not steps of the police from before the petition came in."""
    return [
        entry
        for entries in facts(shell).values()
        for entry in entries
        if first <= entry.on <= until and entry.recorded_on > entry.on
        if not (entry.act == "procedure" and _before_it(entries, entry.on))
    ]


def _before_it(entries: list[Entry], day: date) -> bool:
    case = case_on(entries, TODAY)
    return case is not None and day < case.registration.received_on
