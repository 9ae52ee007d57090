"""Retract 撤销记载: an act written down by mistake."""

from typing import Annotated

from ..workflows.reception.retracting import retract
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    reason: Annotated[str, option("--reason", "理由", "为什么撤销")] = "",
    act: Annotated[str | None, option("--act", "事项", "撤销最近一次的哪个事项，如 accept")] = None,
    turn: Annotated[int | None, option("--turn", "序号", "撤销第几条，序号见 xinfang show")] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Undo one entry: by turn, by act, or the last."""
    with desk(db, by) as d:
        answer(retract(d, number, turn=turn, act=act, reason=reason, on=on), fmt)
