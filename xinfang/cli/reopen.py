"""Reopen 恢复办理: an ended petition goes on."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    reason: Annotated[str, option("--reason", "理由", "为什么恢复办理")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Reopen 恢复办理: an ended petition goes on."""
    with desk(db, by) as d:
        answer(do(d, "reopen", number, on=on, reason=reason), fmt)
