"""Words typed as on a terminal, as official papers write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .cells import line

if TYPE_CHECKING:
    from xinfang.core.table import Document, Table

ISO_DAY = re.compile(r"(?<![\d-])([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_CHINESE = "[\u3000-\u9fff\uff00-\uffef]"
NUMBER = re.compile(rf"((?<={_CHINESE}) )?(?<![A-Za-z\d.-])(\d[\d.,/-]*%?)(?!-?[A-Za-z\d])( (?={_CHINESE}))?")
"""A number by itself, with the blanks between it and Chinese text."""
COLON = re.compile(rf"(?<=[{_CHINESE[1:-1]}”]): ?")
"""Typed as on a terminal; official papers have the wide one."""


def written(text: str) -> str:
    """Words as official papers write them: days in Chinese, no blanks between them and numbers.

    >>> written("截至 2026-04-01 的台账，收到 72 件。")
    '截至2026年4月1日的台账，收到72件。'
    """
    numbers = NUMBER.sub(r"\2", line(text))
    return COLON.sub("：", ISO_DAY.sub(lambda found: "{}年{}月{}日".format(*map(int, found.groups())), numbers))


def officially(document: Document) -> Document:
    """The document with its titles and sentences so written; what stands in the tables stays as it is."""
    return document._replace(
        title=written(document.title),
        lines=tuple(map(written, document.lines)),
        tables=tuple(map(_table, document.tables)),
        notes=tuple(map(written, document.notes)),
    )


def _table(table: Table) -> Table:
    return table._replace(title=written(table.title), notes=tuple(map(written, table.notes)))
