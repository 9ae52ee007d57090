"""Officer 经办人: add and list."""

from typing import Annotated

import typer

from ..workflows import office_facts
from .options import By, Db, Format, On, Output, desk, say, show
from .running import group, sub_command

app = group("officer")


@sub_command(app, "add", "添加经办人", "xinfang officer add 李明 --unit 城关派出所")
def add(
    name: Annotated[str, typer.Argument(metavar="姓名", help="经办人姓名", show_default=False)],
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="所在单位，默认本机关", show_default=False)] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add an officer."""
    with desk(db, by) as d:
        say(office_facts.add_officer(d, name, unit=unit, on=on))


@sub_command(app, "list", "列出经办人", "xinfang officer list")
def list_officers(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every officer."""
    with desk(db) as d:
        show(office_facts.officers(d), fmt, output)
