"""Classify 甄别分类."""

from typing import Annotated

import typer

from ..core.terms import Category, Track
from ..workflows.classifying import classify
from .options import AnswerFormat, By, Category_, Db, Number, On, Route, answer, desk


def command(
    number: Number,
    category: Category_,
    route: Route = None,
    code: Annotated[
        str, typer.Option("--code", metavar="分类", help="内容分类，如 城乡建设/物业管理", show_default=False)
    ] = "",
    branch: Annotated[str, typer.Option("--branch", metavar="警种", help="涉及警种", show_default=False)] = "",
    track: Annotated[
        str | None,
        typer.Option(
            "--track",
            metavar="方式",
            help="simple 简易、ordinary 普通、difficult 疑难；不写为普通，已定过的不变",
            show_default=False,
        ),
    ] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Classify 甄别分类."""
    kind = Category.parse(category, what="类别")
    way = Track.parse(track, what="办理方式") if track else None
    with desk(db, by) as d:
        answer(classify(d, number, on=on, category=kind, route=route, code=code, branch=branch, track=way), fmt)
