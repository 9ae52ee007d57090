"""Assign 交办: a lead unit, perhaps others, and a day to report by."""

from typing import Annotated

import typer

from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, Attachments, By, Db, Document_, Number, On, answer, desk, several


def command(
    number: Number,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="主办单位", show_default=False)],
    co_unit: Annotated[
        list[str] | None, typer.Option("--co-unit", metavar="单位", help="协办单位，可写多次", show_default=False)
    ] = None,
    officer: Annotated[str, typer.Option("--officer", metavar="姓名", help="承办人", show_default=False)] = "",
    report_by: Annotated[
        str, typer.Option("--report-by", metavar="日期", help="要求反馈的最后一天", show_default=False)
    ] = "",
    document: Document_ = "",
    attachment: Attachments = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Assign 交办: a lead unit, perhaps others, and a day to report by."""
    with desk(db, by) as d:
        done = do(
            d,
            "assign",
            number,
            on=on,
            unit=unit,
            co_units=tuple(co_unit or ()),
            officer=officer,
            report_by=parse_day(report_by),
            document=document,
            attachments=several(attachment, what="附件"),
        )
        answer(done, fmt)
