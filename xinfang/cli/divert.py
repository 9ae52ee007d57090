"""Divert 导入法定程序."""

from typing import Annotated

import typer

from ..core import clean
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    procedure: Annotated[
        str,
        typer.Option(
            "--procedure", metavar="程序", help="诉讼、仲裁、党员申诉、行政复议、行政裁决等", show_default=False
        ),
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="机关", help="由哪个机关、单位办理", show_default=False)] = "",
    route: Annotated[
        int | None,
        typer.Option("--route", metavar="1-5", help="第三十一条第几项，默认按甄别分类", show_default=False),
    ] = None,
    within: Annotated[
        str, typer.Option("--within", metavar="期限", help="该程序的法定期限，照法条写", show_default=False)
    ] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么走这个程序", show_default=False)] = "",
    demand: Annotated[
        int, typer.Option("--demand", metavar="号数", min=0, help="几项诉求中的哪一项", show_default=False)
    ] = 0,
    document: Document_ = "",
    told: Annotated[
        bool, typer.Option("--told/--not-told", help="当日是否已书面告知信访人，默认已告知", show_default=False)
    ] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Divert 导入法定程序."""
    name = clean.line(procedure, what="程序")
    body = clean.line(to, what="机关")
    with desk(db, by) as d:
        done = do(
            d,
            "divert",
            number,
            on=on,
            procedure=name,
            to=body,
            route=route,
            document=document,
            told=told,
            demand=demand,
            within=clean.line(within, what="法定期限"),
            reason=clean.paragraph(reason, what="理由"),
        )
        answer(done, fmt)
