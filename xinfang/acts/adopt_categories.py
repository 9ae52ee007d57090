"""Adopt a table of content categories 内容分类 in place of the one that comes with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..core.office import Office


@dataclass(frozen=True)
class CategoriesAdopted:
    """codes: every category as level1/level2/level3."""

    on: date
    codes: tuple[str, ...]


def apply(office: Office, fact: CategoriesAdopted) -> Office:
    """The office with its own table."""
    return replace(office, categories=fact.codes)
