"""A matter: every petition about it, whoever raised it and however."""

from __future__ import annotations

from ...core.table import Document
from ...reports.matter.page import Raising, matter_page
from ...store.queries import links
from ..access import look
from ..desk import Desk
from .classing import matter_of, sorts_of_each


def matter(desk: Desk, typed: str, *, as_of: str | None, restricted: bool) -> Document:
    """The matter that a petition is about, masked. restricted: an accusation too, and that it was looked at is written down.

    Other accusations about the matter are shown by number only. Raises NotAllowed E317, E318 for an accusation.
    """
    on = desk.as_of(as_of)
    number = desk.number(typed)
    entries = desk.entries(number)
    asked = desk.case(number, as_of=on)
    opened = look(desk, "matter", entries, restricted=restricted)
    cases = matter_of(desk, number, on=on) or [asked]
    raisings = [
        Raising(case, sorts, sealed=_closed_now(desk, case.number) and not (opened and case.number == number))
        for case, sorts in zip(cases, sorts_of_each(desk, cases), strict=True)
    ]
    with desk.reading() as db:
        related = dict.fromkeys(each for case in cases for each in links.related(db, case.number, on=on))
    others = [each for each in related if each not in {case.number for case in cases}]
    return matter_page(raisings, others, on=on)


def _closed_now(desk: Desk, number: str) -> bool:
    """As it stands now, of whatever day it is shown: an accusation was one before it was classified."""
    return desk.case(number).restricted
