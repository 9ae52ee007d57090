"""Recheck 复核: the last opinion."""

from typing import Annotated

from ..core.remedies import ReviewOutcome
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, Basis, By, Db, Decision, DocumentNumber, Found, Number, On, flag, option


def command(
    number: Number,
    outcome: Decision,
    text: Annotated[str, option("--text", "内容", "复核意见的内容")] = "",
    basis: Basis = "",
    found: Found = "",
    body: Annotated[str, option("--body", "机关", "作出意见的机关，默认为受理复核申请的")] = "",
    published: Annotated[bool | None, flag("--published/--not-published", "经听证的复核意见是否公示")] = None,
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Recheck 复核: the last opinion."""
    opinion = ReviewOutcome.parse(outcome, what="复核意见")
    details = {"text": text, "basis": basis, "document": document, "body": body, "found": found}
    with desk(db, by) as d:
        answer(do(d, "recheck", number, on=on, decision=opinion, published=published, **details), fmt)
