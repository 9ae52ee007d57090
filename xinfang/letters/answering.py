"""What decides: the opinion, the answer, the review, the recheck."""

from __future__ import annotations

from ..core.letter_kinds import LetterKind
from ..core.numerals import numeral
from ..core.remedies import ReviewOutcome
from ..core.terms import Category
from ..rules.reviewers import giver, next_above, placed
from .common import OUTCOME_WORDS
from .material import Fields, Material
from .words import BLANK, day, or_blank, sentence, word


def deciding_body(m: Material) -> str:
    """Who answers: the office for whatever is of its own system, else the body that has the power (第二十二条)."""
    return m.named(giver(m.case, m.office))


def reviewing_body(m: Material) -> str:
    """Who reviews or rechecks, as asked; nothing where nobody has been asked."""
    return m.named(_reviewer(m))


def _reviewer(m: Material) -> str:
    """The same by the name that the ledger knows."""
    return str(m.own.get("body") or m.said(_asking(m)).get("to") or "")


def _rechecks(m: Material) -> bool:
    """Whether it is about a recheck 复核, not a review."""
    return "recheck" in m.kind.value


def _asking(m: Material) -> str:
    """The act by which that was asked for."""
    return "ask-recheck" if _rechecks(m) else "ask-review"


def opinion(m: Material) -> Fields:
    """信访处理意见书 (第三十二条): demands, facts and reasons, the opinion on each, its basis, and where to turn next."""
    return {
        "依据": m.cite("outcomes"),
        "认定事实": found(m),
        "处理意见": or_blank(OUTCOME_WORDS.get(m.case.outcome, m.case.outcome)),
        "答复": sentence(m.case.reply_text),
        "法律依据": sentence(m.case.reply_basis),
        "救济途径": remedy(m, "ask-review", _above(m)),
        "作出机关": deciding_body(m),
    }


def found(m: Material) -> str:
    """认定的事实 as written down with the answer; of several demands each on a line of its own."""
    said = {entry.data.get("demand", 0): entry.data.get("found", "") for entry in m.entries if entry.act == "reply"}
    if not any(said.values()):
        return BLANK
    if len(said) == 1:
        return sentence(*said.values())
    return "\n".join(f"（{numeral(part)}）{sentence(text)}" for part, text in sorted(said.items()) if text)


def _above(m: Material) -> str:
    """The body one level up, where the ledger knows it."""
    return next_above(giver(m.case, m.office), placed(m.office, m.on))


def answer(m: Material) -> Fields:
    """答复函: to a suggestion (第二十九条) or on a duty performed (第三十一条第五项); no review follows."""
    name = "suggestions" if m.case.category is Category.SUGGESTION else "routes"
    return opinion(m) | {"依据": m.cite(name)}


def remedy(m: Material, limit: str, body: str) -> str:
    """不服的途径和期限, with the days as the rules have them. limit: ask-review or ask-recheck. body: to whom."""
    what, step = ("处理意见", "复查") if limit == "ask-review" else ("复查意见", "复核")
    found = m.limit(limit)
    basis = found.basis if found else m.cite(limit.removeprefix("ask-"))
    return f"如不服本{what}，可以自收到本{what}书之日起{found.length if found else BLANK}内，向{or_blank(m.named(body))}书面请求{step}（{basis}）。"


def review(m: Material) -> Fields:
    """复查意见书、复核意见书 (第三十五条、第三十六条): of whom, against whom, what was found and decided, and what is left."""
    own = m.own
    rechecking = _rechecks(m)
    return {
        "依据": m.cite("recheck" if rechecking else "review"),
        "被申请人": or_blank(m.named(m.case.reviewer) if rechecking else deciding_body(m)),
        "申请日期": day(m.done_on(_asking(m))),
        "复查机关": or_blank(reviewing_body(m)),
        "原处理意见": or_blank(OUTCOME_WORDS.get(m.case.outcome, m.case.outcome)),
        "原意见文号": or_blank(_number_before(m)),
        "原意见日期": day(m.case.last("reviewed") if rechecking else m.case.last("replied")),
        "申请理由": sentence(m.said(_asking(m)).get("reason")),
        "认定事实": sentence(own.get("found")),
        "意见": or_blank(word(ReviewOutcome, own.get("decision"))),
        "意见说明": sentence(own.get("text")),
        "法律依据": sentence(own.get("basis")),
        "救济途径": remedy(m, "ask-recheck", next_above(_reviewer(m), placed(m.office, m.on))),
        "终结说明": f"本意见为信访程序终结意见。对本意见不服，仍然以同一事实和理由提出投诉请求的，不再受理（{m.cite('concluded')}）。",
        "是否公示": PUBLISHED[own.get("published")],
    }


PUBLISHED = {None: f"{BLANK}（经听证的可以依法公示）", True: "依法向社会公示", False: "不公示"}
"""第三十六条第二款: a recheck opinion given after a hearing may be made public."""


def refused(m: Material) -> Fields:
    """复查、复核不予受理告知书: why a request is not taken up."""
    rechecking = _rechecks(m)
    ours = reviewing_body(m) == m.office_name
    return {
        **({} if ours else {"联系方式": BLANK}),
        "依据": m.cite("recheck" if rechecking else "review"),
        "申请日期": day(m.done_on(_asking(m))),
        "收到意见日期": day(m.case.last("review-served" if rechecking else "served")),
        "不予受理理由": sentence(m.own.get("reason")),
        "复查机关": or_blank(reviewing_body(m)),
        "原意见文号": or_blank(_number_before(m)),
    }


def _number_before(m: Material) -> str:
    """The number of the opinion that is complained of."""
    if _rechecks(m):
        return m.number_of("review", LetterKind.REVIEW_OPINION)
    return m.number_of("reply", LetterKind.OPINION)
