"""Rules 规则: what the law asks, and what in the tool carries it."""

from typing import Annotated

import typer

from ..workflows.rules import listed
from .options import Format, Output, show


def command(
    instrument: Annotated[
        str, typer.Option("--instrument", metavar="名称", help="只看这个法规，写名称的一部分", show_default=False)
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--source", metavar="等级", help="text 条文原文，quote 二手引文，memory 凭记忆", show_default=False
        ),
    ] = "",
    unborne: Annotated[bool, typer.Option("--open", help="只看工具不承担的，说明理由", show_default=False)] = False,
    fmt: Format = None,
    output: Output = None,
) -> None:
    """Every rule with article, who, what, limit, source and what carries it."""
    show(listed(instrument=instrument, source=source, unborne=unborne), fmt, output)
