"""The regional instrument that an office applies, and what only such a one settles."""

from datetime import date

from .instrument import Instrument, load
from .law import OwnRules


def profile(name: str) -> Instrument:
    """The regional instrument of that name, as the setting `profile` has it."""
    return load(f"local-{name}")


def regional(own: OwnRules, received_on: date) -> Instrument | None:
    """The regional instrument that the office applies to a petition received on that day."""
    found = own.profile_on(received_on)
    return profile(found.value) if found else None


def lapse_basis(own: OwnRules, received_on: date) -> str:
    """By which article who does not go one level up in time has the handling taken for ended; nothing: by none."""
    found = regional(own, received_on)
    return f"{found.title}{found.lapsed}" if found and found.lapsed else ""


def representatives_at_most(own: OwnRules, received_on: date, headcount: int) -> tuple[int, str] | None:
    """How many representatives so many may send, and by which article; None where the national number stands."""
    found = regional(own, received_on)
    if found is None:
        return None
    groups = (group for group in found.representatives if not group.headcount or headcount <= group.headcount)
    return next(((group.at_most, f"{found.title}{group.article}") for group in groups), None)
