"""Urgent 重大紧急: first, further and final reports."""

from typing import Annotated

from ..core.oversight import UrgentReport
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    report: Annotated[
        str, option("--report", "种类", "first 首报、further 续报、final 终报；默认首报")
    ] = UrgentReport.FIRST.value,
    to: Annotated[list[str] | None, option("--to", "机关", "报送的机关，可写多次")] = None,
    facts: Annotated[str, option("--facts", "文字", "诉求和现状")] = "",
    happening: Annotated[str, option("--time", "时间", "发生的时间")] = "",
    place: Annotated[str, option("--place", "地点", "发生的地点")] = "",
    people: Annotated[int, option("--people", "人数", "参加的人数", least=0)] = 0,
    asking: Annotated[str, option("--ask", "文字", "请示事项")] = "",
    measures: Annotated[str, option("--measures", "文字", "已采取的措施")] = "",
    known_on: Annotated[str, option("--known-on", "日期", "哪一天知悉")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Urgent 重大紧急: first, further and final reports."""
    stage = UrgentReport.parse(report, what="报告种类")
    with desk(db, by) as d:
        done = do(
            d,
            "urgent",
            number,
            on=on,
            report=stage,
            bodies=tuple(to or ()),
            facts=facts,
            measures=measures,
            known_on=parse_day(known_on),
            document=document,
            happening=happening,
            place=place,
            people=people,
            asking=asking,
        )
        answer(done, fmt)
