"""The steps of the police's own procedures: what a report, a complaint or a claim goes through beside the petition.

Each step is an event of its own; the time limits between them stand in rules/book/police-procedures/.
"""

from difflib import get_close_matches
from typing import Self

from .errors import BadInput
from .terms import Term

CRIMINAL = "《公安机关办理刑事案件程序规定》"
ADMINISTRATIVE = "《公安机关办理行政案件程序规定》"
COMPENSATION = "《国家赔偿法》"


class PoliceStep(Term):
    """A step: its name, its word, and the article that asks for it."""

    article: str
    after: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", article: str = "", *after: str) -> Self:
        """after: the steps of which one must have come before."""
        step = str.__new__(cls, value)
        step._value_ = value
        step.label = label
        step.article = article
        step.after = after
        return step

    # A report: taken, passed on, filed as a case or not.
    REPORTED = "reported", "接报案、控告、举报", f"{CRIMINAL}第一百六十九条、{ADMINISTRATIVE}第六十条"
    RECEIPTED = (
        "receipted",
        "交付受案回执",
        f"{CRIMINAL}第一百七十一条、{ADMINISTRATIVE}第六十一条第一款第（一）项",
        "reported",
    )
    NOT_OURS = (
        "not-ours",
        "认定不属本单位管辖",
        f"{CRIMINAL}第一百七十五条第一款、{ADMINISTRATIVE}第六十一条第一款第（二）项",
    )
    TRANSFERRED = (
        "transferred",
        "移送有管辖权的机关",
        f"{CRIMINAL}第一百七十五条第一款、{ADMINISTRATIVE}第六十一条第一款第（二）项",
        "not-ours",
    )
    FILED = "filed", "决定立案", f"{CRIMINAL}第一百七十八条第一款"
    NOT_FILED = "not-filed", "决定不予立案", f"{CRIMINAL}第一百七十八条第一款"
    NOT_FILED_SERVED = "not-filed-served", "送达不予立案通知书", f"{CRIMINAL}第一百七十八条第二款", "not-filed"

    # The complainant does not accept that no case was filed.
    FILING_RECONSIDER_ASKED = (
        "filing-reconsider-asked",
        "收到复议申请（不予立案）",
        f"{CRIMINAL}第一百七十九条第一款",
        "not-filed-served",
    )
    FILING_RECONSIDER_EXTENDED = (
        "filing-reconsider-extended",
        "延长复议时限（不予立案）",
        f"{CRIMINAL}第一百七十九条第三款",
        "filing-reconsider-asked",
    )
    FILING_RECONSIDERED = (
        "filing-reconsidered",
        "作出复议决定（不予立案）",
        f"{CRIMINAL}第一百七十九条第一款",
        "filing-reconsider-asked",
    )
    FILING_RECONSIDER_SERVED = (
        "filing-reconsider-served",
        "送达复议决定书（不予立案）",
        f"{CRIMINAL}第一百七十九条第一款",
        "filing-reconsidered",
    )
    FILING_RECHECK_ASKED = (
        "filing-recheck-asked",
        "申请复核（不予立案）",
        f"{CRIMINAL}第一百七十九条第二款",
        "filing-reconsider-served",
    )
    FILING_RECHECK_EXTENDED = (
        "filing-recheck-extended",
        "延长复核时限（不予立案）",
        f"{CRIMINAL}第一百七十九条第三款",
        "filing-recheck-asked",
    )
    FILING_RECHECKED = (
        "filing-rechecked",
        "作出复核决定（不予立案）",
        f"{CRIMINAL}第一百七十九条第二款",
        "filing-recheck-asked",
    )

    # The prosecutors ask why no case was filed, or have one filed; a case filed goes to another office.
    REASONS_ASKED = "reasons-asked", "收到检察院要求说明不立案理由的通知", f"{CRIMINAL}第一百八十二条第一款"
    REASONS_GIVEN = (
        "reasons-given",
        "书面说明不立案理由，回复检察院",
        f"{CRIMINAL}第一百八十二条第一款",
        "reasons-asked",
    )
    FILING_ORDERED = "filing-ordered", "收到检察院立案的通知", f"{CRIMINAL}第一百八十二条第二款"
    CASE_TRANSFERRED = "case-transferred", "立案后移送有管辖权的机关", f"{CRIMINAL}第一百八十四条", "filed"
    TRANSFER_TOLD = (
        "transfer-told",
        "书面通知报案人、控告人、举报人（立案后移送）",
        f"{CRIMINAL}第一百八十四条",
        "case-transferred",
    )

    # A complaint about coercive measures, bail money or seized property.
    COMPLAINED = "complained", "收到申诉、控告（强制措施、涉案财物）", f"{CRIMINAL}第一百九十六条第一款"
    COMPLAINT_ANSWERED = (
        "complaint-answered",
        "作出处理决定并书面回复",
        f"{CRIMINAL}第一百九十六条第二款",
        "complained",
    )

    # Bail money forfeited, a guarantor fined.
    BAIL_FORFEITED = "bail-forfeited", "宣读没收保证金决定书", f"{CRIMINAL}第九十九条第一款"
    GUARANTOR_FINED = "guarantor-fined", "决定对保证人罚款", f"{CRIMINAL}第一百零四条第一款"
    GUARANTOR_FINE_SERVED = (
        "guarantor-fine-served",
        "送达对保证人罚款决定书",
        f"{CRIMINAL}第一百零四条第一款",
        "guarantor-fined",
    )
    BAIL_RECONSIDER_ASKED = (
        "bail-reconsider-asked",
        "收到复议申请（保证金、保证人罚款）",
        f"{CRIMINAL}第九十九条第一款、第一百零四条第一款",
        "bail-forfeited",
        "guarantor-fine-served",
    )
    BAIL_RECONSIDERED = (
        "bail-reconsidered",
        "作出复议决定（保证金、保证人罚款）",
        f"{CRIMINAL}第九十九条第一款、第一百零四条第一款",
        "bail-reconsider-asked",
    )
    BAIL_RECONSIDER_SERVED = (
        "bail-reconsider-served",
        "送达复议决定书（保证金、保证人罚款）",
        f"{CRIMINAL}第九十九条第二款、第一百零四条第二款",
        "bail-reconsidered",
    )
    BAIL_RECHECK_ASKED = (
        "bail-recheck-asked",
        "申请复核（保证金、保证人罚款）",
        f"{CRIMINAL}第九十九条第二款、第一百零四条第二款",
        "bail-reconsider-served",
    )
    BAIL_RECHECKED = (
        "bail-rechecked",
        "作出复核决定（保证金、保证人罚款）",
        f"{CRIMINAL}第九十九条第二款、第一百零四条第二款",
        "bail-recheck-asked",
    )

    # What the petitioner is pointed to: administrative review and litigation, compensation.
    PENALTY_KNOWN = "penalty-known", "知道行政行为（治安处罚等）", "《行政复议法》第二十条第一款"
    ADMIN_REVIEW_ASKED = "admin-review-asked", "申请行政复议", "《行政复议法》第二十条第一款", "penalty-known"
    SUED = "sued", "提起行政诉讼", "《行政诉讼法》第四十六条第一款", "penalty-known"
    COMPENSATION_ASKED = "compensation-asked", "收到国家赔偿申请", f"{COMPENSATION}第二十三条第一款"
    COMPENSATION_DECIDED = (
        "compensation-decided",
        "作出赔偿或者不予赔偿决定",
        f"{COMPENSATION}第二十三条第一款",
        "compensation-asked",
    )
    COMPENSATION_REVIEW_ASKED = (
        "compensation-review-asked",
        "申请国家赔偿复议",
        f"{COMPENSATION}第二十四条",
        "compensation-asked",
    )
    COMPENSATION_REVIEWED = (
        "compensation-reviewed",
        "作出国家赔偿复议决定",
        f"{COMPENSATION}第二十五条第一款",
        "compensation-review-asked",
    )

    # The chief's mailbox is answered by the office's own promise; on-site inspection by the law's 及时, without a number.
    MAILBOX_RECEIVED = "mailbox-received", "收到局长信箱来信", "本地办理承诺（非法定）"
    MAILBOX_ANSWERED = "mailbox-answered", "答复局长信箱来信", "本地办理承诺（非法定）", "mailbox-received"
    MISCONDUCT_REPORTED = "misconduct-reported", "投诉正在发生的违法违纪", "《公安机关督察条例》第九条第一款"
    MISCONDUCT_ANSWERED = (
        "misconduct-answered",
        "督察现场处置并反馈投诉人",
        "《公安机关督察条例》第九条第一款",
        "misconduct-reported",
    )


