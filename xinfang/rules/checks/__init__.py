"""Checks 件件有回复: what the office owes a petition and has not done, by name."""

from collections.abc import Iterable, Iterator

from . import afterwards, answering, handling, recording, reviewing, secrecy, supervising, telling
from .finding import Check, Finding, Subject

CHECKS: dict[str, Check] = {
    "registered-late": Check("登记过迟", "s-unregistered", recording.registered_late),
    "not-classified": Check("未甄别分类", "", handling.not_classified),
    "not-told": Check("未告知", "s-notify-late", telling.not_told),
    "told-late": Check("告知超期", "s-notify-late", telling.told_late),
    "not-forwarded": Check("转送交办超期", "s-forward-late", telling.not_forwarded),
    "not-acknowledged": Check("转送交办未签收", "", telling.not_acknowledged),
    "objection-late": Check("异议超期", "s-objection-late", telling.objection_late),
    "back-and-forth": Check("交来交去", "s-objection-late", telling.back_and_forth),
    "recused-handling": Check("回避后仍办理", "s-procedure", handling.recused_handling),
    "over-time": Check("办理超期", "s-handle-late", handling.over_time),
    "report-late": Check("反馈超期", "s-report-late", handling.report_late),
    "refused-wrongly": Check("不予受理后又办理", "s-wrong-refusal", handling.refused_wrongly),
    "extension-unfounded": Check("延期未经批准", "s-handle-late", handling.extension_unfounded),
    "extension-not-told": Check("延期未告知理由", "s-procedure", handling.extension_not_told),
    "not-answered": Check("未书面答复", "", answering.not_answered),
    "demand-unanswered": Check("诉求漏答", "s-evasive", answering.demand_unanswered),
    "reply-copied": Check("重新办理照抄原答复", "s-evasive", answering.reply_copied),
    "reply-without-basis": Check("答复缺依据", "s-procedure", answering.reply_without_basis),
    "reply-without-remedy": Check("答复缺救济告知", "s-procedure", answering.reply_without_remedy),
    "not-served": Check("答复未送达", "s-procedure", answering.not_served),
    "document-missing": Check("缺文书", "s-procedure", recording.document_missing),
    "review-late": Check("复查、复核超期", "", reviewing.review_late),
    "hearing-open": Check("听证未记结束", "", reviewing.hearing_open),
    "overturned": Check("意见被撤销、变更", "s-should-support", answering.overturned),
    "not-carried-out": Check("支持意见未执行", "s-not-executed", answering.not_carried_out, after_end=True),
    "urgent-unreported": Check("重大紧急未报告", "s-urgent", telling.urgent_unreported),
    "supervision-unanswered": Check("督办未答复", "", supervising.supervision_unanswered),
    "advice-unanswered": Check("建议未反馈", "s-advice-ignored", supervising.advice_unanswered, after_end=True),
    "dissatisfied": Check("评价不满意", "s-repeat", afterwards.dissatisfied, after_end=True),
    "came-again": Check("办结后又来信访", "s-repeat", afterwards.came_again, after_end=True),
    "reached-the-accused": Check("检举控告到了被检举方", "s-leak", secrecy.reached_the_accused),
    "entered-late": Check("补录", "", recording.entered_late),
}
"""Name → check; a check that finds nothing says nothing."""


def findings(subject: Subject, names: Iterable[str] = ()) -> Iterator[Finding]:
    """What the checks of these names (all, if none is given) find, in their order. Pure: nothing is raised or written."""
    wanted = frozenset(names) or CHECKS.keys()
    for name, check in CHECKS.items():
        if name in wanted:
            for seen in check.look(subject):
                # What is past mending, such as a notice that came late, keeps no petition open.
                blocks = seen.remedy != "" and not check.after_end
                yield Finding(subject.case.number, name, check.label, *seen, subject.case.unit, check.situation, blocks)
