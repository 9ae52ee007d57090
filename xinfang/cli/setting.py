"""Setting 设置: set and list."""

from typing import Annotated

import typer

from ..workflows import founding
from .options import By, Db, Format, On, Output, desk, say, show
from .running import group, sub_command

app = group("setting")


@sub_command(app, "set", "设定一项，自某日起", "xinfang setting set warn-working-days 5")
def set_one(
    name: Annotated[str, typer.Argument(metavar="设置项", help="名称，见 xinfang setting list", show_default=False)],
    value: Annotated[str, typer.Argument(metavar="取值", help="新的取值", show_default=False)],
    on: On = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Set one option from a day on."""
    with desk(db, by) as d:
        say(founding.set_option(d, name, value, on=on))


@sub_command(app, "list", "列出设置", "xinfang setting list")
def list_options(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every option with its value in force."""
    with desk(db) as d:
        show(founding.options(d), fmt, output)
