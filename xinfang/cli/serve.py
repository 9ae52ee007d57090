"""Serve 送达: the petitioner has the answer, the review opinion or the recheck opinion."""

from typing import Annotated

import typer

from ..core import clean
from ..core.terms import Method
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    method: Annotated[
        str,
        typer.Option(
            "--method",
            metavar="方式",
            help="in-person 直接、left 留置、post 邮寄、electronic 电子、notice 公告",
            show_default=False,
        ),
    ] = "in-person",
    receiver: Annotated[
        str, typer.Option("--receiver", metavar="姓名", help="签收人，不写为信访人本人", show_default=False)
    ] = "",
    proof: Annotated[
        str,
        typer.Option(
            "--proof", metavar="回证", help="凭据：邮件号、见证人、公告等；留置、邮寄、公告必填", show_default=False
        ),
    ] = "",
    server: Annotated[str, typer.Option("--server", metavar="姓名", help="送达人", show_default=False)] = "",
    witness: Annotated[
        str, typer.Option("--witness", metavar="姓名", help="见证人，留置送达时写", show_default=False)
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Serve 送达: the petitioner has the written answer."""
    way = Method.parse(method, what="送达方式")
    people = {"server": clean.line(server, what="送达人"), "witness": clean.line(witness, what="见证人")}
    with desk(db, by) as d:
        answer(do(d, "serve", number, on=on, method=way, receiver=receiver, proof=proof, **people), fmt)
