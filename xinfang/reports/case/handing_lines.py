"""After a step about whose the petition is: where it stands now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from ...acts.guards import ANSWERED
from ...core.case import Case
from ...core.entry import Entry
from ...core.terms import State
from ...rules.articles import cite


def handing_lines(case: Case, entry: Entry) -> Iterator[str]:
    """The lines under the receipt's first."""
    number, received_on = case.number, case.registration.received_on
    sign = f"  下一步: {case.unit}签收后 xinfang receive {number}"
    if entry.act == "object":
        sender = case.returns_to or case.registration.source_unit
        yield f"  等{sender}核实；没有答复不等于同意，不得自行退回（{cite('object', received_on)}）"
        yield f"  下一步: xinfang settle-objection {number} --agree 或 --refuse"
    elif entry.act == "settle-objection" and not entry.data["agreed"]:
        yield f"  异议未获同意，仍由{case.unit}办理（{cite('object', received_on)}）"
        yield f"  仍有争议的: xinfang negotiate {number} --with 单位 --failed"
    elif case.state is State.RETURNED:
        yield f"  材料交还{case.registration.source_unit}，本机关办理完毕"
    elif case.state is State.DISPUTED:
        yield f"  由共同的上一级机关、单位决定；没有的，由共同的信访工作联席会议协调（{cite('designate', received_on)}）"
        yield f"  下一步: xinfang designate {number} --decided-by 机关 --unit 单位"
    elif case.events[-1].name == "sent-back":
        yield f"  已退回{case.unit}，第 {case.times('sent-back')} 次退回；再转送、交办没有新的法定期限，应当及时（{cite('no-delay', received_on)}）"
        yield f"  下一步: xinfang forward {number} --unit 单位"
    elif case.events[-1].name in {"forwarded", "assigned"}:
        yield sign
    elif entry.act == "recuse" and not case.officer:
        again = f"xinfang retract {number} --act recuse --reason 补写接办人，再加 --replaced-by 姓名重记"
        given = f"xinfang assign {number} --unit {case.unit} --officer 姓名"
        yield f"  还没有接办的经办人: {again if case.state in ANSWERED else given}"
