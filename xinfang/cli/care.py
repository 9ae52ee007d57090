"""Care 疏导帮扶 after the answer or the end."""

from typing import Annotated

import typer

from ..core.remedies import Care
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="种类", help="education 疏导教育、easing 矛盾化解、help 帮扶救助", show_default=False
        ),
    ],
    text: Annotated[str, typer.Option("--text", metavar="情况", help="做了什么", show_default=False)] = "",
    by_whom: Annotated[str, typer.Option("--who", metavar="单位或人员", help="由谁做的", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Care 疏导帮扶 after the answer or the end."""
    sort = Care.parse(kind, what="疏导帮扶的种类")
    with desk(db, by) as d:
        answer(do(d, "care", number, on=on, care=sort, text=text, by_whom=by_whom), fmt)
