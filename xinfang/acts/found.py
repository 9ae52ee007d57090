"""Found 建账: the office opens its ledger."""

from datetime import date
from typing import NamedTuple

from ..core.errors import BadInput
from ..core.office import Office
from ..core.terms import Kind


class Founded(NamedTuple):
    """code: the office's code, unique among offices. superior: the body one level up, which reviews (第三十五条)."""

    on: date
    name: str
    code: str
    kind: Kind
    superior: str = ""


def decide(name: str, code: str, kind: Kind, *, superior: str = "", on: date) -> Founded:
    """The fact. Name and code must be given."""
    for value, what, option in ((name, "单位名称", "--office"), (code, "单位代码", "--code")):
        if not value:
            raise BadInput("E105", f"{what}没有填。", remedy=f"加 {option}")
    return Founded(on, name, code, kind, superior)


def apply(_office: Office | None, fact: Founded) -> Office:
    """The office as it begins."""
    return Office(fact.name, fact.code, fact.kind, fact.superior)
