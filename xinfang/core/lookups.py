"""What a look at the projected tables gives back: typed rows, days as ISO text."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple


class DeadlineRow(NamedTuple):
    """A deadline with the petition it belongs to, as things stood on the day asked for."""

    petition: int
    number: str
    title: str
    petitioner: str
    people: str
    """All who ever stood in the registration: to be masked in texts (masking.text_of_row)."""
    unit: str
    officer: str
    deadline: str
    label: str
    article: str
    started_on: str
    nominal_due: str | None
    legal_due: str | None
    restricted: int
    """1: an accusation; neither title nor petitioner is shown in a list (第三十条第三款)."""
    confidential: int
    """1: the petitioner wants no name to be known; masked even where others are not."""


class PetitionDeadline(NamedTuple):
    """One time limit of a petition, by itself."""

    deadline: str
    label: str
    article: str
    status: str
    started_on: str
    nominal_due: str | None
    legal_due: str | None
    ended_on: str | None
    met: int


class PetitionRow(NamedTuple):
    """A petition in a list, as it stood on the day asked for."""

    number: str
    received_on: str
    channel: str
    petitioner: str
    people: str
    headcount: int
    title: str
    category: str
    route: int | None
    code: str
    state: str
    state_since: str
    unit: str
    officer: str
    first_unit: str
    restricted: int
    confidential: int


class Duties(NamedTuple):
    """Which duties to list: of one unit or (empty) all, at most so many. only, but: names of limits."""

    unit: str = ""
    limit: int | None = None
    only: Collection[str] = ()
    but: Collection[str] = ()


class Filters(NamedTuple):
    """Which petitions to list; empty means any. Days are inclusive, by day received."""

    state: str = ""
    open_only: bool = False
    unit: str = ""
    officer: str = ""
    channel: str = ""
    category: str = ""
    code: str = ""
    """A category and everything below it."""
    since: date | None = None
    until: date | None = None
