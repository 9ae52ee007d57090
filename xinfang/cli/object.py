"""Object 异议: what was sent to us is not ours."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    reason: Annotated[str, option("--reason", "理由", "详细理由")] = "",
    to: Annotated[str, option("--to", "单位", "建议的承办单位")] = "",
    late_reason: Annotated[str, option("--late-reason", "原因", "过期仍提出的原因")] = "",
    returning: Annotated[list[str] | None, option("--return", "材料", "拟退回的材料，可写多次")] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Object 异议: what was sent to us is not ours."""
    details = {"reason": reason, "to": to, "late_reason": late_reason}
    with desk(db, by) as d:
        answer(do(d, "object", number, on=on, returning=tuple(returning or ()), **details), fmt)
