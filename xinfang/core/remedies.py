"""Words of hearing, agreement and review, and of what is done after the answer and after the end."""

from __future__ import annotations

from .terms import Term


class HearingStage(Term):
    """How far a hearing 听证 is (第三十一条第（六）项, 第三十六条第二款)."""

    CONVENE = "convene", "通知"
    START = "start", "开始"
    FINISH = "finish", "结束"


class Agreement(Term):
    """By whom an agreement is brought about, hence the name of its paper (第三十三条)."""

    MEDIATION = "mediation", "调解"
    CONCILIATION = "conciliation", "和解"


class MediationResult(Term):
    """What came of mediation or conciliation (第三十三条)."""

    AGREED = "agreed", "达成协议"
    FAILED = "failed", "不成"


class Opinion(Term):
    """The three papers that are served on the petitioner (第三十二、三十五、三十六条)."""

    REPLY = "reply", "处理意见"
    REVIEW = "review", "复查意见"
    RECHECK = "recheck", "复核意见"


class RequestResult(Term):
    """Whether the next level takes up a request for review or recheck; each value is the event's name."""

    REVIEW_ACCEPTED = "review-accepted", "受理复查申请"
    REVIEW_REFUSED = "review-refused", "不予受理复查申请"
    RECHECK_ACCEPTED = "recheck-accepted", "受理复核申请"
    RECHECK_REFUSED = "recheck-refused", "不予受理复核申请"


class ReviewOutcome(Term):
    """What a review or recheck makes of the opinion before it (第三十五、三十六条)."""

    UPHOLD = "uphold", "维持"
    CHANGE = "change", "变更"
    REVOKE = "revoke", "撤销"
    REDO = "redo", "责令重新办理"


REMANDING = frozenset({ReviewOutcome.REVOKE, ReviewOutcome.REDO})
"""After these the petitioner has no opinion any more, so the handling body owes a new one (第三十二条).

A reviewing body that puts its own opinion in the place of a revoked one has changed it: 变更.
"""


class Resolution(Term):
    """By what a matter is settled in fact 化解, which is not the same as closing the file 办结."""

    MET = "met", "诉求已解决"
    PERFORMED = "performed", "协议已履行"
    DESISTED = "desisted", "书面息访"


class Care(Term):
    """疏导教育、矛盾化解、帮扶救助 (第三十七条第三款)."""

    EDUCATION = "education", "疏导教育"
    EASING = "easing", "矛盾化解"
    HELP = "help", "帮扶救助"


class Assistance(Term):
    """救助 for a petitioner in need (第三十七条第二款)."""

    SOCIAL = "social", "社会救助"
    JUDICIAL = "judicial", "司法救助"
