"""Note 记事: anything worth keeping that changes nothing in law."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case
from ..core.errors import BadInput
from .guards import not_before


class Noted(NamedTuple):
    """text: what happened, in the officer's words."""

    on: date
    text: str


def decide(case: Case, text: str, *, on: date) -> Noted:
    """The fact; allowed at any time since the petition was received."""
    not_before(case, on, "received")
    if not text:
        raise BadInput("E105", f"{case.number} 的记事没有内容。", remedy="xinfang note 编号 内容")
    return Noted(on, text)


def apply(case: Case, fact: Noted) -> Case:
    """Nothing changes in law; what was noted can be found."""
    return case._replace(notes=(*case.notes, fact.text))
