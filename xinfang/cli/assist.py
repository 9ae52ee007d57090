"""Assist 救助."""

from typing import Annotated

from ..core.remedies import Assistance
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    kind: Annotated[str, option("--kind", "种类", "social 社会救助、judicial 司法救助")],
    text: Annotated[str, option("--text", "情况", "告知、协助申请或者给予的情况")] = "",
    to: Annotated[str, option("--to", "机关", "向哪个机关申请的")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Assist 救助."""
    sort = Assistance.parse(kind, what="救助的种类")
    with desk(db, by) as d:
        answer(do(d, "assist", number, on=on, assistance=sort, text=text, to=to), fmt)
