"""Forward 转送: pass the petition to the body that has the power."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, Attachments, By, Db, Document_, Number, On, answer, desk, several


def command(
    number: Number,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="转送给哪个单位", show_default=False)],
    told: Annotated[bool, typer.Option("--told", help="已同时把去向书面告知信访人", show_default=False)] = False,
    document: Document_ = "",
    attachment: Attachments = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Forward 转送: pass the petition to the body that has the power."""
    papers = several(attachment, what="附件")
    with desk(db, by) as d:
        answer(do(d, "forward", number, on=on, unit=unit, told=told, document=document, attachments=papers), fmt)
