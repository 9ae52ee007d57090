"""Designate 指定受理: it is decided whose it is."""

from typing import Annotated

import typer

from ..core.handling import Succession
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="由哪个单位受理", show_default=False)],
    decided_by: Annotated[
        str,
        typer.Option(
            "--decided-by", metavar="机关", help="共同的上一级机关、单位，或共同的联席会议", show_default=False
        ),
    ] = "",
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar="情形",
            help="没有争议、因机构变动的: split 分立、merged 合并、abolished 撤销",
            show_default=False,
        ),
    ] = "",
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Designate 指定受理: it is decided whose it is."""
    succession = Succession.parse(reason, what="机构变动的情形") if reason else None
    with desk(db, by) as d:
        done = do(
            d,
            "designate",
            number,
            on=on,
            unit=unit,
            decided_by=decided_by,
            succession=succession,
            document=document,
        )
        answer(done, fmt)
