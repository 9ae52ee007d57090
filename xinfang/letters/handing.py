"""What goes to other bodies: transfer, assignment, objection, report, urgent information."""

from __future__ import annotations

from ..core.letter_kinds import LetterKind
from ..core.oversight import UrgentReport
from ..core.terms import Kind, Method
from ..rules.articles import knows
from .answering import found
from .common import OUTCOME_WORDS
from .material import Fields, Material
from .words import day, joined, listed, or_blank, sentence, word

UNDER_THE_FIRST = "\u3000" * 3
"""Before a further attachment, as wide as 附件： before the first."""


def transfer(m: Material) -> Fields:
    """转送单、交办函 (第二十二条第一款、第二十三条第一款): what is passed on, and what is asked back."""
    case = m.case
    return {
        "依据": m.cite("pass-on" if case.kind is Kind.BUREAU else "redirect"),
        "去向机关": or_blank(m.own.get("unit")),
        "协办单位": or_blank(joined(m.own.get("co_units", ()))),
        "转送日期": day(m.acted_on),
        "反馈期限": day(m.own.get("report_by")),
        "附件清单": listed(m.own.get("attachments", ())),
        "告知要求": "将处理情况书面告知信访人" if m.kind is LetterKind.TRANSFER else "按期书面告知、答复信访人",
        "异议提示": _how_to_object(m),
    }


def _how_to_object(m: Material) -> str:
    """What the receiver may do if it is not its own; the instrument of 2005 has no objection."""
    if not knows("object", m.case.registration.received_on):
        return ""
    limit = m.limit("object-unit", "object")
    within = f"自收到之日起{limit.length}内" if limit else "依照规定的期限"
    return (
        f"经审查不属于你单位职权范围的，请{within}提出异议，并详细说明理由，经我单位核实同意后，交还相关材料"
        f"（{m.cite('object')}）。"
    )


def objection(m: Material) -> Fields:
    """异议函 (第二十三条第三款): not ours, why, whose, and what goes back."""
    theirs = _of_a_unit(m)
    office = m.office_name
    return {
        "依据": m.cite("object"),
        "提出单位": or_blank(m.case.unit) if theirs else office,
        "收文单位": office if theirs else or_blank(m.case.registration.source_unit),
        "异议理由": sentence(m.own.get("reason")),
        "建议承办机关": or_blank(m.own.get("to")),
        "逾期原因": m.own.get("late_reason", ""),
        "异议日期": day(m.acted_on),
        "退回材料清单": listed(m.own.get("returning", ())),
        "联系人": or_blank("" if theirs or m.entry is None else m.entry.by),
    }


def _of_a_unit(m: Material) -> bool:
    """Whether it is the objection of a unit to which this office sent the petition, not the office's own."""
    sent = [entry.turn for entry in m.entries if entry.act in {"forward", "assign"}]
    return bool(m.entry and sent and sent[0] < m.entry.turn)


def report(m: Material) -> Fields:
    """办结报告 (第二十二条第一款第三项): found, decided, answered, served, what the petitioner says."""
    case = m.case
    served = m.said("serve")
    return {
        "反馈期限": day(case.registration.report_by),
        "调查情况": found(m),
        "处理意见": or_blank(OUTCOME_WORDS.get(case.outcome, case.outcome)),
        "答复内容": sentence(case.reply_text),
        "答复依据": sentence(case.reply_basis),
        "答复日期": day(case.last("replied")),
        "答复文号": or_blank(m.number_of("reply", LetterKind.OPINION, LetterKind.ANSWER)),
        "送达日期": day(case.last("served")),
        "送达方式": or_blank(word(Method, served.get("method", Method.IN_PERSON.value)) if m.did("serve") else ""),
        "信访人意见": sentence(m.said("close").get("petitioner_says")),
        "附件": (attachments := listed(m.said("close").get("attachments", ()))),
        "附件说明": f"附件：{attachments}".replace("\n", f"\n{UNDER_THE_FIRST}"),
        "办结日期": day(case.last("closed")),
        "办结结果": or_blank(m.said("close").get("result")),
    }


def urgent(m: Material) -> Fields:
    """重大紧急信访信息报告 (第二十五条): when, where, how many, what for, how it stands, what was done, what is asked."""
    own = m.own
    return {
        "依据": m.cite("urgent"),
        "报告阶段": or_blank(word(UrgentReport, own.get("report"))),
        "报告单位": or_blank(joined(own.get("bodies", ()))),
        "知悉时间": day(own.get("known_on")),
        "时间": or_blank(own.get("happening")),
        "地点": or_blank(own.get("place") or m.case.registration.region),
        "人数": str(own.get("people") or m.case.registration.headcount),
        "现状": sentence(own.get("facts")),
        "已采取措施": sentence(own.get("measures")),
        "请示事项": sentence(own.get("asking")),
        "报告日期": day(m.acted_on),
    }
