"""Unlink 解除关联: two petitions do not belong together."""

from typing import Annotated

import typer

from ..workflows import linking
from .options import AnswerFormat, By, Db, Number, On, Why, answer, desk


def command(
    number: Number,
    earlier: Annotated[str, typer.Option("--from", metavar="编号", help="和哪一件解除关联", show_default=False)],
    reason: Why = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Take a petition apart from an earlier one."""
    with desk(db, by) as d:
        answer(linking.unlink(d, number, earlier=earlier, reason=reason, on=on), fmt)
