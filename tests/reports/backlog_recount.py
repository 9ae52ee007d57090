"""The backlog 积案 of a day found again from the bare facts: which petitions, why, from what cause.

The recount folds the facts up to each day by itself; of the program's tables, queries and reports it uses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta
from store.folding import case_on

from xinfang.core.case import Case, Event
from xinfang.core.entry import Entry
from xinfang.core.links import Relation, standing
from xinfang.core.terms import State
from xinfang.rules.deadlines import deadlines_of

from .course import BUREAU, OUTSIDE
from .office import LAW

OVER = {State.CLOSED, State.CONCLUDED, State.LAPSED}
SOURCES = {"diagnosed": "diagnosed", "from_ledger": "ledger"}
Entries = dict[str, list[Entry]]


class Why(NamedTuple):
    """Why a petition is one of the backlog, the case, and the last day on which it came again."""

    kinds: tuple[str, ...]
    case: Case
    again_on: date | None


def stock(every: Entries, on: date, months: int) -> dict[str, Why]:
    """The backlog at the end of the day, by number."""
    folded = {number: case for number, entries in every.items() if (case := case_on(entries, on)) is not None}
    cases = {number: case for number, case in folded.items() if case.state is not State.VOID}
    age = relativedelta(months=months)
    found = {}
    for number, case in cases.items():
        again_on = came_again(every, folded, case, age, on)
        holds = {
            "overdue": case.open and bool(overdue(case, on)),
            "came-again": again_on is not None,
            "old": case.open and case.registration.received_on + age <= on,
        }
        if any(holds.values()):
            found[number] = Why(tuple(kind for kind, true in holds.items() if true), case, again_on)
    return found


def overdue(case: Case, on: date) -> list[str]:
    """The last lawful days of the duties that were overdue."""
    owed = [each for each in deadlines_of(case, LAW) if each.ended_on is None and not each.limit.is_window]
    return [str(each.legal) for each in owed if each.legal is not None and each.legal < on]


def came_again(every: Entries, folded: dict[str, Case], case: Case, age: relativedelta, on: date) -> date | None:
    """The last day on which the first of a matter came again after its end; None where it did not, or was resolved since."""
    if case.state not in OVER or any(folded[earlier].state is not State.VOID for earlier in repeated(case)):
        return None
    again = [each for number in tied_to(folded, case.number) if (each := folded[number]).state is not State.VOID]
    days = [each.registration.received_on for each in again]
    days = [day for day in days if day <= on < day + age and was_over(every, case.number, day)]
    settled = [event.on for each in (case, *again) for event in each.events if event.name == "resolved"]
    return max(days) if days and not any(day >= max(days) for day in settled) else None


def repeated(case: Case) -> set[str]:
    """Which petitions it repeats, by links of its own."""
    return set(standing(case.links, Relation.REPEAT))


def tied_to(folded: dict[str, Case], number: str) -> set[str]:
    """Whatever repeats it, or repeats what does."""
    found: set[str] = set()
    while more := {other for other, case in folded.items() if repeated(case) & {number, *found}} - found:
        found |= more
    return found


def was_over(every: Entries, number: str, on: date) -> bool:
    case = case_on(every[number], on)
    return case is not None and case.state in OVER


def cause(case: Case) -> tuple[str, str, str | None]:
    """Cause, where it is from, by when."""
    events = {name: [e for e in case.events if e.name == name] for name in {e.name for e in case.events}}
    if said := events.get("diagnosed"):
        return said[-1].value, "diagnosed", _text(said[-1].until)
    reviews = events.get("reviewed", []) + events.get("rechecked", [])
    if any(each.value in {"change", "revoke", "redo"} for each in reviews):
        anew = [d.legal for d in deadlines_of(case, LAW) if d.limit.name == "reply-redo" and not d.ended_on and d.legal]
        return "our-fault", "ledger", _text(min(anew, default=None))
    owed = [d.legal for d in deadlines_of(case, LAW) if d.limit.duty == "carry-out" and d.ended_on is None and d.legal]
    if owed:
        return "justified", "ledger", str(min(owed))
    if case.unit in {OUTSIDE, BUREAU} and case.state in {State.FORWARDED, State.ASSIGNED}:
        return "not-ours", "ledger", None
    if pending := [e.until for e in supervised(case) if e.until]:
        return "unfinished", "ledger", str(min(pending))
    if events.get("assisted") or any(event.value == "help" for event in events.get("cared", [])):
        return "needs-help", "ledger", None
    return "", "", None


def supervised(case: Case) -> list[Event]:
    """The supervisions that are not closed."""
    closed = {event.part for event in case.events if event.name == "supervision-closed"}
    return [event for event in case.events if event.name == "supervised" and event.part not in closed]


def by_cause(cases: Iterable[Case], on: date) -> list[dict[str, Any]]:
    """A row for each cause that there is, as 研判 sorts them; those of which nothing is known come last."""
    found = [cause(case) for case in cases]
    rows = []
    for each in ("justified", "not-ours", "our-fault", "needs-help", "unfinished", ""):
        of = [(source, by) for known, source, by in found if known == each]
        late = sum(by is not None and by < str(on) for _, by in of)
        said = {name: sum(source == word for source, _ in of) for name, word in SOURCES.items()}
        rows += [{"cause": each, "cases": len(of), **said, "finish_late": late}] if of else []
    return rows


def sponsor(case: Case) -> dict[str, Any]:
    """The leader who has it in his care, since when; his visits and result are those since then."""
    begun = [place for place, event in enumerate(case.events) if event.name == "sponsored"]
    if not begun:
        return {"sponsor": "", "sponsor_since": None, "sponsor_visits": None, "sponsor_reported_on": None}
    first, *since = case.events[begun[-1] :]
    results = [event.on for event in since if event.name == "sponsor-reported"]
    return {
        "sponsor": first.value,
        "sponsor_since": str(first.on),
        "sponsor_visits": sum(event.name == "sponsor-visited" for event in since),
        "sponsor_reported_on": _text(results[-1] if results else None),
    }


def _text(day: date | None) -> str | None:
    return str(day) if day else None
