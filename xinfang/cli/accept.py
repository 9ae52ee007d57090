"""Accept 受理: the time limit for the reply starts."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, flag, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "承办单位，默认现在的单位")] = "",
    officer: Annotated[str, option("--officer", "姓名", "承办人")] = "",
    told: Annotated[bool, flag("--told/--not-told", "受理当日是否已书面告知信访人，默认已告知")] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Accept 受理: the time limit for the reply starts."""
    with desk(db, by) as d:
        answer(do(d, "accept", number, on=on, unit=unit, officer=officer, told=told), fmt)
