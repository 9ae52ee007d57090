"""Carry out 执行: what was supported or agreed has been done."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "哪个单位执行的")] = "",
    text: Annotated[str, option("--text", "情况", "执行的情况")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Carry out 执行: what was supported or agreed has been done."""
    with desk(db, by) as d:
        answer(do(d, "carry-out", number, on=on, unit=unit, text=text), fmt)
