"""What was supervised, advised, inspected and met by leaders in a period: typed rows, days as ISO text."""

from __future__ import annotations

from typing import NamedTuple


class Supervision(NamedTuple):
    """One supervision 督办 of a petition: of which unit, for what, answered by when. What came after the day asked for is None."""

    number: str
    part: int
    unit: str
    situation: str
    on: str
    answer_by: str
    answered_on: str | None
    closed_on: str | None


class Advice(NamedTuple):
    """One piece of advice 建议 and the written feedback on it; adoption is empty while there is none."""

    number: str
    part: int
    to: str
    proposal: str
    on: str
    answered_on: str | None
    adoption: str


class Inspection(NamedTuple):
    """One inspection 评查 of the file of a petition. unit: who has the petition."""

    number: str
    unit: str
    grade: str
    score: int | None


class LeaderAct(NamedTuple):
    """What a leader did about a petition: the event, and of a meeting its kind."""

    number: str
    unit: str
    event: str
    meeting: str


class Overseen(NamedTuple):
    """All of a period."""

    supervisions: tuple[Supervision, ...]
    advice: tuple[Advice, ...]
    inspections: tuple[Inspection, ...]
    leader_acts: tuple[LeaderAct, ...]
