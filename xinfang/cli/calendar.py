"""Calendar 节假日安排: show a year, import a plan."""

from pathlib import Path
from typing import Annotated

import typer

from ..workflows.office import calendars
from .desk import desk, show
from .options import By, Db, Format, Output, argument, flag
from .running import group, sub_command

app = group("calendar")


@sub_command(app, "show", "一年的放假和调休", "xinfang calendar show 2026")
def show_year(
    year: Annotated[int, argument("年份", "如 2026")],
    fmt: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """A year's days off and make-up days."""
    show(calendars.year_table(calendars.calendar_here(db, desk), year), fmt, output)


@sub_command(
    app, "import", "导入新一年的安排，或更正；列出因此改变的期限", "xinfang calendar import 2027.toml --dry-run"
)
def import_plan(
    file: Annotated[Path, argument("文件", "TOML，格式见 README")],
    dry_run: Annotated[bool, flag("--dry-run", "只看哪些期限会变，不写入")] = False,
    yes: Annotated[bool, flag("--yes", "不再询问")] = False,
    fmt: Format = None,
    output: Output = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Adopt a holiday plan. What moves is shown before anything is written; on a terminal a yes is asked for."""
    import sys

    with desk(db, by) as d:
        show(calendars.what_moves(d, file), fmt, output)
        if dry_run:
            return
        if sys.stdin.isatty() and not yes:
            typer.confirm("确认导入？", abort=True, err=True)
        typer.echo(calendars.adopt(d, file), err=True)
