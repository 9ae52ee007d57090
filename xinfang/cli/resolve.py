"""Resolve 化解: the matter itself is settled."""

from typing import Annotated

from ..core.remedies import Resolution
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    how: Annotated[str, option("--how", "方式", "met 诉求已解决、performed 协议已履行、desisted 书面息访")],
    text: Annotated[str, option("--text", "情况", "化解的情况")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Resolve 化解: the matter itself is settled."""
    way = Resolution.parse(how, what="化解的方式")
    with desk(db, by) as d:
        answer(do(d, "resolve", number, on=on, resolution=way, text=text, document=document), fmt)
