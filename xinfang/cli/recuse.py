"""Recuse 回避: an officer with a direct interest does not handle it."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    officer: Annotated[str, typer.Option("--officer", metavar="姓名", help="回避的经办人", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="直接利害关系", show_default=False)] = "",
    decided_by: Annotated[
        str, typer.Option("--decided-by", metavar="姓名", help="由谁决定回避", show_default=False)
    ] = "",
    replaced_by: Annotated[
        str, typer.Option("--replaced-by", metavar="姓名", help="改由谁办理", show_default=False)
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Recuse 回避: an officer with a direct interest does not handle it."""
    with desk(db, by) as d:
        done = do(
            d,
            "recuse",
            number,
            on=on,
            officer=officer,
            reason=reason,
            decided_by=decided_by,
            replaced_by=replaced_by,
        )
        answer(done, fmt)
