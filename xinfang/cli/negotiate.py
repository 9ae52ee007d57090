"""Negotiate 协商受理: two or more bodies agree on who takes it, or dispute it."""

from typing import Annotated

from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, flag, option


def command(
    number: Number,
    parties: Annotated[list[str] | None, option("--with", "单位", "参加协商的单位，可写多次")] = None,
    agreed: Annotated[str, option("--agreed", "单位", "协商一致，由它受理")] = "",
    failed: Annotated[bool, flag("--failed", "协商不成，受理有争议")] = False,
    content: Annotated[str, option("--content", "文字", "协商经过")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Negotiate 协商受理: two or more bodies agree on who takes it, or dispute it."""
    with desk(db, by) as d:
        done = do(
            d,
            "negotiate",
            number,
            on=on,
            parties=tuple(parties or ()),
            taker=agreed,
            failed=failed,
            content=content,
            document=document,
        )
        answer(done, fmt)
