"""Serve 送达: the petitioner has the answer, the review opinion or the recheck opinion."""

from typing import Annotated

from ..core.terms import Method
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    method: Annotated[
        str, option("--method", "方式", "in-person 直接、left 留置、post 邮寄、electronic 电子、notice 公告")
    ] = "in-person",
    receiver: Annotated[str, option("--receiver", "姓名", "签收人，不写为信访人本人")] = "",
    proof: Annotated[str, option("--proof", "回证", "凭据：邮件号、见证人、公告等；留置、邮寄、公告必填")] = "",
    server: Annotated[str, option("--server", "姓名", "送达人")] = "",
    witness: Annotated[str, option("--witness", "姓名", "见证人，留置送达时写")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Serve 送达: the petitioner has the written answer."""
    way = Method.parse(method, what="送达方式")
    details = {"receiver": receiver, "proof": proof, "server": server, "witness": witness}
    with desk(db, by) as d:
        answer(do(d, "serve", number, on=on, method=way, **details), fmt)
