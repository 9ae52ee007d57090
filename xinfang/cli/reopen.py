"""Reopen 恢复办理: an ended petition goes on."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么恢复办理", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Reopen 恢复办理: an ended petition goes on."""
    with desk(db, by) as d:
        answer(do(d, "reopen", number, on=on, reason=reason), fmt)
