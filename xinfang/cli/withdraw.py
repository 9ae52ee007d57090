"""Withdraw 撤回: in writing, by the petitioner."""

from typing import Annotated

from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, flag, option


def command(
    number: Number,
    document: Annotated[str, option("--document", "书面材料", "信访人的书面申请（名称、文号）")] = "",
    dated: Annotated[str | None, option("--dated", "日期", "书面申请上的日期，默认同收到之日")] = None,
    by_petitioner: Annotated[bool, flag("--by-petitioner", "信访人本人签名")] = False,
    agent: Annotated[str, option("--agent", "姓名", "签名的代理人")] = "",
    reason: Annotated[str, option("--reason", "理由", "信访人写明的理由")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Withdraw 撤回: in writing, by the petitioner."""
    details = {"document": document, "dated": parse_day(dated), "agent": agent, "reason": reason}
    with desk(db, by) as d:
        answer(do(d, "withdraw", number, on=on, by_petitioner=by_petitioner, **details), fmt)
