"""Withdraw 撤回: in writing, by the petitioner."""

from typing import Annotated

import typer

from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    document: Annotated[
        str, typer.Option("--document", metavar="书面材料", help="信访人的书面申请（名称、文号）", show_default=False)
    ] = "",
    dated: Annotated[
        str | None, typer.Option("--dated", metavar="日期", help="书面申请上的日期，默认同收到之日", show_default=False)
    ] = None,
    by_petitioner: Annotated[bool, typer.Option("--by-petitioner", help="信访人本人签名", show_default=False)] = False,
    agent: Annotated[str, typer.Option("--agent", metavar="姓名", help="签名的代理人", show_default=False)] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="信访人写明的理由", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Withdraw 撤回: in writing, by the petitioner."""
    details = {"document": document, "dated": parse_day(dated), "agent": agent, "reason": reason}
    with desk(db, by) as d:
        answer(do(d, "withdraw", number, on=on, by_petitioner=by_petitioner, **details), fmt)
