"""Admit 准予查看: who else may see an accusation."""

from typing import Annotated

import typer

from ..workflows.admitting import admit
from .options import AnswerFormat, By, Db, Number, Why, answer, desk


def command(
    number: Number,
    officer: Annotated[str, typer.Option("--officer", metavar="姓名", help="准予谁查看", show_default=False)],
    reason: Why = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="不再准予", show_default=False)] = False,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Admit an officer to an accusation, or withdraw that."""
    with desk(db, by) as d:
        answer(admit(d, number, officer=officer, reason=reason, withdraw=withdraw), fmt)
