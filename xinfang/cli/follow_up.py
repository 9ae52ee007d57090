"""Follow-up 回访: the petitioner is asked again."""

from typing import Annotated

import typer

from ..core import clean
from ..core.oversight import FollowUpWay
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    method: Annotated[
        str,
        typer.Option(
            "--method",
            metavar="方式",
            help="phone 电话、visit 上门、letter 书面、online 网上；默认电话",
            show_default=False,
        ),
    ] = FollowUpWay.PHONE.value,
    satisfied: Annotated[
        bool | None, typer.Option("--satisfied/--dissatisfied", help="信访人满意不满意", show_default=False)
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="文字", help="信访人说了什么", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Follow-up 回访: the petitioner is asked again."""
    way = FollowUpWay.parse(method, what="回访方式")
    with desk(db, by) as d:
        done = do(
            d,
            "follow-up",
            number,
            on=on,
            way=way,
            satisfied=satisfied,
            text=clean.paragraph(text, what="回访情况"),
        )
        answer(done, fmt)
