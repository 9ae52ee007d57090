"""Demand 诉求."""

from typing import Annotated

from ..core.terms import Category
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, CategoryName, Db, Number, On, Route, option


def command(
    number: Number,
    text: Annotated[str, option("--text", "内容", "请求的内容")] = "",
    category: CategoryName = "",
    route: Route = None,
    part: Annotated[int, option("--part", "号数", "改已有的哪一项；不写是新增一项", least=0)] = 0,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Demand 诉求."""
    kind = Category.parse(category, what="类别") if category else None
    with desk(db, by) as d:
        answer(do(d, "demand", number, on=on, text=text, category=kind, route=route, part=part), fmt)
