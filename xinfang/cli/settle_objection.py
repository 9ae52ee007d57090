"""Settle an objection 异议核实: the sender agrees to take it back, or does not."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    agree: Annotated[
        bool | None,
        typer.Option("--agree/--refuse", help="核实后同意退回 / 不同意，仍由收到的单位办", show_default=False),
    ] = None,
    by_unit: Annotated[
        str, typer.Option("--by-unit", metavar="单位", help="核实的单位，默认转送、交办的一方", show_default=False)
    ] = "",
    approver: Annotated[str, typer.Option("--approver", metavar="姓名", help="决定的人", show_default=False)] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="理由", show_default=False)] = "",
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Settle an objection 异议核实: the sender agrees to take it back, or does not."""
    with desk(db, by) as d:
        done = do(
            d,
            "settle-objection",
            number,
            on=on,
            agreed=agree,
            by_unit=by_unit,
            approver=approver,
            reason=reason,
            document=document,
        )
        answer(done, fmt)
