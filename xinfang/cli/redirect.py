"""Redirect 告知另提: tell the petitioner which body has the power."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    to: Annotated[str, option("--to", "机关", "有权处理的机关、单位")] = "",
    reason: Annotated[str, option("--reason", "理由", "为什么不属本机关职权")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Redirect 告知另提: tell the petitioner which body has the power."""
    with desk(db, by) as d:
        answer(do(d, "redirect", number, on=on, to=to, reason=reason, document=document), fmt)
