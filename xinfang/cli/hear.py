"""Hear 听证: notice, beginning, end."""

from typing import Annotated

import typer

from ..core import clean
from ..core.remedies import HearingStage
from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    stage: Annotated[
        str, typer.Argument(metavar="阶段", help="convene 通知、start 开始、finish 结束", show_default=False)
    ],
    held_on: Annotated[
        str | None, typer.Option("--for", metavar="日期", help="通知在哪一天举行", show_default=False)
    ] = None,
    place: Annotated[str, typer.Option("--place", metavar="地点", help="听证地点", show_default=False)] = "",
    chair: Annotated[str, typer.Option("--chair", metavar="姓名", help="主持人", show_default=False)] = "",
    participant: Annotated[
        list[str] | None, typer.Option("--participant", metavar="姓名", help="参加人，可写多次", show_default=False)
    ] = None,
    at: Annotated[str, typer.Option("--time", metavar="时间", help="几时到几时", show_default=False)] = "",
    recorder: Annotated[str, typer.Option("--recorder", metavar="姓名", help="记录人", show_default=False)] = "",
    debate: Annotated[str, typer.Option("--debate", metavar="文字", help="质询、辩论的情况", show_default=False)] = "",
    deliberation: Annotated[
        str, typer.Option("--deliberation", metavar="文字", help="评议、合议的情况", show_default=False)
    ] = "",
    conclusion: Annotated[str, typer.Option("--conclusion", metavar="结论", help="听证结论", show_default=False)] = "",
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Hear 听证: notice, beginning, end."""
    step = HearingStage.parse(stage, what="听证的阶段")
    details = {"held_on": parse_day(held_on), "place": place, "chair": chair, "conclusion": conclusion}
    record = {
        "at": clean.line(at, what="时间"),
        "recorder": clean.line(recorder, what="记录人"),
        "debate": clean.paragraph(debate, what="质询、辩论"),
        "deliberation": clean.paragraph(deliberation, what="评议、合议"),
    }
    with desk(db, by) as d:
        answer(
            do(
                d,
                "hear",
                number,
                on=on,
                stage=step,
                participants=tuple(participant or ()),
                document=document,
                **details,
                **record,
            ),
            fmt,
        )
