"""Object 异议: what was sent to us is not ours."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk, several


def command(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="详细理由", show_default=False)] = "",
    to: Annotated[str, typer.Option("--to", metavar="单位", help="建议的承办单位", show_default=False)] = "",
    late_reason: Annotated[
        str, typer.Option("--late-reason", metavar="原因", help="过期仍提出的原因", show_default=False)
    ] = "",
    returning: Annotated[
        list[str] | None,
        typer.Option("--return", metavar="材料", help="拟退回的材料，可写多次", show_default=False),
    ] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Object 异议: what was sent to us is not ours."""
    details = {"reason": reason, "to": to, "late_reason": late_reason}
    with desk(db, by) as d:
        answer(do(d, "object", number, on=on, returning=several(returning, what="退回的材料"), **details), fmt)
