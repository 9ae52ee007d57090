"""Mediate 调解和解: an agreement, or none."""

from typing import Annotated

from ..core.remedies import Agreement, MediationResult
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    result: Annotated[str, option("--result", "结果", "agreed 达成协议、failed 不成（协议没有履行的也用它）")],
    kind: Annotated[str, option("--kind", "方式", "mediation 调解、conciliation 和解")] = "mediation",
    text: Annotated[str, option("--text", "内容", "协议内容，或者不成的原因")] = "",
    perform_by: Annotated[str | None, option("--perform-by", "日期", "约定在哪天以前履行")] = None,
    mediator: Annotated[str, option("--mediator", "姓名", "调解人")] = "",
    counterpart: Annotated[str, option("--with", "当事人", "对方当事人，默认为被反映的")] = "",
    manner: Annotated[str, option("--manner", "方式", "履行方式，如现金、转账、分期")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Mediate 调解和解: an agreement, or none."""
    came_to = MediationResult.parse(result, what="调解的结果")
    way = Agreement.parse(kind, what="方式")
    details = {"text": text, "document": document, "mediator": mediator, "perform_by": parse_day(perform_by)}
    parties = {"counterpart": counterpart, "manner": manner}
    with desk(db, by) as d:
        answer(do(d, "mediate", number, on=on, settlement=came_to, agreement=way, **details, **parties), fmt)
