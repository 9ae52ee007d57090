"""Unit 单位: add and list."""

from typing import Annotated

from ..workflows.office import facts
from .desk import desk, say, show
from .options import By, Db, Format, On, Output, argument, flag, option
from .running import group, sub_command

app = group("unit")


@sub_command(app, "add", "添加单位", "xinfang unit add 城关派出所")
def add(
    name: Annotated[str, argument("名称", "单位名称")],
    parent: Annotated[str, option("--parent", "单位", "上级单位")] = "",
    outside: Annotated[bool, flag("--outside", "不属本系统的单位")] = False,
    on: On = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a unit."""
    with desk(db, by) as d:
        say(facts.add_unit(d, name, parent=parent, outside=outside, on=on))


@sub_command(app, "list", "列出单位", "xinfang unit list")
def list_units(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every unit."""
    with desk(db) as d:
        show(facts.units(d), fmt, output)
