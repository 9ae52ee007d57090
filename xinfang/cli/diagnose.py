"""Diagnose 研判: the cause of a hard matter, the measure, by when."""

from typing import Annotated

from ..core.oversight import Cause
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    cause: Annotated[str, option("--cause", "原因", "；".join(f"{each.value} {each.label}" for each in Cause))],
    measure: Annotated[str, option("--measure", "措施", "采取的措施；移交的写明去向")] = "",
    finish_by: Annotated[str, option("--finish-by", "日期", "何时办到")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Diagnose 研判: the cause of a hard matter, the measure, by when."""
    why = Cause.parse(cause, what="原因")
    with desk(db, by) as d:
        done = do(
            d,
            "diagnose",
            number,
            on=on,
            cause=why,
            measure=measure,
            finish_by=parse_day(finish_by),
        )
        answer(done, fmt)
