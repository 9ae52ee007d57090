"""Inform 告知: tell the petitioner in writing."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    document: DocumentNumber = "",
    method: Annotated[str, option("--method", "方式", "怎样告知的：当面、邮寄、短信等")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Inform 告知: tell the petitioner in writing."""
    with desk(db, by) as d:
        answer(do(d, "inform", number, on=on, document=document, method=method), fmt)
