"""The petitions of all people that a text is most like."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ...acts.replay import case_of
from ...core import clean
from ...core.case import Case
from ...core.errors import BadInput
from ...core.table import Table
from ...core.terms import State
from ...reports.matter.candidate_lines import Candidate
from ...reports.matter.similar import Near, similar_table
from ...rules.same_matter import Text, likeness, score, telling, text_of
from ...store import search
from ..access import look, visible
from ..asked import checked_limit, cut
from ..desk import Desk
from .classing import sorts_of
from .earlier import of_the_person, text_of_paper

COMPARED = 60
"""Of what holds the most telling words so many are compared word by word."""
SHOWN = 10
LEAST = 0.1
"""What is less like is not shown: it has the words of all petitions in common and no more."""


class _Asked(NamedTuple):
    """What is compared with all others. case: the petition whose text it is, if it is one's."""

    text: Text
    case: Case | None = None

    @property
    def number(self) -> str:
        return self.case.number if self.case else ""


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

    Those of the same person are told as `register` tells them, all of hers read together.

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
    own = {each.number: each for each in _of_the_person(desk, asked, on)}
    others = (desk.case(hit.number, as_of=on) for hit in seen if hit.number not in (asked.number, *own))
    cases = {case.number: case for case in others if case.state is not State.VOID}
    texts = {number: text_of_paper(case.registration) for number, case in cases.items()}
    scores = {number: score(asked.text, text) for number, text in texts.items()}
    scores |= {number: each.likeness.score for number, each in own.items()}
    alike = [number for number, found in scores.items() if found >= LEAST]
    best, more = cut(sorted(alike, key=lambda number: (-scores[number], number)), limit)
    found = [own.get(number) or Candidate(cases[number], (), likeness(asked.text, texts[number])) for number in best]
    near = [Near(each, sorts_of(desk, each.case, on=on)) for each in found]
    opened = [each.number for each in found if each.case.restricted]
    if opened:
        desk.record_looks("similar --restricted", opened)
    return similar_table(near, asked.case.people if asked.case else (), more=more, restricted=restricted)


def _of_the_person(desk: Desk, asked: _Asked, on: date) -> Iterable[Candidate]:
    """What the same person has, read together as at registration; nothing where who wrote is not for everybody."""
    case = asked.case
    if case is None or case.restricted or case.registration.anonymous or case.registration.confidential:
        return ()
    return of_the_person(desk, case.registration, asked.text, but=case.number, as_of=on)


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
    return _Asked(text_of_paper(case.registration), case)
