"""Link 关联: a petition repeats an earlier one, or has to do with it."""

from typing import Annotated

from ..core.links import Relation
from ..workflows.matters import linking
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, Why, option


def command(
    number: Number,
    to: Annotated[str, option("--to", "编号", "此前的哪一件")],
    relation: Annotated[str, option("--as", "关系", "repeat 重复件（默认）、related 相关件")] = Relation.REPEAT.value,
    reason: Why = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Link a petition to an earlier one."""
    with desk(db, by) as d:
        kind = Relation.parse(relation, what="关系")
        answer(linking.link(d, number, to=to, relation=kind, reason=reason, on=on), fmt)
