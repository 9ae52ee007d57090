"""Who brought it, kept out of every document that reaches anybody but the petitioner (第三十条第三款)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..core import masking
from ..core.case import Case
from .common import ANONYMOUS
from .kinds import PETITIONER, Kind
from .material import Fields
from .words import BLANK

SOMEBODY = "×××"
IDENTIFYING = ("证件号码", "联系电话", "住址", "送达地址", "代理人", "代表")
OURS = ("登记人", "联系方式")
"""The office's own, which may look like a petitioner's: the number to call here is no secret."""
THROUGH_US = "就需要告知、答复信访人的事项与我单位联系，由我单位转达"
"""What is asked of a receiver who may not know whom to tell."""
_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1\d{2}[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)")


def hides(case: Case, kind: Kind) -> bool:
    """Whether the document must not say who the petitioner is."""
    paper = case.registration
    return kind.to != PETITIONER and (paper.confidential or paper.anonymous or case.restricted)


def withheld(fields: Fields, case: Case) -> Fields:
    """The fields without names, numbers and addresses of any petitioner, wherever in a text they stand."""
    paper = case.registration
    who = ANONYMOUS if paper.anonymous else f"信访人（{'要求' if paper.confidential else '依法'}保密）"
    # An ID number is of more than the pattern's shapes when it was written down as doubtful.
    ids = (person.id_number for person in case.people if person.id_number)
    known = dict.fromkeys((*masking.known_of(case.people), *ids), SOMEBODY)
    hidden = {name: _without(value, known) for name, value in fields.items()}
    ours = {name: fields[name] for name in OURS}
    if "告知要求" in fields:
        ours["告知要求"] = THROUGH_US
    return hidden | ours | {"信访人": who, "收件人": who, "名单": []} | dict.fromkeys(IDENTIFYING, BLANK)


def _without(value: Any, known: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _NUMBER.sub(SOMEBODY, masking.hidden(value, known))
    if isinstance(value, Mapping):
        return {name: _without(each, known) for name, each in value.items()}
    if isinstance(value, list):
        return [_without(each, known) for each in value]
    return value
