"""What a fact says, in the clerk's words: the time line of `show`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from ...acts.registry import PETITION_ACTS
from ...core import masking
from ...core.entry import Entry
from ...core.handling import Simplicity, Succession
from ...core.links import Relation
from ...core.oversight import (
    Adoption,
    Cause,
    FollowUpWay,
    Grade,
    LeaderMeeting,
    Proposal,
    RatedBody,
    Rating,
    Situation,
    SponsorStep,
    SupervisionStep,
    UrgentReport,
)
from ...core.remedies import (
    Agreement,
    Assistance,
    Care,
    HearingStage,
    MediationResult,
    Opinion,
    RequestResult,
    Resolution,
    ReviewOutcome,
)
from ...core.terms import Category, Channel, Ground, Method, Outcome, Source, Track, item
from ..columns import words

PERSONAL = frozenset({"name", "id_number", "phone", "address", "agent", "receiver", "witness"})
PEOPLE = "petitioners"
HIDDEN = "***"
FIELD_WORDS = {
    "received_on": "收到日",
    "channel": "渠道",
    "title": "标题",
    "content": "内容",
    PEOPLE: "信访人",
    "source": "来源",
    "source_unit": "来自单位",
    "source_number": "来文文号",
    "report_by": "反馈期限",
    "anonymous": "匿名",
    "address_unclear": "姓名住址不清",
    "confidential": "要求保密",
    "headcount": "人数",
    "involved_count": "涉及人数",
    "joint_letter": "联名",
    "respondent": "被反映",
    "respondent_unit": "被反映人单位",
    "demand": "请求",
    "facts": "事实",
    "reasons": "理由",
    "purpose": "目的",
    "occurred_on": "发生日",
    "region": "属地",
    "level_skipping": "越级",
    "litigation": "涉法涉诉",
    "urgent": "重大紧急",
    "prior_process": "已走程序",
    "competent_unit": "有权处理机关",
    "repeat_of": "重复件",
    "police_case": "案件",
    "hotline_ticket": "12345工单",
    "national_number": "国家系统",
}
"""Fields of a registration, as a correction names them."""
SAID: Mapping[str, Callable[[Any], str]] = {
    "category": words(Category).__getitem__,
    "track": words(Track).__getitem__,
    "ground": words(Ground).__getitem__,
    "outcome": words(Outcome).__getitem__,
    "channel": words(Channel).__getitem__,
    "source": words(Source).__getitem__,
    "route": lambda value: f"途径{item(value)}",
    "days": lambda value: f"{value}日",
    "told": lambda value: "已告知" if value else "未告知",
    "report_by": lambda value: f"{value} 前反馈",
    "approver": lambda value: f"{value}批准",
    "co_units": lambda value: f"协办 {'、'.join(value)}",
    "withdrawn": lambda value: "不再准予",
    "despite": lambda value: f"缺项仍办结: {value}",
    "late_reason": lambda value: f"逾期原因: {value}",
    "turn": lambda value: f"第 {value} 条",
    "part": lambda value: f"第{value}项",
    "supervision": words(SupervisionStep).__getitem__,
    "situation": words(Situation).__getitem__,
    "answer_by": lambda value: f"{value} 前答复",
    "proposal": words(Proposal).__getitem__,
    "adoption": words(Adoption).__getitem__,
    "sponsorship": words(SponsorStep).__getitem__,
    "cause": words(Cause).__getitem__,
    "finish_by": lambda value: f"{value} 前办到",
    "report": words(UrgentReport).__getitem__,
    "bodies": lambda value: f"报{'、'.join(value)}",
    "measures": lambda value: f"措施: {value}",
    "known_on": lambda value: f"{value} 知悉",
    "meeting": words(LeaderMeeting).__getitem__,
    "grade": words(Grade).__getitem__,
    "score": lambda value: f"{value}分",
    "findings": lambda value: "；".join(f"{each['item']}: {each['finding']}" for each in value),
    "rated_body": words(RatedBody).__getitem__,
    "rating": words(Rating).__getitem__,
    "way": words(FollowUpWay).__getitem__,
    "satisfied": lambda value: "满意" if value else "不满意",
    "demand": lambda value: f"诉求{value}",
    "step": lambda value: _step(value),
    "stage": words(HearingStage).__getitem__,
    "held_on": lambda value: f"{value} 举行",
    "chair": lambda value: f"主持: {value}",
    "participants": lambda value: f"参加: {'、'.join(value)}",
    "conclusion": lambda value: f"结论: {value}",
    "settlement": words(MediationResult).__getitem__,
    "agreement": words(Agreement).__getitem__,
    "mediator": lambda value: f"调解人: {value}",
    "perform_by": lambda value: f"{value} 前履行",
    "opinion": words(Opinion).__getitem__,
    "request": words(RequestResult).__getitem__,
    "decision": words(ReviewOutcome).__getitem__,
    "resolution": words(Resolution).__getitem__,
    "care": words(Care).__getitem__,
    "assistance": words(Assistance).__getitem__,
    "dated": lambda value: f"书面材料日期 {value}",
    "agreed": lambda value: "同意" if value else "不同意",
    "by_unit": lambda value: f"{value}核实",
    "parties": lambda value: f"与{'、'.join(value)}协商",
    "taker": lambda value: f"由{value}受理",
    "against": lambda value: f"不服{value}的意见",
    "decided_by": lambda value: f"{value}决定",
    "replaced_by": lambda value: f"改由{value}办理",
    "succession": lambda value: f"原机关{words(Succession)[value]}",
    "eligibility": lambda value: words(Simplicity)[value],
    "lapsed": lambda value: "逾期没有申请，视为办理终结",
    "found": lambda value: f"认定: {value}",
    "published": lambda value: "依法公示" if value else "不公示",
    "at": lambda value: f"时间: {value}",
    "recorder": lambda value: f"记录: {value}",
    "debate": lambda value: f"质询辩论: {value}",
    "deliberation": lambda value: f"评议合议: {value}",
    "counterpart": lambda value: f"对方: {value}",
    "manner": lambda value: f"履行方式: {value}",
    "attachments": lambda value: f"附件: {'、'.join(value)}",
    "returning": lambda value: f"拟退回: {'、'.join(value)}",
    "petitioner_says": lambda value: f"信访人意见: {value}",
    "happening": lambda value: f"时间: {value}",
    "people": lambda value: f"{value}人",
    "asking": lambda value: f"请示: {value}",
    "within": lambda value: f"法定期限: {value}",
    "server": lambda value: f"送达人: {value}",
    "charge": lambda value: f"案由: {value}",
    "evidence": lambda value: f"接受证据{len(value)}件",
    "act": lambda value: PETITION_ACTS[value].label,
    "relation": words(Relation).__getitem__,
}
"""Field of a fact → how it reads; what is not here is text already."""

UNSAID = frozenset({("reply", "text"), ("classify", "kept")})
"""What stands elsewhere, or is nothing that was said."""


def details(entry: Entry, *, known: Mapping[str, str], reveal: bool, before: Mapping[str, Any]) -> str:
    """The fact in a few words; a registration and the text of a reply are shown elsewhere.

    known: to be masked. before: of a correction, what each field said until then.
    """
    if entry.act == "register":
        return ""
    if entry.act == "reveal":
        return str(entry.data["command"])
    said = [part for name, value in entry.data.items() for part in _said(entry.act, name, value, reveal)]
    said += [_changed(field, before.get(field), item, reveal) for field, item in entry.data.get("changes", {}).items()]
    text = "；".join(said)
    return text if reveal else masking.text(text, known)


def _said(act: str, name: str, value: Any, reveal: bool) -> list[str]:
    if (act, name) in UNSAID:
        return []
    if (act, name) == ("demand", "part"):
        return [f"诉求{value}"]
    if name == "changes":
        return []
    if (act, name) == ("decline", "dated"):
        return [f"另件日期 {value}"]
    if (act, name) == ("supervise", "leader"):
        return [f"{value}批示"]
    if (act, name) == ("supervise", "despite"):
        return [f"没有答复仍办结: {value}"]
    if (act, name) == ("settle-objection", "approver"):
        return [f"{value}决定"]
    if act == "letter":
        return _of_a_letter(name, value)
    if (act, name) == ("serve", "method"):
        return [words(Method)[value]]
    if name == "participants" and not reveal:
        return [f"参加: {len(value)}人"]
    if name in PERSONAL and not reveal:
        return [masking.name(str(value))]
    return [SAID[name](value) if name in SAID else str(value)]


def _of_a_letter(name: str, value: Any) -> list[str]:
    """Title, number and the beginning of the file's digest; where it stands in its series follows from the number."""
    if name == "letter":
        # Late: few petitions are shown that have a document.
        from ...core.letter_kinds import LetterKind

        return [words(LetterKind)[value]]
    if name == "digest":
        return [f"文件指纹 {value[:16]}"]
    return [str(value)] if name == "document" else []


