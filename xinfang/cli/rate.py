"""Rate 满意度评价: the office and the handling unit apart."""

from typing import Annotated

from ..core.oversight import RatedBody, Rating
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    of: Annotated[str, option("--of", "对象", "office 信访部门、unit 有权处理机关")],
    rating: Annotated[
        str, option("--rating", "评价", "satisfied 满意、basic 基本满意、dissatisfied 不满意、not-rated 逾期未评")
    ],
    unit: Annotated[str, option("--unit", "单位", "评价的是哪个处理单位，默认现在承办的单位")] = "",
    text: Annotated[str, option("--text", "文字", "信访人的话")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Rate 满意度评价: the office and the handling unit apart."""
    body, given = RatedBody.parse(of, what="评价对象"), Rating.parse(rating, what="评价")
    with desk(db, by) as d:
        answer(do(d, "rate", number, on=on, rated_body=body, rating=given, unit=unit, text=text), fmt)
