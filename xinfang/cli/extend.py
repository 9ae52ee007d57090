"""Extend 延期: once, at most 30 days."""

from typing import Annotated

import typer

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, flag, option


def command(
    number: Number,
    days: Annotated[int, typer.Option("--days", metavar="日数", help="延长几日")] = 30,
    approver: Annotated[str, option("--approver", "姓名", "批准的负责人")] = "",
    reason: Annotated[str, option("--reason", "理由", "延期理由")] = "",
    told: Annotated[bool, flag("--told/--not-told", "是否已把延期理由告知信访人，默认已告知")] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Extend 延期: once, at most 30 days."""
    with desk(db, by) as d:
        answer(do(d, "extend", number, on=on, days=days, approver=approver, reason=reason, told=told), fmt)
