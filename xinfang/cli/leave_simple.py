"""Leave the simple track 转普通程序: it turns out not to be simple."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    reason: Annotated[
        str, typer.Option("--reason", metavar="理由", help="不宜简易办理的理由", show_default=False)
    ] = "",
    approver: Annotated[str, typer.Option("--approver", metavar="姓名", help="批准人", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Leave the simple track 转普通程序: it turns out not to be simple."""
    with desk(db, by) as d:
        answer(do(d, "leave-simple", number, on=on, reason=reason, approver=approver), fmt)
