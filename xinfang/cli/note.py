"""Note 记事: anything worth keeping."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, argument


def command(
    number: Number,
    text: Annotated[str, argument("内容", "记什么")],
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Note 记事: anything worth keeping."""
    with desk(db, by) as d:
        answer(do(d, "note", number, on=on, text=text), fmt)
