"""Sponsor 领导包案: begun, a visit, the result."""

from typing import Annotated

from ..core.errors import BadInput
from ..core.oversight import SponsorStep
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    leader: Annotated[str, option("--leader", "姓名", "包案领导，自 --on 之日起")] = "",
    post: Annotated[str, option("--post", "职务", "职务")] = "",
    visit: Annotated[str, option("--visit", "情况", "包案领导约访信访人的情况")] = "",
    result: Annotated[str, option("--result", "结果", "包案结果")] = "",
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
            leader=leader,
            post=post,
            text=visit or result,
        )
        answer(done, fmt)
