"""Review 复查: the opinion of the next level up."""

from typing import Annotated

from ..core.remedies import ReviewOutcome
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, Basis, By, Db, Decision, DocumentNumber, Found, Number, On, option


def command(
    number: Number,
    outcome: Decision,
    text: Annotated[str, option("--text", "内容", "复查意见的内容")] = "",
    basis: Basis = "",
    found: Found = "",
    body: Annotated[str, option("--body", "机关", "作出意见的机关，默认为受理复查申请的")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Review 复查: the opinion of the next level up."""
    opinion = ReviewOutcome.parse(outcome, what="复查意见")
    details = {"text": text, "basis": basis, "document": document, "body": body, "found": found}
    with desk(db, by) as d:
        answer(do(d, "review", number, on=on, decision=opinion, **details), fmt)
