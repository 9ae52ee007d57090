"""Retract 撤销记载: an act written down by mistake."""

from typing import Annotated

import typer

from ..workflows.acting import retract
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="为什么撤销", show_default=False)] = "",
    act: Annotated[
        str | None, typer.Option("--act", metavar="事项", help="撤销最近一次的哪个事项，如 accept", show_default=False)
    ] = None,
    turn: Annotated[
        int | None, typer.Option("--turn", metavar="序号", help="撤销第几条，序号见 xinfang show", show_default=False)
    ] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Undo one entry: by turn, by act, or the last."""
    with desk(db, by) as d:
        answer(retract(d, number, turn=turn, act=act, reason=reason, on=on), fmt)
