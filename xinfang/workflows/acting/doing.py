"""Doing an act: read the petition, ask the act whether it may be done, write the fact and what follows from it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ...acts.registry import PETITION_ACTS, module_of
from ...acts.replay import case_of, steps
from ...core.case import Case
from ...core.codec import to_data
from ...core.entry import Entry
from ...core.errors import NotAllowed
from ...projections.case_rows import rows_of
from ...reports.case.receipt import receipt, running
from ...store import projected
from .. import clock
from ..desk import Desk
from .tidying import tidied

if TYPE_CHECKING:
    from ...core.table import Document

ASK_NOBODY = frozenset({"E302", "E306", "E311", "E316", "E317", "E318"})
"""Refusals whose remedy is all there is to say: another number or day, what is missing, who may not know of it."""

Allowed = Callable[[Desk, Case, Case], None]
"""Of the case before and after."""


class Done(NamedTuple):
    """What an act led to: the case after it and the lines to print."""

    case: Case
    lines: tuple[str, ...]
    deadlines: tuple[dict[str, object], ...]
    """What runs now, as in the JSON of `why`."""
    more: Callable[[], Mapping[str, object]] = dict
    """What else scripts are told, by name: worked out for them alone."""

    @property
    def document(self) -> "Document":
        """The receipt for scripts: number, state, unit and the time limits that run."""
        from ...core.table import Document

        data = {
            "number": self.case.number,
            "state": self.case.state.value,
            "state_since": self.case.state_since.isoformat(),
            "unit": self.case.unit,
            "officer": self.case.officer,
            "deadlines": list(self.deadlines),
            **self.more(),
        }
        return Document(self.case.number, data, (), lines=self.lines)


def receipt_of(desk: Desk, case: Case, entry: Entry, what: str) -> Done:
    """What to tell after `entry` led to `case`."""
    today = clock.today()
    lines = receipt(case, desk.law, done=what, entry=entry, today=today, office=desk.office)
    return Done(case, lines, tuple(running(case, desk.law, today=today)))


def do(desk: Desk, act: str, typed: str, *, on: str | None = None, **details: Any) -> Done:
    """Do one of the statutory acts on the petition `typed` names, effective on the day `on` (default today).

    details: what the act's `decide` asks for, texts as they were typed; but for `law` and `office`, which it is given.
    Unknown units and officers are refused with the nearest names.
    Raises BadInput, NotFound, NotAllowed.
    """
    day = clock.day(on)
    details = tidied(details)
    _names(desk, details)

    def decide(entries: Sequence[Entry]) -> object:
        case = case_of(entries)
        _may_be_given(desk, act, case, entries, details)
        rule = module_of(act).decide
        # Asked for here, inside the transaction: somebody may have set the law while we waited for the file.
        if "law" in rule.__annotations__:
            details["law"] = desk.law
        if "office" in rule.__annotations__:
            details["office"] = desk.office
        if act == "close":
            from ..findings import findings_of

            details["findings"] = findings_of(entries, desk.law, desk.office, on=day, closing=True)
        try:
            return rule(case, on=day, **details)
        except NotAllowed as refusal:
            raise _with_what_may(refusal, entries[0].subject) from None

    return write(desk, act, desk.number(typed), decide)


def _with_what_may(refusal: NotAllowed, number: str) -> NotAllowed:
    """The refusal, saying also where to see what is allowed now."""
    if refusal.code not in ASK_NOBODY:
        refusal.remedy = "；".join(part for part in (refusal.remedy, f"现在可以办的: xinfang next {number}") if part)
    return refusal


def write(
    desk: Desk, act: str, number: str, decide: Callable[[Sequence[Entry]], object], *, allowed: Allowed | None = None
) -> Done:
    """Append the fact that `decide` makes of the petition's entries, and bring the projections along.

    allowed: raises where the case must not become, by this act, what it would.
    """
    with desk.writing() as writer:
        before = desk.entries(number)
        fact: Any = decide(before)
        entry = writer.append(
            number,
            before[-1].turn + 1,
            act,
            on=fact.on,
            recorded_at=clock.now().isoformat(),
            by=desk.by,
            data=to_data(fact),
        )
        after = [*before, entry]
        history = list(steps(after))
        _still_closed(desk, before, history[-1][1])
        if allowed:
            allowed(desk, case_of(before), history[-1][1])
        projected.change(desk.connection, rows_of(list(steps(before)), desk.law), rows_of(history, desk.law))
    case = history[-1][1]
    return receipt_of(desk, case, entry, PETITION_ACTS[act].label)


def _still_closed(desk: Desk, before: Sequence[Entry], after: Case) -> None:
    """Only who may see an accusation may make of it what anyone may see. Raises NotAllowed E318."""
    case = case_of(before)
    if case.restricted and not after.restricted:
        from ..access import require_reader

        require_reader(desk, case, before)


def _may_be_given(desk: Desk, act: str, case: Case, entries: Sequence[Entry], details: dict[str, Any]) -> None:
    """Whoever handles an accusation may see it, so only who may see it gives it to an officer. Raises NotAllowed E318."""
    # `officer` is, with a recusal, the one who gives it up.
    officer = details.get("replaced_by") or ("" if act == "recuse" else details.get("officer", ""))
    if case.restricted and officer:
        from ..access import require_giver

        require_giver(desk, case, entries, officer)


def _names(desk: Desk, details: dict[str, Any]) -> None:
    """Every unit and officer named must be known."""
    for one in ("unit", "taker", "against"):
        if details.get(one):
            desk.office.unit(details[one])
    for units in ("co_units", "parties"):
        for unit in details.get(units, ()):
            desk.office.unit(unit)
    for officer in ("officer", "replaced_by"):
        if details.get(officer):
            desk.office.officer(details[officer])
