"""Follow-up 回访: the petitioner is asked again."""

from typing import Annotated

from ..core.oversight import FollowUpWay
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, flag, option


def command(
    number: Number,
    method: Annotated[
        str, option("--method", "方式", "phone 电话、visit 上门、letter 书面、online 网上；默认电话")
    ] = FollowUpWay.PHONE.value,
    satisfied: Annotated[bool | None, flag("--satisfied/--dissatisfied", "信访人满意不满意")] = None,
    text: Annotated[str, option("--text", "文字", "信访人说了什么")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Follow-up 回访: the petitioner is asked again."""
    way = FollowUpWay.parse(method, what="回访方式")
    with desk(db, by) as d:
        answer(do(d, "follow-up", number, on=on, way=way, satisfied=satisfied, text=text), fmt)
