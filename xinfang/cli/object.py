"""Object 异议: what was sent to us is not ours."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="详细理由", show_default=False)] = "",
    to: Annotated[str, typer.Option("--to", metavar="单位", help="建议的承办单位", show_default=False)] = "",
    late_reason: Annotated[
        str, typer.Option("--late-reason", metavar="原因", help="过期仍提出的原因", show_default=False)
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Object 异议: what was sent to us is not ours."""
    with desk(db, by) as d:
        answer(do(d, "object", number, on=on, reason=reason, to=to, late_reason=late_reason), fmt)
