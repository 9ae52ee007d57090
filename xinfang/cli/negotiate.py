"""Negotiate 协商受理: two or more bodies agree on who takes it, or dispute it."""

from typing import Annotated

import typer

from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Document_, Number, On, answer, desk


def command(
    number: Number,
    parties: Annotated[
        list[str] | None, typer.Option("--with", metavar="单位", help="参加协商的单位，可写多次", show_default=False)
    ] = None,
    agreed: Annotated[
        str, typer.Option("--agreed", metavar="单位", help="协商一致，由它受理", show_default=False)
    ] = "",
    failed: Annotated[bool, typer.Option("--failed", help="协商不成，受理有争议")] = False,
    content: Annotated[str, typer.Option("--content", metavar="文字", help="协商经过", show_default=False)] = "",
    document: Document_ = "",
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
