"""Recuse 回避: an officer with a direct interest does not handle it."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    officer: Annotated[str, option("--officer", "姓名", "回避的经办人")],
    reason: Annotated[str, option("--reason", "理由", "直接利害关系")] = "",
    decided_by: Annotated[str, option("--decided-by", "姓名", "由谁决定回避")] = "",
    replaced_by: Annotated[str, option("--replaced-by", "姓名", "改由谁办理")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Recuse 回避: an officer with a direct interest does not handle it."""
    with desk(db, by) as d:
        done = do(
            d,
            "recuse",
            number,
            on=on,
            officer=officer,
            reason=reason,
            decided_by=decided_by,
            replaced_by=replaced_by,
        )
        answer(done, fmt)
