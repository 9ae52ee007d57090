"""What a year's report counts beside the figures of any period: typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Intake(NamedTuple):
    """How many petitions of one month and kind came in. respondent: the unit complained of; "" where nobody made sure of it."""

    month: str
    category: str
    content: str
    branch: str
    respondent: str
    received: int


class Yearly(NamedTuple):
    """intake: all of the year. happened: month → event → how often. handed: unit → event → how often."""

    intake: tuple[Intake, ...]
    happened: Mapping[str, Mapping[str, int]]
    handed: Mapping[str, Mapping[str, int]]
