"""Decline 不予受理 / 不再受理."""

from typing import Annotated

import typer

from ..core.terms import Ground
from ..workflows.clock import parse_day
from ..workflows.declining import decline
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    ground: Annotated[
        str,
        typer.Option(
            "--ground",
            metavar="理由",
            help="in-progress 同一事项在办；concluded 已经复核；不写的，列出该信访人的另件",
            show_default=False,
        ),
    ] = "",
    other: Annotated[
        str, typer.Option("--other", metavar="编号", help="在办的那一件，或复核意见的文号和日期", show_default=False)
    ] = "",
    dated: Annotated[
        str | None,
        typer.Option(
            "--dated",
            metavar="日期",
            help="在办的那一件何时受理，或复核意见何时作出；本台账的自动填",
            show_default=False,
        ),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="说明", help="补充说明", show_default=False)] = "",
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
