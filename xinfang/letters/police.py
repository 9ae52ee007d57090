"""Documents of the police's own procedures, where a petition is a report 报案, 控告 or 举报."""

from __future__ import annotations

from collections.abc import Sequence

from .material import Fields, Material
from .words import day, or_blank, sentence


def police(m: Material) -> Fields:
    """What the register knows; the rest is for the officer's pen."""
    own = m.own
    return {
        "案件编号": or_blank(m.case.registration.police_case),
        "接报日期": day(m.case.registration.received_on),
        "步骤日期": day(m.acted_on),
        "受案单位": or_blank(m.case.unit),
        "接报民警": or_blank(m.case.officer or m.case.registration.first_officer),
        "受案意见": sentence(own.get("reason")),
        "不予立案理由": or_blank(str(own.get("reason", "")).rstrip("。")),
        "管辖机关": or_blank(own.get("to")),
        "移送理由": sentence(own.get("reason")),
        "案由": or_blank(own.get("charge") or m.said("procedure").get("charge")),
        "证据": _evidence(own.get("evidence", ())),
        "领受人": or_blank(own.get("receiver")),
    }


ROWS = 6
"""Lines of the list of evidence that are there to be filled in by hand."""


def _evidence(said: Sequence[str]) -> list[Fields]:
    """What was handed in, one line each: name, number and marks, as typed between bars; then empty lines."""
    lines = [[*(part.strip() for part in each.replace("｜", "|").split("|", 2)), "", ""][:3] for each in said]
    lines += [["", "", ""]] * (ROWS - len(lines))
    return [
        {"序": str(place), "名称": name, "数量": number, "特征": marks}
        for place, (name, number, marks) in enumerate(lines, start=1)
    ]
