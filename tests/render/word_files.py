"""What the tests look into: a Word file as python-docx opens it, and the parts that are in it."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx

from xinfang.core.table import Document, Table
from xinfang.render.word import content


def opened(value: Table | Document) -> Any:
    """By python-docx."""
    return docx.Document(BytesIO(content(value)))


def parts(value: Table | Document) -> dict[str, bytes]:
    """By their names."""
    with ZipFile(BytesIO(content(value))) as file:
        return {name: file.read(name) for name in file.namelist()}
