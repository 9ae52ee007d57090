"""Ask for recheck 申请复核."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, LateReason, Number, On, PetitionersReason, option


def command(
    number: Number,
    to: Annotated[str, option("--to", "机关", "向哪个机关申请：复查机关的上一级，台账里有的可以不写")] = "",
    reason: PetitionersReason = "",
    document: DocumentNumber = "",
    late_reason: LateReason = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Ask for recheck 申请复核."""
    with desk(db, by) as d:
        done = do(d, "ask-recheck", number, on=on, to=to, reason=reason, document=document, late_reason=late_reason)
        answer(done, fmt)
