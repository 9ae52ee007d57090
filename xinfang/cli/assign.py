"""Assign 交办: a lead unit, perhaps others, and a day to report by."""

from typing import Annotated

from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, Attachments, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "主办单位")],
    co_unit: Annotated[list[str] | None, option("--co-unit", "单位", "协办单位，可写多次")] = None,
    officer: Annotated[str, option("--officer", "姓名", "承办人")] = "",
    report_by: Annotated[str, option("--report-by", "日期", "要求反馈的最后一天")] = "",
    document: DocumentNumber = "",
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
            attachments=tuple(attachment or ()),
        )
        answer(done, fmt)
