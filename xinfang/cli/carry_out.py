"""Carry out 执行: what was supported or agreed has been done."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="哪个单位执行的", show_default=False)] = "",
    text: Annotated[str, typer.Option("--text", metavar="情况", help="执行的情况", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Carry out 执行: what was supported or agreed has been done."""
    with desk(db, by) as d:
        answer(do(d, "carry-out", number, on=on, unit=unit, text=text), fmt)
