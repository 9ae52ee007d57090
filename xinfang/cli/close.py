"""Close 办结."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, Attachments, By, Db, Number, On, option


def command(
    number: Number,
    result: Annotated[str, option("--result", "结果", "怎样办结的，去向")] = "",
    despite: Annotated[str, option("--despite", "理由", "缺项仍要办结的理由，账上留痕")] = "",
    petitioner_says: Annotated[str, option("--petitioner-says", "文字", "信访人对答复的意见，写进办结报告")] = "",
    attachment: Attachments = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Close 办结."""
    details = {"result": result, "despite": despite, "petitioner_says": petitioner_says}
    with desk(db, by) as d:
        answer(do(d, "close", number, on=on, attachments=tuple(attachment or ()), **details), fmt)
