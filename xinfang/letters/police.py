"""Documents of the police's own procedures, where a petition is a report 报案, 控告 or 举报."""

from __future__ import annotations

from .material import Fields, Material
from .words import BLANK, day, or_blank, sentence


def police(m: Material) -> Fields:
    """What the register knows; the rest is for the officer's pen."""
    own = m.own
    return {
        "案件编号": or_blank(m.case.registration.police_case),
        "接报日期": day(m.case.registration.received_on),
        "步骤日期": day(m.entry.on if m.entry else None),
        "受案单位": or_blank(m.case.unit),
        "接报民警": or_blank(m.case.officer or m.case.registration.first_officer),
        "受案意见": BLANK,
        "不予立案理由": BLANK,
        "管辖机关": or_blank(own.get("to")),
        "移送理由": sentence(""),
        "案由": BLANK,
        "领受人": or_blank(own.get("receiver")),
    }
