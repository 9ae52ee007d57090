"""Officer 经办人: add and list."""

from typing import Annotated

from ..workflows.office import facts
from .desk import desk, say, show
from .options import By, Db, Format, On, Output, argument, option
from .running import group, sub_command

app = group("officer")


@sub_command(app, "add", "添加经办人", "xinfang officer add 李明 --unit 城关派出所")
def add(
    name: Annotated[str, argument("姓名", "经办人姓名")],
    unit: Annotated[str, option("--unit", "单位", "所在单位，默认本机关")] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add an officer."""
    with desk(db, by) as d:
        say(facts.add_officer(d, name, unit=unit, on=on))


@sub_command(app, "list", "列出经办人", "xinfang officer list")
def list_officers(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every officer."""
    with desk(db) as d:
        show(facts.officers(d), fmt, output)
