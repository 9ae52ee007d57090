"""Accept 受理: the time limit for the reply starts."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="承办单位，默认现在的单位", show_default=False)
    ] = "",
    officer: Annotated[str, typer.Option("--officer", metavar="姓名", help="承办人", show_default=False)] = "",
    told: Annotated[
        bool, typer.Option("--told/--not-told", help="受理当日是否已书面告知信访人，默认已告知", show_default=False)
    ] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Accept 受理: the time limit for the reply starts."""
    with desk(db, by) as d:
        answer(do(d, "accept", number, on=on, unit=unit, officer=officer, told=told), fmt)
