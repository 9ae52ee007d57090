"""Mediate 调解和解: an agreement, or none."""

from typing import Annotated

import typer

from ..core import clean
from ..core.remedies import Agreement, MediationResult
from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    result: Annotated[
        str,
        typer.Option(
            "--result", metavar="结果", help="agreed 达成协议、failed 不成（协议没有履行的也用它）", show_default=False
        ),
    ],
    kind: Annotated[
        str, typer.Option("--kind", metavar="方式", help="mediation 调解、conciliation 和解", show_default=False)
    ] = "mediation",
    text: Annotated[
        str, typer.Option("--text", metavar="内容", help="协议内容，或者不成的原因", show_default=False)
    ] = "",
    perform_by: Annotated[
        str | None, typer.Option("--perform-by", metavar="日期", help="约定在哪天以前履行", show_default=False)
    ] = None,
    mediator: Annotated[str, typer.Option("--mediator", metavar="姓名", help="调解人", show_default=False)] = "",
    counterpart: Annotated[
        str, typer.Option("--with", metavar="当事人", help="对方当事人，默认为被反映的", show_default=False)
    ] = "",
    manner: Annotated[
        str, typer.Option("--manner", metavar="方式", help="履行方式，如现金、转账、分期", show_default=False)
    ] = "",
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Mediate 调解和解: an agreement, or none."""
    came_to = MediationResult.parse(result, what="调解的结果")
    way = Agreement.parse(kind, what="方式")
    details = {"text": text, "document": document, "mediator": mediator, "perform_by": parse_day(perform_by)}
    parties = {"counterpart": clean.line(counterpart, what="对方当事人"), "manner": clean.line(manner, what="履行方式")}
    with desk(db, by) as d:
        answer(do(d, "mediate", number, on=on, settlement=came_to, agreement=way, **details, **parties), fmt)
