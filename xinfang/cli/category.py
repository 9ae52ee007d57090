"""Category 内容分类: list, import."""

from pathlib import Path
from typing import Annotated

from ..workflows.office import categorizing
from .desk import desk, say, show
from .options import By, Db, Format, Output, argument
from .running import group, sub_command

app = group("category")


@sub_command(app, "list", "列出内容分类", "xinfang category list")
def list_categories(fmt: Format = None, output: Output = None, db: Db = None) -> None:
    """Every category."""
    with desk(db) as d:
        show(categorizing.table(d), fmt, output)


@sub_command(app, "import", "换成本单位的分类表（csv 或 toml）", "xinfang category import 分类.csv")
def import_categories(
    file: Annotated[Path, argument("文件", "三列: 一级分类,二级分类,三级分类")],
    by: By = None,
    db: Db = None,
) -> None:
    """Adopt the office's own table."""
    with desk(db, by) as d:
        say(categorizing.adopt(d, file))
