"""Care 疏导帮扶 after the answer or the end."""

from typing import Annotated

from ..core.remedies import Care
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    kind: Annotated[str, option("--kind", "种类", "education 疏导教育、easing 矛盾化解、help 帮扶救助")],
    text: Annotated[str, option("--text", "情况", "做了什么")] = "",
    by_whom: Annotated[str, option("--who", "单位或人员", "由谁做的")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Care 疏导帮扶 after the answer or the end."""
    sort = Care.parse(kind, what="疏导帮扶的种类")
    with desk(db, by) as d:
        answer(do(d, "care", number, on=on, care=sort, text=text, by_whom=by_whom), fmt)
