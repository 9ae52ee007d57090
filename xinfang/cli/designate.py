"""Designate 指定受理: it is decided whose it is."""

from typing import Annotated

from ..core.handling import Succession
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "由哪个单位受理")],
    decided_by: Annotated[str, option("--decided-by", "机关", "共同的上一级机关、单位，或共同的联席会议")] = "",
    reason: Annotated[
        str, option("--reason", "情形", "没有争议、因机构变动的: split 分立、merged 合并、abolished 撤销")
    ] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Designate 指定受理: it is decided whose it is."""
    succession = Succession.parse(reason, what="机构变动的情形") if reason else None
    with desk(db, by) as d:
        done = do(
            d,
            "designate",
            number,
            on=on,
            unit=unit,
            decided_by=decided_by,
            succession=succession,
            document=document,
        )
        answer(done, fmt)
