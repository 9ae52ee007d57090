"""Leave the simple track 转普通程序: it turns out not to be simple."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    reason: Annotated[str, option("--reason", "理由", "不宜简易办理的理由")] = "",
    approver: Annotated[str, option("--approver", "姓名", "批准人")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Leave the simple track 转普通程序: it turns out not to be simple."""
    with desk(db, by) as d:
        answer(do(d, "leave-simple", number, on=on, reason=reason, approver=approver), fmt)
