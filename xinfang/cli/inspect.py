"""Inspect 案件评查: the checklist, the score, the grade."""

from typing import Annotated

import typer

from ..core import clean
from ..core.oversight import Grade
from ..workflows.acting import do
from ..workflows.inspecting import finding_from
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    grade: Annotated[
        str,
        typer.Option(
            "--grade",
            metavar="等次",
            help="excellent 优秀、passed 合格、flawed 有瑕疵、failed 不合格",
            show_default=False,
        ),
    ],
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="项目=结论", help="评查项目和结论，可写多次", show_default=False),
    ] = None,
    score: Annotated[
        int | None, typer.Option("--score", metavar="分", help="得分，0 至 100", show_default=False)
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="文字", help="评查意见", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Inspect 案件评查: the checklist, the score, the grade."""
    given = Grade.parse(grade, what="等次")
    findings = tuple(finding_from(each) for each in item or ())
    with desk(db, by) as d:
        done = do(
            d,
            "inspect",
            number,
            on=on,
            grade=given,
            findings=findings,
            score=score,
            text=clean.paragraph(text, what="评查意见"),
        )
        answer(done, fmt)
