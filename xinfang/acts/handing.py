"""Handing over 转送、交办: to whom it went, how it comes back, and where it stands then."""

from __future__ import annotations

from datetime import date

from ..core.case import HANDED_OVER, Case, Event
from ..core.terms import State

AWAY = (State.FORWARDED, State.ASSIGNED)
"""With a unit that has not taken it up yet."""
MOVES = ("received", *sorted(HANDED_OVER), "sent-back", "objected", "objection-refused", "disputed", "designated")
"""What decides who has it: the next such step cannot come before the last."""


def handover(case: Case, on: date) -> tuple[Event, ...]:
    """The forwarding or assigning by which it was, on that day, last sent to the unit that is its `value`, and all after it.

    Up to its being sent to another unit; what is sent once more to the unit that has it was handed over before.
    Empty when it had not been sent anywhere.
    """
    found: list[Event] = []
    for event in case.events:
        sent = event.name in HANDED_OVER
        if sent and event.on > on and not (found and found[0].value == event.value):
            break
        if sent and (not found or found[0].value != event.value or any(e.name == "sent-back" for e in found)):
            found = [event]
        elif found:
            found.append(event)
    return tuple(found)


def sender(case: Case, unit: str) -> str:
    """To whom it goes back once it is handed over to `unit`: who sent it first, as long as nobody has taken it up."""
    return case.returns_to if case.returns_to not in ("", unit) else case.unit


def at_home(case: Case) -> State:
    """How it stands where nobody else has it: as far as it had come before it was sent away."""
    if case.last("accepted"):
        return State.ACCEPTED
    return State.INFORMED if case.last("informed") else State.REGISTERED


def sent_back(case: Case, on: date, about: str) -> Case:
    """With the sender again. Who gave it back did not take it up first, so it is not the first handler 首办."""
    first = "" if case.first_handler == case.unit and not case.last("accepted") else case.first_handler
    return case.to(
        at_home(case),
        Event("sent-back", on, about=about, value=case.unit),
        unit=case.returns_to or case.unit,
        returns_to="",
        officer="",
        co_units=(),
        first_handler=first,
    )


def left_with(case: Case, on: date) -> Case:
    """Where it is it stays: it stands again as before the objection or the dispute."""
    if case.state not in {State.OBJECTED, State.DISPUTED}:
        return case
    return case._replace(state=case.before, state_since=on)


def handed_over(case: Case, event: Event) -> Case:
    """With the unit that is the event's `value`. What was accepted stays accepted."""
    changes = {"unit": event.value, "officer": "", "co_units": (), "returns_to": sender(case, event.value)}
    if case.state is State.ACCEPTED:
        return case.after(event, **changes)
    return case.to(State.FORWARDED if event.name == "forwarded" else State.ASSIGNED, event, **changes)
