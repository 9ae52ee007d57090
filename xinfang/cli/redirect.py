"""Redirect 告知另提: tell the petitioner which body has the power."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    to: Annotated[str, typer.Option("--to", metavar="机关", help="有权处理的机关、单位", show_default=False)] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="理由", help="为什么不属本机关职权", show_default=False)
    ] = "",
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Redirect 告知另提: tell the petitioner which body has the power."""
    with desk(db, by) as d:
        answer(do(d, "redirect", number, on=on, to=to, reason=reason, document=document), fmt)
