"""Procedure 公安程序."""

from typing import Annotated

import typer

from ..core import clean
from ..core.police_steps import named
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk, several


def command(
    number: Number,
    step: Annotated[
        str,
        typer.Option(
            "--step",
            metavar="步骤",
            help="如 reported 接报案、receipted 交付受案回执、not-filed 决定不予立案；不写时列出现在可记的",
            show_default=False,
        ),
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="机关", help="移送、申请到哪个机关", show_default=False)] = "",
    document: Document_ = "",
    receiver: Annotated[str, typer.Option("--receiver", metavar="姓名", help="签收人", show_default=False)] = "",
    days: Annotated[
        int, typer.Option("--days", metavar="日数", help="延长复议、复核时限几日，最多30", show_default=False)
    ] = 0,
    late_reason: Annotated[
        str,
        typer.Option("--late-reason", metavar="理由", help="申请期限已过仍收下的正当理由", show_default=False),
    ] = "",
    charge: Annotated[str, typer.Option("--charge", metavar="案由", help="案由", show_default=False)] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="理由", help="不予立案、移送的理由，或者受案意见", show_default=False)
    ] = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="证据", help="接受的证据：名称|数量|特征，可写多次", show_default=False),
    ] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Procedure 公安程序."""
    taken = named(step) if step else None
    body = clean.line(to, what="机关")
    with desk(db, by) as d:
        done = do(
            d,
            "procedure",
            number,
            on=on,
            step=taken,
            to=body,
            document=document,
            receiver=receiver,
            days=days,
            late_reason=late_reason,
            charge=clean.line(charge, what="案由"),
            reason=clean.paragraph(reason, what="理由"),
            evidence=several(evidence, what="证据"),
        )
        answer(done, fmt)
