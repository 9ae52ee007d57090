"""Demand 诉求."""

from typing import Annotated

import typer

from ..core import clean
from ..core.terms import Category
from ..workflows.acting import do
from .options import AnswerFormat, By, Category_, Db, Number, On, Route, answer, desk


def command(
    number: Number,
    text: Annotated[str, typer.Option("--text", metavar="内容", help="请求的内容", show_default=False)] = "",
    category: Category_ = "",
    route: Route = None,
    part: Annotated[
        int, typer.Option("--part", metavar="号数", min=0, help="改已有的哪一项；不写是新增一项", show_default=False)
    ] = 0,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Demand 诉求."""
    kind = Category.parse(category, what="类别") if category else None
    with desk(db, by) as d:
        said = clean.paragraph(text, what="诉求")
        answer(do(d, "demand", number, on=on, text=said, category=kind, route=route, part=part), fmt)
