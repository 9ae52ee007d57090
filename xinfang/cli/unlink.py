"""Unlink 解除关联: two petitions do not belong together."""

from typing import Annotated

from ..workflows.matters import linking
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, Why, option


def command(
    number: Number,
    earlier: Annotated[str, option("--from", "编号", "和哪一件解除关联")],
    reason: Why = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Take a petition apart from an earlier one."""
    with desk(db, by) as d:
        answer(linking.unlink(d, number, earlier=earlier, reason=reason, on=on), fmt)
