"""Divert 导入法定程序."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, flag, option


def command(
    number: Number,
    procedure: Annotated[str, option("--procedure", "程序", "诉讼、仲裁、党员申诉、行政复议、行政裁决等")] = "",
    to: Annotated[str, option("--to", "机关", "由哪个机关、单位办理")] = "",
    route: Annotated[int | None, option("--route", "1-5", "第三十一条第几项，默认按甄别分类")] = None,
    within: Annotated[str, option("--within", "期限", "该程序的法定期限，照法条写")] = "",
    reason: Annotated[str, option("--reason", "理由", "为什么走这个程序")] = "",
    demand: Annotated[int, option("--demand", "号数", "几项诉求中的哪一项", least=0)] = 0,
    document: DocumentNumber = "",
    told: Annotated[bool, flag("--told/--not-told", "当日是否已书面告知信访人，默认已告知")] = True,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Divert 导入法定程序."""
    with desk(db, by) as d:
        done = do(
            d,
            "divert",
            number,
            on=on,
            procedure=procedure,
            to=to,
            route=route,
            document=document,
            told=told,
            demand=demand,
            within=within,
            reason=reason,
        )
        answer(done, fmt)
