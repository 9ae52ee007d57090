"""Admit 准予查看: who else may see an accusation."""

from typing import Annotated

from ..workflows.acting.admitting import admit
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, Why, flag, option


def command(
    number: Number,
    officer: Annotated[str, option("--officer", "姓名", "准予谁查看")],
    reason: Why = "",
    withdraw: Annotated[bool, flag("--withdraw", "不再准予")] = False,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Admit an officer to an accusation, or withdraw that."""
    with desk(db, by) as d:
        answer(admit(d, number, officer=officer, reason=reason, withdraw=withdraw), fmt)
