"""Settle a request 申请审查: the next level takes it up, or does not."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, flag, option


def command(
    number: Number,
    accept: Annotated[bool | None, flag("--accept/--refuse", "受理 / 不予受理（写明 --reason）")] = None,
    reason: Annotated[str, option("--reason", "理由", "不予受理的理由，写进告知书")] = "",
    body: Annotated[str, option("--body", "机关", "决定的机关，默认为收到申请的")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Settle a request 申请审查: the next level takes it up, or does not."""
    with desk(db, by) as d:
        details = {"reason": reason, "document": document, "body": body}
        answer(do(d, "settle-request", number, on=on, accepted=accept, **details), fmt)
