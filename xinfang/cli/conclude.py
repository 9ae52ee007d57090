"""Conclude 三级终结."""

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Conclude 三级终结."""
    with desk(db, by) as d:
        answer(do(d, "conclude", number, on=on, document=document), fmt)
