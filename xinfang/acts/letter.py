"""Letter 文书: a document was made; what it said can be proved by the digest of its file.

Retracted, it was never made: its number is free again if it was the last of its series.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.letter_kinds import LetterKind
from .guards import must_stand


class Lettered(NamedTuple):
    """document: 文号. sequence: its place among the numbers of its kind in that year, 0 where it has no such number.

    on: the day it is dated. digest, template: SHA-256 of the file and of the template it was made from.
    about: the turn of the act it is the document of, 0 where that has not been done.
    """

    on: date
    letter: LetterKind
    document: str = ""
    sequence: int = 0
    digest: str = ""
    template: str = ""
    about: int = 0


def decide(
    case: Case,
    letter: LetterKind,
    *,
    document: str = "",
    sequence: int = 0,
    about: int = 0,
    made_on: date | None = None,
    again: bool = False,
    on: date,
) -> Lettered:
    """The fact, to which the digests are added once the file is there. In any state of the petition.

    made_on: when the document of the same act was made before. again: make it anew under the same number.
    """
    must_stand(case, on)
    if made_on is not None and not again:
        number = f"（{document}）" if document else ""
        raise NotAllowed(
            "E315",
            f"{case.number} 的{letter.label}{number}已于 {made_on} 制作。",
            remedy=f"改正后重做，文号不变: xinfang letter {case.number} {letter.value} --again（同名的文件加 --force 覆盖）",
        )
    return Lettered(on, letter, document, sequence, about=about)


def apply(case: Case, fact: Lettered) -> Case:
    """Nothing changes in law; the series goes on from its number."""
    return case.after(Event("lettered", fact.on, about=fact.document, part=fact.sequence, value=fact.letter.value))
