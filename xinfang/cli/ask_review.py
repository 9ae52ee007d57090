"""Ask for review 申请复查."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, LateReason, Number, On, PetitionersReason, option


def command(
    number: Number,
    to: Annotated[str, option("--to", "机关", "向哪个机关申请，默认为原办理机关的上一级")] = "",
    against: Annotated[
        str, option("--against", "单位", "处理意见是谁作出的，默认为本单位；系统外的单位办理的为该单位")
    ] = "",
    reason: PetitionersReason = "",
    document: DocumentNumber = "",
    late_reason: LateReason = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Ask for review 申请复查."""
    with desk(db, by) as d:
        said = {"to": to, "against": against, "reason": reason, "document": document, "late_reason": late_reason}
        answer(do(d, "ask-review", number, on=on, **said), fmt)
