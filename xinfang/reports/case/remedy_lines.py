"""What the clerk is told after service, hearing, agreement and review: what it means and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...acts.levels import as_known
from ...core.case import Case
from ...core.entry import Entry
from ...core.office import Office
from ...core.remedies import REMANDING, HearingStage, MediationResult, Opinion, RequestResult, ReviewOutcome
from ...core.terms import Method, State
from ...rules.articles import cite
from ...rules.reviewers import giver, next_above, placed
from ..columns import words

ASKING = {"ask-review": "review", "ask-recheck": "recheck"}
"""The petitioner's acts → the article of the body that he turns to."""


def remedy_lines(case: Case, entry: Entry, office: Office) -> Iterator[str]:
    """A line for each thing worth saying; indented as the receipt's other lines are."""
    for line in LINES[entry.act](case, entry):
        yield f"  {line}"
    if entry.act in ASKING:
        for line in _not_compared(case, entry, office):
            yield f"  {line}"


def _serve(case: Case, entry: Entry) -> Iterator[str]:
    method = entry.data.get("method", Method.IN_PERSON)
    if method == Method.IN_PERSON and not entry.data.get("receiver"):
        yield "已记为信访人本人签收；他人代收的，撤销后用 --receiver 重记"
    if method == Method.NOTICE:
        yield f"公告送达以所填的 {entry.on} 为送达日（条例没有规定公告的天数）"
    if case.state is State.ACCEPTED:
        yield f"原意见已不再有效，自 {entry.on} 起重新办理。下一步: xinfang reply {case.number} …"
    if entry.data.get("opinion") == Opinion.RECHECK and case.state is State.RECHECK_SERVED:
        yield f"下一步: xinfang conclude {case.number}（三级终结）"


def _hear(case: Case, entry: Entry) -> Iterator[str]:
    stage = entry.data["stage"]
    if stage == HearingStage.CONVENE:
        yield f"{entry.data['held_on']} 在{entry.data['place']}听证；开始时: xinfang hear {case.number} start"
    elif stage == HearingStage.START:
        yield f"结束时: xinfang hear {case.number} finish --conclusion 结论"
    elif case.state is State.RECHECKING:
        yield f"听证的天数（含首尾两日）不计入复核期限（{cite('recheck-hearing', case.registration.received_on)}）"
    else:
        yield f"办理期限不扣除听证的天数（{cite('recheck-hearing', case.registration.received_on)}只及复核）"


def _mediate(case: Case, entry: Entry) -> Iterator[str]:
    if entry.data["settlement"] == MediationResult.AGREED:
        yield f"履行后: xinfang carry-out {case.number}；没有履行的: xinfang mediate {case.number} --result failed --text 原因"
    else:
        yield "继续办理，原来的期限照旧，不因调解、和解而延长"


def _asked(case: Case, entry: Entry) -> Iterator[str]:
    act = "review" if entry.act == "ask-review" else "recheck"
    if entry.data.get("late_reason"):
        yield "逾期提出，收下的理由已留痕"
    yield f"由{entry.data['to']}办理；作出意见后: xinfang {act} {case.number} --outcome 意见"


def _not_compared(case: Case, entry: Entry, office: Office) -> Iterator[str]:
    """That nobody could compare whether the body asked is the next above: the ledger does not know its place."""
    office = placed(office, entry.on)
    decided = giver(case, office) if entry.act == "ask-review" else case.reviewer
    above = next_above(decided, office)
    if as_known(entry.data["to"], office, entry.on) == above:
        return
    known = f"台账所记的是{above}" if above else f"台账没有记{decided}的上一级"
    basis = cite(ASKING[entry.act], case.registration.received_on)
    yield f"没有核对{entry.data['to']}是不是{decided}的上一级机关、单位（{basis}）：{known}"
    yield f"不是的: xinfang retract {case.number} --act {entry.act} --reason 写错"
    if not above and decided == office.name:
        yield "本单位的上一级设定以后不用再写 --to: xinfang setting set superior 机关"


def _request(case: Case, entry: Entry) -> Iterator[str]:
    if entry.data["request"] in {RequestResult.REVIEW_ACCEPTED, RequestResult.RECHECK_ACCEPTED}:
        act = "review" if case.state is State.REVIEWING else "recheck"
        yield f"已受理，期限自收到申请之日起算；作出意见后: xinfang {act} {case.number} --outcome 意见"
    else:
        yield "申请没有受理，仍在申请期限以内的，信访人可以再申请"


def _decided(case: Case, entry: Entry) -> Iterator[str]:
    yield f"下一步: xinfang serve {case.number} …（送达信访人）"
    decision = entry.data["decision"]
    if decision in REMANDING:
        yield f"{words(ReviewOutcome)[decision]}的，自送达之日起由{case.opinion_of or case.unit}重新办理、重新答复"


def _conclude(case: Case, entry: Entry) -> Iterator[str]:
    if entry.data.get("lapsed"):
        yield f"依据 {entry.data['basis']}；没有经过复核，不发生“不再受理”的效果"
        yield f"信访人有正当理由的，仍可申请: xinfang ask-review {case.number} --late-reason 理由"
        return
    basis = cite("concluded", case.registration.received_on)
    yield f"以同一事实和理由再提的，登记后不再受理: xinfang decline 编号 --ground concluded --other {case.number}（{basis}）"
    yield f"疏导帮扶照做: xinfang care {case.number} --kind education --text 情况（{cite('care', case.registration.received_on)}）"


def _carry_out(case: Case, entry: Entry) -> Iterator[str]:
    if case.state in (State.SETTLED, State.SERVED):
        yield f"下一步: xinfang close {case.number} --result 结果"


def _withdraw(case: Case, entry: Entry) -> Iterator[str]:
    signed = "代理人" if entry.data.get("agent") else "信访人本人"
    yield f"依据{signed} {entry.data['dated']} 的书面申请；原件归卷备查"


LINES: dict[str, Callable[[Case, Entry], Iterator[str]]] = {
    "serve": _serve,
    "hear": _hear,
    "mediate": _mediate,
    "ask-review": _asked,
    "settle-request": _request,
    "review": _decided,
    "ask-recheck": _asked,
    "recheck": _decided,
    "conclude": _conclude,
    "carry-out": _carry_out,
    "withdraw": _withdraw,
}
