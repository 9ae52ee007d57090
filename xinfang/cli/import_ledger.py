"""Import 导入台账."""

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from ..workflows.exchange.importing import import_ledger
from .desk import desk, say
from .options import AcceptId, By, Db, argument, flag, option

FAULTS_SHOWN = 10


def command(
    file: Annotated[Path, argument("文件", "xlsx、xls、ods、csv、tsv、json、jsonl")],
    map_file: Annotated[Path | None, option("--map", "对照.toml", "列名和字段的对照")] = None,
    sheet: Annotated[str | None, option("--sheet", "名称", "工作表，默认第一张有表头的")] = None,
    dry_run: Annotated[bool, flag("--dry-run", "只看会怎样，不写入")] = False,
    errors: Annotated[Path | None, option("--errors", "文件", "把有错的行写到这里")] = None,
    accept_id: AcceptId = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Import a ledger; exits with 1 when rows were left out."""
    from ..render import format_of, show
    from ..render.progress import bar
    from ..workflows.exchange import other_sheets
    from ..workflows.outputs import spared

    if errors is not None:
        # Before a row goes in: the list of what did not must not fail, nor take the place of the ledger it is about.
        format_of(None, errors)
        spared(errors, read=(file, map_file))
    with desk(db, by) as d, bar("导入", sys.stderr) as progress:
        result = import_ledger(
            d, file, map_file=map_file, sheet=sheet, accept_id=accept_id, dry_run=dry_run, progress=progress
        )
    say(*result.lines(), *other_sheets.told(file, sheet))
    faults = result.fault_table()
    if errors is not None:
        show(faults, fmt=None, output=errors, stdout=sys.stdout)
        if faults.rows:
            say(f"  有错的 {result.faulty} 行写在 {errors}")
    elif faults.rows:
        for line, column, value, code, reason in islice(faults.rows, FAULTS_SHOWN):
            say(f"  第 {line} 行 {column}“{value}”: {code} {reason}")
        if len(faults.rows) > FAULTS_SHOWN:
            say(f"  另有 {len(faults.rows) - FAULTS_SHOWN} 处，用 --errors 错误.csv 全部写出")
    if faults.rows:
        raise typer.Exit(1)
