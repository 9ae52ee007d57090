"""Earlier petitions of the same person, as they are put before the clerk: what agrees, and how they ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ...core.case import Case
from ...core.links import Relation
from ...core.terms import Outcome
from ...rules.same_person import Sureness, sureness

if TYPE_CHECKING:
    from ...rules.same_matter import Likeness

OUTCOMES = {outcome.value: outcome.label for outcome in Outcome}
HINTED = 3
"""So many are named on a receipt."""
_WHOSE = {Sureness.SURE: "同一信访人", Sureness.MAYBE: "可能是同一信访人的", Sureness.OTHERS: "证件号不同的"}


class Known(NamedTuple):
    """Another petition of the same person, whatever it is about. signs: what agrees between the people."""

    case: Case
    signs: tuple[str, ...]


class Candidate(NamedTuple):
    """Another petition of the person. signs: what agrees between the people. likeness: between the texts, as they stand:
    `candidates` masks what both say. by_way: the number of the petition that both are like, where only that makes them
    alike."""

    case: Case
    signs: tuple[str, ...]
    likeness: Likeness
    by_way: str = ""

    @property
    def number(self) -> str:
        """Its number."""
        return self.case.number


Some = TypeVar("Some", Known, Candidate)
"""Either: what has a case and signs."""


def reason(candidate: Candidate) -> str:
    """`同一证件号、姓名相同；内容相似 0.93：都写到“锦绣新城”`."""
    likeness = candidate.likeness
    shared = "".join(f"“{words}”" for words in likeness.shared)
    by = f"都与 {candidate.by_way} 相似" if candidate.by_way else f"都写到{shared}" if shared else ""
    return f"{'、'.join(candidate.signs)}；内容相似 {likeness.score:.2f}{f'：{by}' if by else ''}"


def line(candidate: Candidate) -> str:
    """Number, day and channel, how it ended, and the reason."""
    paper = candidate.case.registration
    stands = _stands(candidate.case)
    return f"{candidate.number}（{paper.received_on} {paper.channel.label}，{stands}）{reason(candidate)}"


def _stands(case: Case) -> str:
    outcome = OUTCOMES.get(case.outcome, "")
    return f"{case.state.label}：{outcome}" if outcome else case.state.label


def hints(number: str, found: Sequence[Candidate]) -> Iterator[str]:
    """On a receipt: the person's other petitions, the surest first, of these the likeliest, and how to link one.

    What a family may have in common is said to be no more than that; who has an ID number of his own is only related.
    """
    for how_sure, some in _by_sureness(found):
        link = f"xinfang link {number} --to {some[0].case.number}"
        counted = f" {len(some)} 件，最像的" if len(some) > HINTED else ""
        yield f"  {_WHOSE[how_sure]}另有{counted}:"
        yield from (f"    {line(each)}" for each in some[:HINTED])
        related = "" if how_sure is Sureness.OTHERS else "；相关的加 --as related"
        yield f"    {_linked_as(how_sure, '是重复件的', link)}{related}"


def later_hints(number: str, received_on: date, found: Sequence[Known]) -> Iterator[str]:
    """The same of those that came in after this one, which was taken down late: they would be its repeats."""
    for how_sure, some in _by_sureness(found):
        link = f"xinfang link {some[0].case.number} --to {number}"
        yield f"  {received_on} 以后{_WHOSE[how_sure]}又有: {_named(some)}；{_linked_as(how_sure, '是这一件的重复件的', link)}"


def _by_sureness(found: Sequence[Some]) -> Iterator[tuple[Sureness, list[Some]]]:
    """The surest first; only what there is."""
    for how_sure in Sureness:
        if some := [each for each in found if sureness(each.signs) is how_sure]:
            yield how_sure, some


def _linked_as(how_sure: Sureness, repeat: str, link: str) -> str:
    return f"是相关件的: {link} --as related" if how_sure is Sureness.OTHERS else f"{repeat}: {link}"


def _named(found: Sequence[Known]) -> str:
    named = "、".join(f"{each.case.number}（{_stands(each.case)}；{'、'.join(each.signs)}）" for each in found[:HINTED])
    return named + (f"等 {len(found)} 件" if len(found) > HINTED else "")


def stated(number: str, named: str, target: str, relation: Relation) -> str:
    """On a receipt: what the clerk linked the petition to. named: the petition that was named, of the matter of target."""
    moved = f"{named} 本身是 {target} 的重复件，已直接" if target != named else ""
    return f"  {moved}记为 {target} 的{relation.label}；整个事项: xinfang matter {number}"


def linked(case: Case, repeated: Candidate) -> tuple[str, ...]:
    """On a receipt: what the petition was found to repeat, and how to undo it."""
    undo = f"xinfang unlink {case.number} --from {case.repeat_of} --reason 理由"
    # It may be likest to a later petition of the matter than the one it is linked to: the reason is about that one.
    named = "" if repeated.number == case.repeat_of else f"和其中的 {repeated.number} "
    return (f"  记为 {case.repeat_of} 的重复件（{named}{reason(repeated)}）；不是的: {undo}",)


def known_data(known: Known) -> dict[str, object]:
    """Another petition of the same person for scripts."""
    return {**_case_data(known.case), "reason": "、".join(known.signs)}


def data(candidate: Candidate) -> dict[str, object]:
    """A candidate for scripts."""
    return {
        **_case_data(candidate.case),
        "score": candidate.likeness.score,
        "same_matter": candidate.likeness.same,
        "by_way": candidate.by_way,
        "reason": reason(candidate),
    }


def _case_data(case: Case) -> dict[str, object]:
    return {
        "number": case.number,
        "received_on": case.registration.received_on.isoformat(),
        "state": case.state.value,
        "outcome": case.outcome,
    }
