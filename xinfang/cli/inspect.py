"""Inspect 案件评查: the checklist, the score, the grade."""

from typing import Annotated

from ..core.oversight import Grade
from ..workflows.acting.doing import do
from ..workflows.acting.inspecting import finding_from
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    grade: Annotated[str, option("--grade", "等次", "excellent 优秀、passed 合格、flawed 有瑕疵、failed 不合格")],
    item: Annotated[list[str] | None, option("--item", "项目=结论", "评查项目和结论，可写多次")] = None,
    score: Annotated[int | None, option("--score", "分", "得分，0 至 100")] = None,
    text: Annotated[str, option("--text", "文字", "评查意见")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Inspect 案件评查: the checklist, the score, the grade."""
    given = Grade.parse(grade, what="等次")
    findings = tuple(finding_from(each) for each in item or ())
    with desk(db, by) as d:
        answer(do(d, "inspect", number, on=on, grade=given, findings=findings, score=score, text=text), fmt)
