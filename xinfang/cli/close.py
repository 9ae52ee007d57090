"""Close 办结."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    result: Annotated[str, typer.Option("--result", metavar="结果", help="怎样办结的，去向", show_default=False)] = "",
    despite: Annotated[
        str, typer.Option("--despite", metavar="理由", help="缺项仍要办结的理由，账上留痕", show_default=False)
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Close 办结."""
    with desk(db, by) as d:
        answer(do(d, "close", number, on=on, result=result, despite=despite), fmt)
