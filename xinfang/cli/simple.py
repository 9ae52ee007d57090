"""Simple 简易办理: the short way, for a first petition of one of four sorts."""

from typing import Annotated

from ..core.handling import Simplicity
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    ground: Annotated[
        str,
        option(
            "--ground", "情形", "clear 事实清楚争议不大、prompt 可即时反馈、daily 日常生产生活、decided 已有明确结论"
        ),
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Simple 简易办理: the short way, for a first petition of one of four sorts."""
    eligibility = Simplicity.parse(ground, what="简易办理的情形") if ground else None
    with desk(db, by) as d:
        answer(do(d, "simple", number, on=on, eligibility=eligibility), fmt)
