"""Sponsor 领导包案: begun, a visit, the result."""

from typing import Annotated

import typer

from ..core import clean
from ..core.errors import BadInput
from ..core.oversight import SponsorStep
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    leader: Annotated[
        str, typer.Option("--leader", metavar="姓名", help="包案领导，自 --on 之日起", show_default=False)
    ] = "",
    post: Annotated[str, typer.Option("--post", metavar="职务", help="职务", show_default=False)] = "",
    visit: Annotated[
        str, typer.Option("--visit", metavar="情况", help="包案领导约访信访人的情况", show_default=False)
    ] = "",
    result: Annotated[str, typer.Option("--result", metavar="结果", help="包案结果", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Sponsor 领导包案: begun, a visit, the result."""
    if visit and result:
        raise BadInput("E101", "--visit 和 --result 不能同时写。", remedy="分两次记")
    step = SponsorStep.VISITED if visit else SponsorStep.REPORTED if result else SponsorStep.BEGUN
    with desk(db, by) as d:
        done = do(
            d,
            "sponsor",
            number,
            on=on,
            sponsorship=step,
            leader=clean.line(leader, what="包案领导"),
            post=clean.line(post, what="职务"),
            text=clean.paragraph(visit or result, what="情况"),
        )
        answer(done, fmt)
