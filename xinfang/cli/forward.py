"""Forward 转送: pass the petition to the body that has the power."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, Attachments, By, Db, DocumentNumber, Number, On, flag, option


def command(
    number: Number,
    unit: Annotated[str, option("--unit", "单位", "转送给哪个单位")],
    told: Annotated[bool, flag("--told", "已同时把去向书面告知信访人")] = False,
    document: DocumentNumber = "",
    attachment: Attachments = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Forward 转送: pass the petition to the body that has the power."""
    papers = tuple(attachment or ())
    with desk(db, by) as d:
        answer(do(d, "forward", number, on=on, unit=unit, told=told, document=document, attachments=papers), fmt)
