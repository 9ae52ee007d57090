"""Diagnose 研判: the cause of a hard matter, the measure, by when."""

from typing import Annotated

import typer

from ..core import clean
from ..core.oversight import Cause
from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    cause: Annotated[
        str,
        typer.Option(
            "--cause",
            metavar="原因",
            help="；".join(f"{each.value} {each.label}" for each in Cause),
            show_default=False,
        ),
    ],
    measure: Annotated[
        str, typer.Option("--measure", metavar="措施", help="采取的措施；移交的写明去向", show_default=False)
    ] = "",
    finish_by: Annotated[str, typer.Option("--finish-by", metavar="日期", help="何时办到", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Diagnose 研判: the cause of a hard matter, the measure, by when."""
    why = Cause.parse(cause, what="原因")
    with desk(db, by) as d:
        done = do(
            d,
            "diagnose",
            number,
            on=on,
            cause=why,
            measure=clean.paragraph(measure, what="措施"),
            finish_by=parse_day(finish_by),
        )
        answer(done, fmt)
