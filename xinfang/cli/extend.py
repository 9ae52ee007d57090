"""Extend 延期: once, at most 30 days."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    days: Annotated[int, typer.Option("--days", metavar="日数", help="延长几日")] = 30,
    approver: Annotated[str, typer.Option("--approver", metavar="姓名", help="批准的负责人", show_default=False)] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="延期理由", show_default=False)] = "",
    told: Annotated[
        bool, typer.Option("--told/--not-told", help="是否已把延期理由告知信访人，默认已告知", show_default=False)
    ] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Extend 延期: once, at most 30 days."""
    with desk(db, by) as d:
        answer(do(d, "extend", number, on=on, days=days, approver=approver, reason=reason, told=told), fmt)
