"""The office's table of content categories: list it, or put another in its place."""

from __future__ import annotations

from pathlib import Path

from ...acts.adopt_categories import CategoriesAdopted
from ...core.table import Column, Table
from ...rules import categories, category_table
from .. import clock
from ..desk import Desk
from ..texts import file_text
from .facts import write


def codes_of(desk: Desk) -> tuple[str, ...]:
    """The office's own categories, else those that come with the program."""
    own = desk.office.categories
    return categories.shipped() if own is None else own


def table(desk: Desk) -> Table:
    """Every category, a level per column."""
    columns = (Column("level1", "一级分类"), Column("level2", "二级分类"), Column("level3", "三级分类"))
    whose = "随程序提供" if desk.office.categories is None else "本单位"
    return Table(f"内容分类（{whose}）", columns, tuple(categories.as_rows(codes_of(desk))))


def adopt(desk: Desk, file: Path) -> str:
    """Put the office's own table in place. Petitions keep the category they were given. Raises ExchangeFailed E505."""
    codes = category_table.read_table(file_text(file), file.name)
    write(desk, "adopt-categories", lambda _office: CategoriesAdopted(clock.today(), codes))
    return f"已换用 {file.name} 的内容分类，共 {len(codes)} 项；已登记的件保持原分类。"