def _step(name: str) -> str:
    # Late: few petitions go through a procedure of the police.
    from ...core.police_steps import word

    return word(name)


def before_each(entries: Sequence[Entry], retracted: Collection[int]) -> dict[int, dict[str, Any]]:
    """By turn of each correction: what the fields that it changes said until then, absent where they said nothing."""
    stated = dict(entries[0].data.get("registration", {}))
    found = {}
    for entry in entries:
        if entry.act == "correct":
            changes = entry.data["changes"]
            found[entry.turn] = {field: stated[field] for field in changes if field in stated}
            if entry.turn not in retracted:
                stated |= changes
    return found


def _changed(field: str, old: Any, new: Any, reveal: bool) -> str:
    word, now = FIELD_WORDS.get(field, field), _stated(field, new, reveal)
    return f"{word}: {now}" if old is None or now == HIDDEN else f"{word}: {_stated(field, old, reveal)} 改为 {now}"


def _stated(field: str, value: Any, reveal: bool) -> str:
    """What a field of a registration says."""
    if field == PEOPLE:
        people = ["，".join(str(part) for part in person.values() if isinstance(part, str)) for person in value]
        return "；".join(people) if reveal else HIDDEN
    if isinstance(value, bool):
        return "是" if value else "否"
    return SAID[field](value) if field in {"channel", "source"} else str(value)
