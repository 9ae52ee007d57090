"""Advise 提出建议: to improve, to complete a policy, to call to account."""

from typing import Annotated

from ..core.oversight import Proposal
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, option


def command(
    number: Number,
    kind: Annotated[str, option("--kind", "种类", "improve 改进工作、policy 完善政策、accountability 追究责任")],
    to: Annotated[str, option("--to", "机关", "向哪个机关、单位提出")],
    text: Annotated[str, option("--text", "文字", "建议内容")] = "",
    facts: Annotated[str, option("--facts", "文字", "情形和事实")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Advise 提出建议: to improve, to complete a policy, to call to account."""
    proposal = Proposal.parse(kind, what="建议种类")
    with desk(db, by) as d:
        done = do(
            d,
            "advise",
            number,
            on=on,
            proposal=proposal,
            to=to,
            text=text,
            facts=facts,
            document=document,
        )
        answer(done, fmt)
