"""Adopt 采纳反馈: what was written back about a piece of advice."""

from typing import Annotated

from ..core.oversight import Adoption
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    result: Annotated[str, option("--result", "采纳情况", "adopted 采纳、partly 部分采纳、not 未采纳")],
    part: Annotated[int, option("--part", "N", "第几项建议；只有一项没有反馈的可不写")] = 0,
    text: Annotated[str, option("--text", "文字", "反馈内容；未采纳的写理由")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Adopt 采纳反馈: what was written back about a piece of advice."""
    adoption = Adoption.parse(result, what="采纳情况")
    with desk(db, by) as d:
        answer(do(d, "adopt", number, on=on, adoption=adoption, part=part, text=text, document=document), fmt)
