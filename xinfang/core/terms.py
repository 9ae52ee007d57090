"""The field's words: each term with the Chinese label that every report, letter and help text uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from .errors import BadInput


class Term(StrEnum):
    """A word of the law: its value is the stable English name, its label the Chinese word."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Whoever looks a term up gives the value alone: Kind("police")."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term

    @classmethod
    def parse(cls, text: str, *, what: str) -> Self:
        """The term whose English name or Chinese label is `text`; `what` names the field.

        Raises BadInput E104 with the list of choices.
        """
        wanted = text.strip()
        for term in cls:
            if wanted.lower() == term.value or wanted == term.label:
                return term
        between = "；" if any("、" in term.label for term in cls) else "、"
        choices = between.join(f"{term.value} {term.label}" for term in cls)
        raise BadInput("E104", f"{what}没有“{wanted}”这一项。", remedy=f"可选: {choices}")


class Kind(Term):
    """What sort of office keeps the file: 条例 treats 信访部门 and other bodies differently (第二十二、二十三条)."""

    POLICE = "police", "公安机关"
    BUREAU = "bureau", "信访部门"


class Channel(Term):
    """信访形式 (第十七条), in the divisions offices use."""

    LETTER = "letter", "来信"
    VISIT = "visit", "来访"
    WEB = "web", "网上"
    PHONE = "phone", "电话"
    FAX = "fax", "传真"
    EMAIL = "email", "邮件"
    MAILBOX = "mailbox", "领导信箱"
    HOTLINE = "hotline", "12345转办"
    H12389 = "h12389", "12389举报"
    H12337 = "h12337", "12337举报"
    LEADER = "leader", "领导批示"
    INSPECTION = "inspection", "巡视巡察移交"
    JOINT_RECEPTION = "joint-reception", "联合接访"
    DOWN_VISIT = "down-visit", "下访约访"
    VIDEO = "video", "视频接访"


class Source(Term):
    """How it reached the office; decides which time limit of 第二十三条 runs."""

    DIRECT = "direct", "直接提出"
    FORWARDED = "forwarded", "转送"
    ASSIGNED = "assigned", "交办"


class Category(Term):
    """三大类 (第二十九、三十、三十一条)."""

    SUGGESTION = "suggestion", "建议意见"
    ACCUSATION = "accusation", "检举控告"
    APPEAL = "appeal", "申诉求决"


ROUTES: dict[int, str] = {
    1: "诉讼、复议、检察、公安法律程序",
    2: "仲裁",
    3: "党员申诉、申请复审",
    4: "行政复议、裁决、确认、许可、处罚等行政程序",
    5: "查处违法、履行法定职责",
    6: "信访程序（出具信访处理意见书）",
}
"""办理途径: 第三十一条第（一）至（六）项."""


def item(route: int) -> str:
    """The item of 第三十一条 as it is cited: 6 → （六）."""
    return f"（{'一二三四五六'[route - 1]}）"


def classified(category: Category | None, route: int | None) -> str:
    """How a petition or one of its demands is classified: 申诉求决，途径（六）."""
    return f"{category.label if category else '未分类'}{f'，途径{item(route)}' if route else ''}"


class Track(Term):
    """简易、普通、疑难办理."""

    SIMPLE = "simple", "简易"
    ORDINARY = "ordinary", "普通"
    DIFFICULT = "difficult", "疑难"


class State(Term):
    """Where a petition stands."""

    REGISTERED = "registered", "已登记"
    INFORMED = "informed", "已告知"
    FORWARDED = "forwarded", "已转送"
    ASSIGNED = "assigned", "已交办"
    OBJECTED = "objected", "异议中"
    ACCEPTED = "accepted", "已受理"
    REPLIED = "replied", "已答复"
    SERVED = "served", "已送达"
    CLOSED = "closed", "已办结"
    DECLINED = "declined", "不予受理"
    REDIRECTED = "redirected", "已告知另提"
    DISPUTED = "disputed", "受理争议"
    RETURNED = "returned", "已交还"
    DIVERTED = "diverted", "已导入法定程序"
    SETTLED = "settled", "已达成协议"
    REVIEWING = "reviewing", "复查中"
    REVIEWED = "reviewed", "已复查"
    REVIEW_SERVED = "review-served", "复查意见已送达"
    RECHECKING = "rechecking", "复核中"
    RECHECKED = "rechecked", "已复核"
    RECHECK_SERVED = "recheck-served", "复核意见已送达"
    CONCLUDED = "concluded", "三级终结"
    LAPSED = "lapsed", "视为办理终结"
    WITHDRAWN = "withdrawn", "已撤回"
    VOID = "void", "登记已撤销"


ENDED = frozenset(
    {
        State.CLOSED,
        State.DECLINED,
        State.REDIRECTED,
        State.RETURNED,
        State.DIVERTED,
        State.CONCLUDED,
        State.LAPSED,
        State.WITHDRAWN,
        State.VOID,
    }
)
"""States in which the office has nothing more to do on the petition."""


class Outcome(Term):
    """What a reply says (第三十二条第一款; 第二十九条 for suggestions)."""

    SUPPORT = "support", "支持"
    PARTLY = "partly", "部分支持"
    EXPLAIN = "explain", "解释说明"
    REFUSE = "refuse", "不予支持"
    ADOPT = "adopt", "采纳"
    PARTLY_ADOPT = "partly-adopt", "部分采纳"
    NOT_ADOPT = "not-adopt", "未采纳"
    ANSWERED = "answered", "已履职答复"


class Ground(Term):
    """The only two grounds to decline (第十九条第三款, 第三十六条第三款)."""

    IN_PROGRESS = "in-progress", "同一事项已受理或正在办理，不予受理"
    CONCLUDED = "concluded", "已经复核，以同一事实和理由再提，不再受理"


class Method(Term):
    """送达方式."""

    IN_PERSON = "in-person", "直接送达"
    LEFT = "left", "留置送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    NOTICE = "notice", "公告送达"


class PersonKind(Term):
    """信访人类型 (第十七条, 第四十八条)."""

    PERSON = "person", "个人"
    LEGAL = "legal", "法人"
    BODY = "body", "其他组织"
    FOREIGN = "foreign", "外国人"
