"""What an import of a workbook left unread: it takes one sheet, and offices often keep one for each month."""

from __future__ import annotations

from pathlib import Path

from ...sheets.cleaning import shown
from ...sheets.file_kind import kind_of

REMARKS = "说明"
"""What a sheet is called that tells of the others: 填表说明, and that of our own export."""


def told(file: Path, sheet: str | None) -> tuple[str, ...]:
    """One line when the workbook has several sheets with something in them and nobody said which one was meant."""
    if sheet is not None or kind_of(file) != "workbook":
        return ()
    from ...sheets.workbook import sheets

    names = [shown(source.name) for source in sheets(file, None) if REMARKS not in source.name]
    if len(names) < 2:
        return ()
    return (
        f"  工作簿有 {len(names)} 张有内容的工作表: {'、'.join(names)}；"
        "只读了第一张有表头的，其余的加 --sheet 名称，一张一张导入",
    )
