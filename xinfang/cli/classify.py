"""Classify 甄别分类."""

from typing import Annotated

from ..core.terms import Category, Track
from ..workflows.acting.classifying import classify
from .desk import answer, desk
from .options import AnswerFormat, By, CategoryName, Db, Number, On, Route, option


def command(
    number: Number,
    category: CategoryName,
    route: Route = None,
    code: Annotated[str, option("--code", "分类", "内容分类，如 城乡建设/物业管理")] = "",
    branch: Annotated[str, option("--branch", "警种", "涉及警种")] = "",
    track: Annotated[
        str | None, option("--track", "方式", "simple 简易、ordinary 普通、difficult 疑难；不写为普通，已定过的不变")
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
