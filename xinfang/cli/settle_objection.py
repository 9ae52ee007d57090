"""Settle an objection 异议核实: the sender agrees to take it back, or does not."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, flag, option


def command(
    number: Number,
    agree: Annotated[bool | None, flag("--agree/--refuse", "核实后同意退回 / 不同意，仍由收到的单位办")] = None,
    by_unit: Annotated[str, option("--by-unit", "单位", "核实的单位，默认转送、交办的一方")] = "",
    approver: Annotated[str, option("--approver", "姓名", "决定的人")] = "",
    reason: Annotated[str, option("--reason", "理由", "理由")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Settle an objection 异议核实: the sender agrees to take it back, or does not."""
    with desk(db, by) as d:
        done = do(
            d,
            "settle-objection",
            number,
            on=on,
            agreed=agree,
            by_unit=by_unit,
            approver=approver,
            reason=reason,
            document=document,
        )
        answer(done, fmt)
