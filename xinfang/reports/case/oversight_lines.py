"""What a receipt says after an act of oversight: the article it rests on, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from ...acts.rate import TOLD
from ...acts.supervise import basis_of
from ...core.case import Case
from ...core.entry import Entry
from ...core.oversight import Adoption, Proposal, RatedBody, Situation
from ...core.terms import Kind
from ...rules.articles import cite, knows
from ..columns import words

SINCE_2022 = "categories"
"""What only the instrument of 2022 has, to tell which of the two governs."""


def oversight_lines(case: Case, entry: Entry) -> Iterator[str]:
    """The lines after the first; none for what asks for nothing more."""
    yield from {
        "supervise": _supervised,
        "advise": _advised,
        "adopt": _adopted,
        "sponsor": _sponsored,
        "urgent": _reported,
        "rate": _rated,
    }[entry.act](case, entry)


def _supervised(case: Case, entry: Entry) -> Iterator[str]:
    part, step = entry.data["part"], entry.data.get("supervision", "opened")
    again = f"xinfang supervise {case.number}"
    if step == "opened":
        situation = entry.data["situation"]
        basis = basis_of(situation, case.registration.received_on)
        yield f"  督办{part}: {words(Situation)[situation]}  {basis}"
        yield f"  下一步: 收到答复后 {again} --answered --part {part} --text 答复内容"
    elif step == "answered":
        yield f"  督办{part}: 收到答复"
        yield f"  下一步: 处理完毕后 {again} --close --part {part} --text 处理结果"


def _advised(case: Case, entry: Entry) -> Iterator[str]:
    part, proposal = entry.data["part"], entry.data["proposal"]
    received_on = case.registration.received_on
    yield f"  建议{part}: {words(Proposal)[proposal]}  {cite(proposal, received_on)}"
    if knows(SINCE_2022, received_on):
        yield f"  {cite('advice-feedback', received_on)}：应当书面反馈采纳情况；条文没有规定天数"
    yield f"  下一步: 收到反馈后 xinfang adopt {case.number} --part {part} --result …"


def _adopted(case: Case, entry: Entry) -> Iterator[str]:
    yield f"  建议{entry.data['part']}: {words(Adoption)[entry.data['adoption']]}"


def _sponsored(case: Case, entry: Entry) -> Iterator[str]:
    if entry.data.get("sponsorship", "begun") != "reported":
        yield f"  下一步: xinfang sponsor {case.number} --visit 约访情况；有了结果 --result 结果"


def _reported(case: Case, entry: Entry) -> Iterator[str]:
    received_on = case.registration.received_on
    if entry.data["report"] == "first" and knows(SINCE_2022, received_on):
        whom = "本级党委和政府，通报相关主管部门和本级信访工作联席会议办公室"
        if case.kind is Kind.BUREAU:
            whom += "；并向上一级信访部门报告，同时报告国家信访局"
        yield f"  {cite('urgent', received_on)}：应当及时报告{whom}"
    if entry.data["report"] != "final":
        yield f"  下一步: xinfang urgent {case.number} --report further …（续报）或 --report final …（终报）"


def _rated(case: Case, entry: Entry) -> Iterator[str]:
    told = max(place for place, event in enumerate(case.events) if event.name in TOLD)
    rated = {event.value.split(":")[0] for event in case.events[told:] if event.name == "rated"}
    left = "、".join(body.label for body in RatedBody if body.value not in rated)
    if left:
        yield f"  还没有评价: {left}"
