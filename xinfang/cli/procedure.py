"""Procedure 公安程序."""

from typing import Annotated

from ..core.police_steps import named
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    step: Annotated[
        str,
        option(
            "--step", "步骤", "如 reported 接报案、receipted 交付受案回执、not-filed 决定不予立案；不写时列出现在可记的"
        ),
    ] = "",
    to: Annotated[str, option("--to", "机关", "移送、申请到哪个机关")] = "",
    document: DocumentNumber = "",
    receiver: Annotated[str, option("--receiver", "姓名", "签收人")] = "",
    days: Annotated[int, option("--days", "日数", "延长复议、复核时限几日，最多30")] = 0,
    late_reason: Annotated[str, option("--late-reason", "理由", "申请期限已过仍收下的正当理由")] = "",
    charge: Annotated[str, option("--charge", "案由", "案由")] = "",
    reason: Annotated[str, option("--reason", "理由", "不予立案、移送的理由，或者受案意见")] = "",
    evidence: Annotated[list[str] | None, option("--evidence", "证据", "接受的证据：名称|数量|特征，可写多次")] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Procedure 公安程序."""
    taken = named(step) if step else None
    with desk(db, by) as d:
        done = do(
            d,
            "procedure",
            number,
            on=on,
            step=taken,
            to=to,
            document=document,
            receiver=receiver,
            days=days,
            late_reason=late_reason,
            charge=charge,
            reason=reason,
            evidence=tuple(evidence or ()),
        )
        answer(done, fmt)
