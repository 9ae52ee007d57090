"""The words of oversight: why a unit is supervised, what is proposed, how an end is judged. Apart from core/terms.py
because only the commands about it pay for them at their start."""

from __future__ import annotations

from .terms import Term


class Situation(Term):
    """What a unit is supervised for; the article of each stands in the rulebooks' articles.toml under the same name."""

    UNREGISTERED = "s-unregistered", "收到未登记、未录入"
    FORWARD_LATE = "s-forward-late", "未按期转送、交办"
    NOTIFY_LATE = "s-notify-late", "未按期书面告知"
    OBJECTION_LATE = "s-objection-late", "超期异议、未经同意退件、反复退转"
    WRONG_REFUSAL = "s-wrong-refusal", "属于职权范围而不予受理"
    HANDLE_LATE = "s-handle-late", "未按期办结"
    REPORT_LATE = "s-report-late", "未按期反馈办理结果"
    PROCEDURE = "s-procedure", "未按规定程序办理"
    EVASIVE = "s-evasive", "推诿、敷衍、拖延、弄虚作假"
    NOT_EXECUTED = "s-not-executed", "不执行支持意见"
    SHOULD_SUPPORT = "s-should-support", "应当支持而未予支持"
    ADVICE_IGNORED = "s-advice-ignored", "三项建议未书面反馈"
    URGENT = "s-urgent", "重大紧急情况瞒报、谎报、缓报或者处置不力"
    LEAK = "s-leak", "泄露检举、揭发材料"
    RETALIATE = "s-retaliate", "打击报复信访人"
    REPEAT = "s-repeat", "办结后短期内再次信访或者评价不满意"


class SupervisionStep(Term):
    """The steps of one supervision 督办, in their order."""

    OPENED = "opened", "发出督办"
    ANSWERED = "answered", "收到答复"
    CLOSED = "closed", "督办办结"


class Proposal(Term):
    """三项建议 (第四十条第一至三款)."""

    IMPROVE = "improve", "改进工作"
    POLICY = "policy", "完善政策"
    ACCOUNTABILITY = "accountability", "追究责任"


class Adoption(Term):
    """采纳情况 (第四十条第四款)."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT = "not", "未采纳"


class SponsorStep(Term):
    """What a leader does who has taken a petition into his own care 包案 (第十八条第二款)."""

    BEGUN = "begun", "包案"
    VISITED = "visited", "约访"
    REPORTED = "reported", "包案结果"


class Cause(Term):
    """研判: why a matter is still there. Each calls for a measure of its own (MEASURE_FOR)."""

    JUSTIFIED = "justified", "诉求合理、属于职权"
    NOT_OURS = "not-ours", "不属本机关职权"
    OUR_FAULT = "our-fault", "本机关有过错"
    NEEDS_HELP = "needs-help", "生活困难"
    UNFINISHED = "unfinished", "尚未办完"


MEASURE_FOR: dict[Cause, str] = {
    Cause.JUSTIFIED: "限期解决",
    Cause.NOT_OURS: "移交跟踪",
    Cause.OUR_FAULT: "依法纠正",
    Cause.NEEDS_HELP: "帮扶救助",
    Cause.UNFINISHED: "督促办理",
}
"""What is done about a cause, in the field's words."""


class UrgentReport(Term):
    """The reports on something grave and urgent, in their order (第二十五条)."""

    FIRST = "first", "首报"
    FURTHER = "further", "续报"
    FINAL = "final", "终报"


class LeaderMeeting(Term):
    """How a leader met the petitioner (第十八条第二款: 定期接待群众来访、定期下访)."""

    RECEPTION = "reception", "接访"
    APPOINTMENT = "appointment", "约访"
    DOWN_VISIT = "down-visit", "下访"


class Grade(Term):
    """等次 of a file that was inspected 案件评查; no instrument fixes them, offices use these."""

    EXCELLENT = "excellent", "优秀"
    PASSED = "passed", "合格"
    FLAWED = "flawed", "有瑕疵"
    FAILED = "failed", "不合格"


class RatedBody(Term):
    """Whom the petitioner rates: the two are rated apart."""

    OFFICE = "office", "信访部门"
    UNIT = "unit", "有权处理机关"


class Rating(Term):
    """满意度."""

    SATISFIED = "satisfied", "满意"
    BASIC = "basic", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    NOT_RATED = "not-rated", "逾期未评"


class FollowUpWay(Term):
    """How the petitioner was asked again 回访."""

    PHONE = "phone", "电话回访"
    VISIT = "visit", "上门回访"
    LETTER = "letter", "书面回访"
    ONLINE = "online", "网上回访"
