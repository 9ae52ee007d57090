"""Urgent 重大紧急: first, further and final reports."""

from typing import Annotated

import typer

from ..core import clean
from ..core.oversight import UrgentReport
from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    report: Annotated[
        str,
        typer.Option(
            "--report", metavar="种类", help="first 首报、further 续报、final 终报；默认首报", show_default=False
        ),
    ] = UrgentReport.FIRST.value,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="机关", help="报送的机关，可写多次", show_default=False)
    ] = None,
    facts: Annotated[str, typer.Option("--facts", metavar="文字", help="诉求和现状", show_default=False)] = "",
    happening: Annotated[str, typer.Option("--time", metavar="时间", help="发生的时间", show_default=False)] = "",
    place: Annotated[str, typer.Option("--place", metavar="地点", help="发生的地点", show_default=False)] = "",
    people: Annotated[int, typer.Option("--people", metavar="人数", min=0, help="参加的人数", show_default=False)] = 0,
    asking: Annotated[str, typer.Option("--ask", metavar="文字", help="请示事项", show_default=False)] = "",
    measures: Annotated[str, typer.Option("--measures", metavar="文字", help="已采取的措施", show_default=False)] = "",
    known_on: Annotated[str, typer.Option("--known-on", metavar="日期", help="哪一天知悉", show_default=False)] = "",
    document: Document_ = "",
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
            bodies=tuple(clean.line(body, what="报送机关", required=True) for body in to or ()),
            facts=clean.paragraph(facts, what="情况"),
            measures=clean.paragraph(measures, what="措施"),
            known_on=parse_day(known_on),
            document=document,
            happening=clean.line(happening, what="时间"),
            place=clean.line(place, what="地点"),
            people=people,
            asking=clean.paragraph(asking, what="请示事项"),
        )
        answer(done, fmt)
