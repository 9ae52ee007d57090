"""What the office has already of the same person about the same matter 判重: found, and said with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...core import masking
from ...core.petition import Registration
from ...reports.matter.candidate_lines import Candidate
from ...rules.own_matters import likenesses
from ...rules.same_matter import Text, telling, text_of
from ...rules.same_matter import likeness as likeness_of_two
from ...rules.same_person import agreement, by_name_alone, speaks_against, strength
from ...store import connection as store
from ...store.queries import same_person
from ..desk import Desk


def text_of_paper(paper: Registration) -> Text:
    """What a petition says, made ready to be compared."""
    parts = (paper.content, paper.demand, paper.facts, paper.reasons, paper.purpose)
    return text_of(paper.title, "\n".join(part for part in parts if part))


def candidates(desk: Desk, paper: Registration, *, but: str = "") -> list[Candidate]:
    """The person's other petitions received by the day of this one, the likeliest to be about the same matter first.

    People of whom only the name agrees are among them only where the matter does. but: its own number.
    """
    if paper.anonymous:
        return []
    text = text_of_paper(paper)
    found = (
        _masked(each, paper)
        for each in of_the_person(desk, paper, text, but=but)
        if each.likeness.same or not by_name_alone(each.signs)
    )
    return sorted(found, key=_likely, reverse=True)


def _likely(each: Candidate) -> tuple[bool, bool, int, float]:
    return each.likeness.same, not speaks_against(each.signs), strength(each.signs), each.likeness.score


def of_the_person(
    desk: Desk, paper: Registration, text: Text, *, but: str = "", as_of: date | None = None
) -> Iterator[Candidate]:
    """What else people have who agree with this one, those of the same name too, read together; what both say unmasked.

    Those of whom something speaks against its being the same person are read each by itself, and come last.
    but: its own number. as_of: all that came in by the end of that day, as it stood then; else what came in by the day
    of this one, as it stands now.
    """
    by = as_of or paper.received_on
    with store.translated(desk.path):
        numbers = same_person.of_same_person(desk.connection, paper.petitioners, but=but, received_by=by)
        numbers += same_person.of_same_name(
            desk.connection, paper.petitioners, list(telling(text)), but=but, received_by=by
        )
    cases = [desk.case(number, as_of=as_of) for number in dict.fromkeys(numbers)]
    signs = [agreement(paper.petitioners, case.registration.petitioners) for case in cases]
    agreeing = [(case, agreed) for case, agreed in zip(cases, signs, strict=True) if agreed]
    theirs = [(case, agreed) for case, agreed in agreeing if not speaks_against(agreed)]
    alike = likenesses(text, [text_of_paper(case.registration) for case, _ in theirs])
    for (case, agreed), likeness in zip(theirs, alike, strict=True):
        by_way = "" if likeness.by_way is None else theirs[likeness.by_way][0].number
        yield Candidate(case, agreed, likeness, by_way)
    for case, agreed in agreeing:
        if speaks_against(agreed):
            yield Candidate(case, agreed, likeness_of_two(text, text_of_paper(case.registration)))


def _masked(found: Candidate, paper: Registration) -> Candidate:
    known = masking.known_of((*found.case.people, *paper.petitioners))
    shared = tuple(filter(None, (masking.stretch(words, known) for words in found.likeness.shared)))
    return found._replace(likeness=found.likeness._replace(shared=shared))
