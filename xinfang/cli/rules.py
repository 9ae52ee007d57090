"""Rules 规则: what the law asks, and what in the tool carries it."""

from typing import Annotated

from ..workflows.office.rules import listed
from .desk import show
from .options import Format, Output, flag, option


def command(
    instrument: Annotated[str, option("--instrument", "名称", "只看这个法规，写名称的一部分")] = "",
    source: Annotated[str, option("--source", "等级", "text 条文原文，quote 二手引文，memory 凭记忆")] = "",
    unborne: Annotated[bool, flag("--open", "只看工具不承担的，说明理由")] = False,
    fmt: Format = None,
    output: Output = None,
) -> None:
    """Every rule with article, who, what, limit, source and what carries it."""
    show(listed(instrument=instrument, source=source, unborne=unborne), fmt, output)
