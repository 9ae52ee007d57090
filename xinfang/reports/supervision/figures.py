"""Figures of oversight 督办、三项建议、评查、领导接访包案, for the supervision report and the annual one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ...core.figures import Figure, Indicator, Rate, quotient
from ...core.overseen import Advice, Inspection, Overseen, Supervision
from ...core.oversight import Adoption
from ...core.period import Period
from ...rules.checks.supervising import ADVICE_DAYS

INDICATORS: tuple[Indicator, ...] = (
    Indicator("supervised", "督办", "期内发出的督办（第四十条第一款）", "", unit="项"),
    Indicator("supervised_petitions", "督办涉及", "期内发出的督办涉及的信访件", ""),
    Indicator(
        "due",
        "应答复",
        "要求的答复日在期内（期未满的至截止日前一日）的督办；没有答复、答复日以前办结的不计",
        "",
        unit="项",
    ),
    Indicator("in_time", "按期答复", "其中在要求的答复日或以前答复的", "", unit="项"),
    Indicator("late", "逾期答复", "其中在要求的答复日以后答复的", "", unit="项"),
    Indicator("unanswered", "未答复", "其中到截止日没有答复的", "", unit="项"),
    Indicator("closed", "督办办结", "期内办结的督办，不论何时发出", "", unit="项"),
    Indicator("advised", "三项建议", "期内提出的改进工作、完善政策、追究责任建议（第四十条第一至三款）", "", unit="项"),
    Indicator("feedback", "书面反馈", "期内提出的建议里，到截止日已书面反馈的（第四十条第四款）", "", unit="项"),
    Indicator("adopted", "采纳", "书面反馈采纳的", "", unit="项"),
    Indicator("partly", "部分采纳", "书面反馈部分采纳的", "", unit="项"),
    Indicator("not_adopted", "未采纳", "书面反馈未采纳的", "", unit="项"),
    Indicator(
        "feedback_overdue",
        "逾期未反馈",
        "期内提出的建议里，提出已过{advice_days}日、到截止日没有书面反馈的（2005年条例第三十六条第二款；2022年条例没有写天数）",
        "",
        unit="项",
    ),
    Indicator("inspected", "案件评查", "期内评查的件次", "", unit="件次"),
    Indicator("sponsored", "领导包案", "期内开始由领导包案的件次（第十八条第二款）", "", unit="件次"),
    Indicator("sponsor_visits", "包案约访", "期内包案领导约访的次数", "", unit="次"),
    Indicator("sponsor_reports", "包案结果", "期内报告包案结果的次数", "", unit="次"),
    Indicator("receptions", "领导接访", "期内领导接访、约访、下访的次数", "", unit="次"),
)
"""Counts, in the order printed."""
RATES: tuple[Indicator, ...] = (
    Indicator("answered_rate", "督办按期答复率", "按期答复 ÷ 应答复", "", "rate"),
    Indicator("feedback_rate", "建议反馈率", "书面反馈 ÷ 期内提出的三项建议", "", "rate"),
    Indicator("adoption_rate", "建议采纳率", "（采纳＋部分采纳）÷ 期内提出的三项建议，未反馈的计入分母", "", "rate"),
    Indicator(
        "inspected_rate",
        "评查率",
        "期内办结的件次里，到期末已评查的 ÷ 期内办结的件次（同月度通报的办结；没有条文，凭实务）",
        "",
        "rate",
    ),
)
"""Rates, in the order printed."""
ADVICE_OVERDUE = ADVICE_DAYS.days
ADOPTED = {"adopted": Adoption.ADOPTED.value, "partly": Adoption.PARTLY.value, "not_adopted": Adoption.NOT.value}
"""What may become of advice: key of the figure, and its name in the ledger."""


class Window(NamedTuple):
    """The days counted, the last of them by which what was asked can be judged, and the day up to which it is known what became of things."""

    first: date
    until: date
    over: date
    as_of: date

    @classmethod
    def of(cls, period: Period, as_of: date) -> Window:
        """The part of the period that had come by `as_of`."""
        return cls(period.first, period.until(as_of), period.over(as_of), as_of)

    def holds(self, day: str | None) -> bool:
        """Whether that day is one of those counted."""
        return day is not None and self.first.isoformat() <= day <= self.until.isoformat()


class Answers(NamedTuple):
    """Supervisions to be answered in the period."""

    in_time: tuple[Supervision, ...]
    late: tuple[Supervision, ...]
    unanswered: tuple[Supervision, ...]

    @property
    def rate(self) -> Rate:
        """Those in time of all."""
        return Rate(len(self.in_time), sum(map(len, self)))


def opened(supervisions: Sequence[Supervision], window: Window) -> list[Supervision]:
    """Those sent out in the period."""
    return [each for each in supervisions if window.holds(each.on)]


def closed(supervisions: Sequence[Supervision], window: Window) -> list[Supervision]:
    """Those closed in the period."""
    return [each for each in supervisions if window.holds(each.closed_on)]


def answers(supervisions: Sequence[Supervision], window: Window) -> Answers:
    """Those to be answered in the period, by how they were."""
    over = window.over.isoformat()
    due = [
        each
        for each in supervisions
        if window.holds(each.answer_by) and each.answer_by <= over and not _fell_away(each)
    ]
    in_time = [each for each in due if each.answered_on is not None and each.answered_on <= each.answer_by]
    late = [each for each in due if each.answered_on is not None and each.answered_on > each.answer_by]
    return Answers(tuple(in_time), tuple(late), tuple(each for each in due if each.answered_on is None))


def _fell_away(each: Supervision) -> bool:
    """Closed in time without an answer: none was owed any more."""
    return each.answered_on is None and each.closed_on is not None and each.closed_on <= each.answer_by


def without_feedback(advice: Sequence[Advice], window: Window) -> list[Advice]:
    """Advice that has waited longer than practice allows, the longest first."""
    oldest = (window.as_of - timedelta(days=ADVICE_OVERDUE)).isoformat()
    return sorted((each for each in advice if each.answered_on is None and each.on < oldest), key=lambda each: each.on)


def mean(inspections: Sequence[Inspection]) -> float | None:
    """The average score of those that were given one, to one decimal; None where none was."""
    scores = [each.score for each in inspections if each.score is not None]
    return quotient(sum(scores), len(scores), 1) if scores else None


def figures_of(found: Overseen, inspected: Rate, window: Window) -> dict[str, Figure]:
    """Every figure by its key. inspected: of what was closed in the period, how much has been inspected."""
    sent, due = opened(found.supervisions, window), answers(found.supervisions, window)
    adoption = [each.adoption for each in found.advice]
    acts = [each.event for each in found.leader_acts]
    said = sum(each.answered_on is not None for each in found.advice)
    became = {key: adoption.count(name) for key, name in ADOPTED.items()}
    return {
        "supervised": len(sent),
        "supervised_petitions": len({each.number for each in sent}),
        "due": due.rate.whole,
        "in_time": len(due.in_time),
        "late": len(due.late),
        "unanswered": len(due.unanswered),
        "closed": len(closed(found.supervisions, window)),
        "advised": len(found.advice),
        "feedback": said,
        **became,
        "feedback_overdue": len(without_feedback(found.advice, window)),
        "inspected": len(found.inspections),
        "sponsored": acts.count("sponsored"),
        "sponsor_visits": acts.count("sponsor-visited"),
        "sponsor_reports": acts.count("sponsor-reported"),
        "receptions": acts.count("leader-met"),
        "answered_rate": due.rate,
        "feedback_rate": Rate(said, len(found.advice)),
        "adoption_rate": Rate(became["adopted"] + became["partly"], len(found.advice)),
        "inspected_rate": inspected,
    }
