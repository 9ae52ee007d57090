"""What the office has already of the same person about the same matter 判重: found, and said with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from ...core import masking
from ...core.petition import Registration
from ...reports.matter.candidate_lines import Candidate
from ...rules.own_matters import likenesses
from ...rules.same_matter import Text, telling, text_of
from ...rules.same_person import SAME_NAME, agreement, strength
from ...store.queries import same_person
from ..desk import Desk
from ..earlier_people import of_same_person


def text_of_paper(paper: Registration) -> Text:
    """What a petition says, made ready to be compared."""
    parts = (paper.content, paper.demand, paper.facts, paper.reasons, paper.purpose)
    return text_of(paper.title, "\n".join(part for part in parts if part))


def candidates(desk: Desk, paper: Registration) -> list[Candidate]:
    """The person's other petitions received by the day of this one, the likeliest to be about the same matter first.

    People of whom only the name agrees are among them only where the matter does.
    """
    if paper.anonymous:
        return []
    text = text_of_paper(paper)
    numbers = of_same_person(desk, paper)
    numbers += same_person.of_same_name(
        desk.connection, paper.petitioners, list(telling(text)), received_by=paper.received_on
    )
    found = list(_judged(desk, paper, text, dict.fromkeys(numbers)))
    return sorted(found, key=lambda each: (each.likeness.same, strength(each.signs), each.likeness.score), reverse=True)


def _judged(desk: Desk, paper: Registration, text: Text, numbers: Iterable[str]) -> Iterable[Candidate]:
    cases = [desk.case(number) for number in numbers]
    signs = [agreement(paper.petitioners, case.registration.petitioners) for case in cases]
    theirs = [(case, agreed) for case, agreed in zip(cases, signs, strict=True) if agreed]
    alike = likenesses(text, [text_of_paper(case.registration) for case, _ in theirs])
    for (case, agreed), likeness in zip(theirs, alike, strict=True):
        if agreed != (SAME_NAME,) or likeness.same:
            known = masking.known_of((*case.people, *paper.petitioners))
            shared = tuple(filter(None, (masking.stretch(words, known) for words in likeness.shared)))
            by_way = "" if likeness.by_way is None else theirs[likeness.by_way][0].number
            yield Candidate(case, agreed, likeness._replace(shared=shared), by_way)
