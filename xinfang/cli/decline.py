"""Decline 不予受理 / 不再受理."""

from typing import Annotated

from ..core.terms import Ground
from ..workflows.acting.declining import decline
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    ground: Annotated[
        str, option("--ground", "理由", "in-progress 同一事项在办；concluded 已经复核；不写的，列出该信访人的另件")
    ] = "",
    other: Annotated[str, option("--other", "编号", "在办的那一件，或复核意见的文号和日期")] = "",
    dated: Annotated[
        str | None, option("--dated", "日期", "在办的那一件何时受理，或复核意见何时作出；本台账的自动填")
    ] = None,
    reason: Annotated[str, option("--reason", "说明", "补充说明")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Decline 不予受理 / 不再受理."""
    why = Ground.parse(ground, what="不予受理的理由") if ground else None
    with desk(db, by) as d:
        done = decline(d, number, on=on, ground=why, other=other, dated=parse_day(dated), reason=reason)
        answer(done, fmt)
