"""Receive 签收: the unit has signed for what was sent to it."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "签收的单位，默认收到它的那个")] = "",
    receiver: Annotated[str, option("--receiver", "姓名", "签收人")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Receive 签收: the unit has signed for what was sent to it."""
    with desk(db, by) as d:
        answer(do(d, "receive", number, on=on, unit=unit, signed_by=receiver), fmt)
