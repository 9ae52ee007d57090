"""Conclude 三级终结."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, flag


def command(
    number: Number,
    lapsed: Annotated[
        bool, flag("--lapsed", "逾期没有申请复查、复核，按地方规定视为办理终结（须设定 profile）")
    ] = False,
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Conclude 三级终结."""
    with desk(db, by) as d:
        answer(do(d, "conclude", number, on=on, lapsed=lapsed, document=document), fmt)