STEPS = {step.value: step for step in PoliceStep}
"""By name; the names are the events that rulebooks may name besides those of core/events.EVENTS."""
EXTENSIONS = frozenset({PoliceStep.FILING_RECONSIDER_EXTENDED, PoliceStep.FILING_RECHECK_EXTENDED})
"""Steps that lengthen a time limit by a number of days."""


def named(text: str) -> PoliceStep:
    """The step whose name or word is `text`. Raises BadInput E104 with those that come near: there are too many to list."""
    wanted = text.strip()
    for step in PoliceStep:
        if wanted.lower() == step.value or wanted == step.label:
            return step
    words = {word: step for step in PoliceStep for word in (step.value, step.label)}
    likely = [step for step in PoliceStep if wanted and wanted in step.label]
    likely = likely or list(dict.fromkeys(words[word] for word in get_close_matches(wanted, words, cutoff=0.4)))
    near = "；".join(f"{step.value} {step.label}" for step in likely)
    raise BadInput(
        "E104",
        f"公安程序没有“{wanted}”这一步。",
        remedy=(f"是不是 {near}？" if near else "") + "xinfang procedure 编号（不写 --step）列出现在可记的各步",
    )


def word(name: str) -> str:
    """The word of the step of that name."""
    return STEPS[name].label
