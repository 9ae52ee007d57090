"""Init 建账: open the ledger of an office."""

from typing import Annotated

from ..workflows.office.founding import found
from .desk import say
from .options import Db, On, option


def command(
    office: Annotated[str, option("--office", "名称", "单位名称")],
    code: Annotated[str, option("--code", "代码", "单位代码，各单位不同")],
    kind: Annotated[str, option("--kind", "police|bureau", "公安机关 police，信访部门 bureau")],
    superior: Annotated[str, option("--superior", "名称", "上一级机关、单位")] = "",
    on: On = None,
    db: Db = None,
) -> None:
    """Open a new ledger file."""
    say(*found(db, office=office, code=code, kind=kind, superior=superior, on=on))
