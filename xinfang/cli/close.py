"""Close 办结."""

from typing import Annotated

import typer

from ..core import clean
from ..workflows.acting import do
from .options import AnswerFormat, Attachments, By, Db, Number, On, answer, desk, several


def command(
    number: Number,
    result: Annotated[str, typer.Option("--result", metavar="结果", help="怎样办结的，去向", show_default=False)] = "",
    despite: Annotated[
        str, typer.Option("--despite", metavar="理由", help="缺项仍要办结的理由，账上留痕", show_default=False)
    ] = "",
    petitioner_says: Annotated[
        str,
        typer.Option("--petitioner-says", metavar="文字", help="信访人对答复的意见，写进办结报告", show_default=False),
    ] = "",
    attachment: Attachments = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Close 办结."""
    says = clean.paragraph(petitioner_says, what="信访人意见")
    papers = several(attachment, what="附件")
    with desk(db, by) as d:
        done = do(d, "close", number, on=on, result=result, despite=despite, petitioner_says=says, attachments=papers)
        answer(done, fmt)
