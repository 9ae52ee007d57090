"""Assist 救助."""

from typing import Annotated

import typer

from ..core.remedies import Assistance
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    kind: Annotated[
        str, typer.Option("--kind", metavar="种类", help="social 社会救助、judicial 司法救助", show_default=False)
    ],
    text: Annotated[
        str, typer.Option("--text", metavar="情况", help="告知、协助申请或者给予的情况", show_default=False)
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="机关", help="向哪个机关申请的", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Assist 救助."""
    sort = Assistance.parse(kind, what="救助的种类")
    with desk(db, by) as d:
        answer(do(d, "assist", number, on=on, assistance=sort, text=text, to=to), fmt)
