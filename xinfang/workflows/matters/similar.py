"""The petitions of all people that a text is most like."""

from __future__ import annotations

from typing import NamedTuple

from ...acts.replay import case_of
from ...core import clean
from ...core.errors import BadInput
from ...core.petition import Petitioner
from ...core.table import Table
from ...core.terms import State
from ...reports.matter.similar import Near, similar_table
from ...rules.same_matter import Text, likeness, score, telling, text_of
from ...store import search
from ..access import look, visible
from ..asked import checked_limit, cut
from ..desk import Desk
from .classing import sorts_of
from .earlier import text_of_paper

COMPARED = 60
"""Of what holds the most telling words so many are compared word by word."""
SHOWN = 10
LEAST = 0.1
"""What is less like is not shown: it has the words of all petitions in common and no more."""


class _Asked(NamedTuple):
    """What is compared with all others."""

    text: Text
    number: str = ""
    people: tuple[Petitioner, ...] = ()


def similar(
    desk: Desk,
    typed: str,
    *,
    text: str,
    limit: int | None,
    as_of: str | None,
    restricted: bool,
) -> Table:
    """The petitions most like a petition, or a text, with score and reason; those of the same matter too.

    restricted: accusations too that the acting officer may see; on each that was shown it is written down. Raises
    BadInput E105 without number and text, E104 with both, NotAllowed E317, E318.
    """
    on = desk.as_of(as_of)
    limit = checked_limit(limit) or SHOWN
    asked = _asked(desk, typed, text, restricted=restricted)
    phrases = telling(asked.text)
    with desk.reading() as db:
        hits = search.holding(db, phrases, as_of=on, restricted=restricted, at_most=COMPARED)
        seen = list(visible(desk, iter(hits)) if restricted else hits)
    others = (desk.case(hit.number, as_of=on) for hit in seen if hit.number != asked.number)
    cases = [case for case in others if case.state is not State.VOID]
    texts = {case.number: text_of_paper(case.registration) for case in cases}
    scores = {number: score(asked.text, text) for number, text in texts.items()}
    alike = [case for case in cases if scores[case.number] >= LEAST]
    best, more = cut(sorted(alike, key=lambda case: (-scores[case.number], case.number)), limit)
    near = [Near(case, likeness(asked.text, texts[case.number]), sorts_of(desk, case, on=on)) for case in best]
    opened = [each.case.number for each in near if each.case.restricted]
    if opened:
        desk.record_looks("similar --restricted", opened)
    return similar_table(near, asked.people, more=more, restricted=restricted)


def _asked(desk: Desk, typed: str, text: str, *, restricted: bool) -> _Asked:
    if typed and text:
        raise BadInput("E104", "编号和文字只写一样。", remedy="xinfang similar 12，或 xinfang similar --text 文字")
    if not typed:
        wanted = clean.paragraph(text, what="文字")
        if not wanted:
            raise BadInput("E105", "没有写和什么相似。", remedy="xinfang similar 12，或 xinfang similar --text 文字")
        return _Asked(text_of("", wanted))
    number = desk.number(typed)
    entries = desk.entries(number)
    look(desk, "similar", entries, restricted=restricted)
    case = case_of(entries)
    return _Asked(text_of_paper(case.registration), number, tuple(case.people))
