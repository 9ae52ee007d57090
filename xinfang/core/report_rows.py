"""Rows that reports are made from, as the projected tables have them: days as ISO text."""

from typing import NamedTuple

Receiver = tuple[str, str]
"""The unit and the officer that received a petition first 首接单位、首接人; fixed for ever."""
ReceivedRow = tuple[str, str, str, str, str, str, str]
"""What observation looks at: category, content code, branch, unit, region, channel, day received."""


class SpellRow(NamedTuple):
    """A stretch of days in which a petition stood the same way, with who received it first."""

    petition: int
    number: str
    first_unit: str
    first_officer: str
    since: str
    until: str | None
    """The first day of the next stretch, or None."""
    state: str
    unit: str
    acknowledged: int
    sent: int
    """Whether it was forwarded or assigned to that unit on the day the stretch begins."""
    officer: str = ""
    """Who of the unit had it; '' where nobody was named."""


class ObjectionRow(NamedTuple):
    """An objection 异议, or how one was settled: the event, and which unit's it is."""

    petition: int
    on_day: str
    event: str
    unit: str


class RepliedRow(NamedTuple):
    """A petition that was answered in the period, last on `replied_on`."""

    petition: int
    number: str
    first_unit: str
    first_officer: str
    replied_on: str


class MemberRow(NamedTuple):
    """A petition of a matter, with one earlier petition that it repeats or None; one row for each of several."""

    petition: int
    number: str
    received_on: str
    channel: str
    is_void: int
    """1: its registration was retracted. It holds its matter together still."""
    restricted: int
    """1: an accusation; who wrote it is not shown (第三十条第三款)."""
    earlier: int | None


class OpenDuties(NamedTuple):
    """So many duties of one kind and unit due on one day; late: of those how many were not done by then.

    The unit is empty for what another body owes than the one that has the petition, where the label does not say which.
    """

    name: str
    label: str
    unit: str
    due: str
    number: int
    late: int


class EndedDuties(NamedTuple):
    """So many past duties of one kind and unit: days left when they came to stand and when they ended, -1 if late."""

    name: str
    unit: str
    begun: int
    ended: int
    number: int
