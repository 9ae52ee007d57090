"""Oversight taken apart: by situation, by unit, by kind of advice, by grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...core.figures import Rate
from ...core.overseen import Advice, Overseen, Supervision
from ...core.oversight import Adoption, Grade, LeaderMeeting, Proposal, Situation
from ...core.table import Cell, Chart, Column, Table
from ..columns import UNIT, words
from .figures import Window, answers, closed, mean, opened, without_feedback

SITUATION = Column("situation", "督办情形", words=words(Situation))
PROPOSAL = Column("proposal", "建议", words=words(Proposal))
_SUPERVISED = (
    Column("supervised", "发出", "number"),
    Column("due", "应答复", "number"),
    Column("in_time", "按期", "number"),
    Column("late", "逾期", "number"),
    Column("unanswered", "未答复", "number"),
    Column("answered_rate", "按期答复率", "rate"),
    Column("closed", "督办办结", "number"),
)


def by_situation(supervisions: Sequence[Supervision], window: Window) -> Table:
    """What units were supervised for, in the order of the procedure."""
    of: dict[str, list[Supervision]] = {}
    for each in supervisions:
        of.setdefault(each.situation, []).append(each)
    rows = tuple((name.value, *_supervised(of[name], window)) for name in Situation if name in of)
    return Table(
        "督办情形",
        (SITUATION, *_SUPERVISED),
        rows,
        key="by_situation",
        chart=Chart("bars", "situation", ("supervised",)),
    )


def _supervised(supervisions: Sequence[Supervision], window: Window) -> tuple[Cell, ...]:
    due = answers(supervisions, window)
    counts = (len(opened(supervisions, window)), due.rate.whole, len(due.in_time), len(due.late), len(due.unanswered))
    return (*counts, due.rate.value, len(closed(supervisions, window)))


def by_unit(found: Overseen, inspected: Mapping[str, Rate], window: Window) -> Table:
    """Every unit that oversight had to do with. inspected: of what each closed in the period, how much was inspected."""
    columns = (
        UNIT,
        *_SUPERVISED,
        Column("advised", "收到建议", "number"),
        Column("inspected", "评查", "number"),
        Column("average_score", "平均得分", "number", decimals=1),
        Column("ended", "办结件", "number"),
        Column("ended_inspected", "其中已评查", "number"),
        Column("inspected_rate", "评查率", "rate"),
        Column("sponsored", "包案", "number"),
        Column("sponsor_visits", "包案约访", "number"),
        Column("receptions", "领导接访", "number"),
    )
    units = {
        *(each.unit for each in found.supervisions),
        *(each.unit for each in found.inspections),
        *(each.unit for each in found.leader_acts),
        *(each.to for each in found.advice),
        *inspected,
    }
    rows = sorted(
        ((unit, *_of_unit(found, unit, inspected.get(unit, Rate(0, 0)), window)) for unit in units),
        key=lambda row: (-int(str(row[1])), str(row[0])),
    )
    chart = Chart("bars", "unit", ("supervised", "unanswered"))
    return Table("各单位督查督办情况", columns, tuple(rows), key="by_unit", chart=chart)


def _of_unit(found: Overseen, unit: str, inspected: Rate, window: Window) -> tuple[Cell, ...]:
    inspections = [each for each in found.inspections if each.unit == unit]
    acts = Counter(each.event for each in found.leader_acts if each.unit == unit)
    return (
        *_supervised([each for each in found.supervisions if each.unit == unit], window),
        sum(each.to == unit for each in found.advice),
        len(inspections),
        mean(inspections),
        inspected.whole,
        inspected.part,
        inspected.value,
        acts["sponsored"],
        acts["sponsor-visited"],
        acts["leader-met"],
    )


_ADVISED = (
    Column("advised", "提出", "number"),
    Column("feedback", "书面反馈", "number"),
    Column("adopted", "采纳", "number"),
    Column("partly", "部分采纳", "number"),
    Column("not_adopted", "未采纳", "number"),
    Column("feedback_overdue", "逾期未反馈", "number"),
    Column("adoption_rate", "采纳率", "rate"),
)


def by_proposal(advice: Sequence[Advice], window: Window) -> Table:
    """三项建议, one line each, also where there was none."""
    rows = tuple(
        (name.value, *_advised([each for each in advice if each.proposal == name], window)) for name in Proposal
    )
    chart = Chart("bars", "proposal", ("advised", "adopted"))
    return Table("三项建议", (PROPOSAL, *_ADVISED), rows if advice else (), key="by_proposal", chart=chart)


def by_body(advice: Sequence[Advice], window: Window) -> Table:
    """Who was advised."""
    bodies = Counter(each.to for each in advice)
    rows = tuple(
        (body, *_advised([each for each in advice if each.to == body], window))
        for body, _ in sorted(bodies.items(), key=lambda item: (-item[1], item[0]))
    )
    return Table("向谁提出建议", (Column("body", "机关、单位"), *_ADVISED), rows, key="by_body")


def _advised(advice: Sequence[Advice], window: Window) -> tuple[Cell, ...]:
    adoption = Counter(each.adoption for each in advice)
    adopted, partly = adoption[Adoption.ADOPTED.value], adoption[Adoption.PARTLY.value]
    return (
        len(advice),
        sum(each.answered_on is not None for each in advice),
        adopted,
        partly,
        adoption[Adoption.NOT.value],
        len(without_feedback(advice, window)),
        Rate(adopted + partly, len(advice)).value,
    )


def by_grade(found: Overseen) -> Table:
    """Files inspected by their grade, with the average score of those that have one."""
    columns = (
        Column("grade", "等次", words=words(Grade)),
        Column("inspected", "件次", "number"),
        Column("scored", "有得分的", "number"),
        Column("average_score", "平均得分", "number", decimals=1),
    )
    of = {grade: [each for each in found.inspections if each.grade == grade] for grade in Grade}
    rows = tuple(
        (grade.value, len(files), sum(each.score is not None for each in files), mean(files))
        for grade, files in of.items()
        if files
    )
    average = mean(found.inspections)
    notes = () if average is None else (f"平均得分 {average}，只计有得分的。",)
    return Table("案件评查", columns, rows, notes=notes, key="by_grade", chart=Chart("bars", "grade", ("inspected",)))


def by_meeting(found: Overseen) -> Table:
    """How leaders met petitioners; which leader is nobody's score."""
    columns = (Column("meeting", "方式", words=words(LeaderMeeting)), Column("meetings", "次数", "number"))
    met = Counter(each.meeting for each in found.leader_acts if each.event == "leader-met")
    rows = tuple((each.value, met[each.value]) for each in LeaderMeeting if met[each.value])
    return Table("领导接访", columns, rows, key="by_meeting")
