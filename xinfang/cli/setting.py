"""Setting 设置: set and list."""

from typing import Annotated

import typer

from ..workflows.office import settings
from .desk import desk, show
from .options import By, Db, Format, On, Output, argument, flag
from .running import group, sub_command

app = group("setting")


@sub_command(
    app, "set", "设定一项，自某日起；设期限的，列出因此改变的期限", "xinfang setting set days:reply-simple 15 --dry-run"
)
def set_one(
    name: Annotated[str, argument("设置项", "名称，见 xinfang setting list")],
    value: Annotated[str, argument("取值", "新的取值；期限、地方规定写 none 恢复")],
    on: On = None,
    dry_run: Annotated[bool, flag("--dry-run", "只看哪些期限会变，不写入")] = False,
    fmt: Format = None,
    output: Output = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Set one option from a day on. What it moves is shown before anything is written."""
    with desk(db, by) as d:
        moved = settings.what_moves(d, name, value, on=on)
        if moved is not None:
            show(moved, fmt, output)
        if not dry_run:
            # Beside a table the sentence is not part of the data.
            typer.echo(settings.set_option(d, name, value, on=on), err=moved is not None)


@sub_command(app, "list", "列出设置", "xinfang setting list")
def list_options(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every option with its value in force."""
    with desk(db) as d:
        show(settings.options(d), fmt, output)
