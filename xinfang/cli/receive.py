"""Receive 签收: the unit has signed for what was sent to it."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="签收的单位，默认收到它的那个", show_default=False)
    ] = "",
    receiver: Annotated[str, typer.Option("--receiver", metavar="姓名", help="签收人", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Receive 签收: the unit has signed for what was sent to it."""
    with desk(db, by) as d:
        answer(do(d, "receive", number, on=on, unit=unit, signed_by=receiver), fmt)
