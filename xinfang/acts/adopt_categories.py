"""Adopt a table of content categories 内容分类 in place of the one that comes with the program."""

from datetime import date
from typing import NamedTuple

from ..core.office import Office


class CategoriesAdopted(NamedTuple):
    """codes: every category as level1/level2/level3."""

    on: date
    codes: tuple[str, ...]


def apply(office: Office, fact: CategoriesAdopted) -> Office:
    """The office with its own table."""
    return office._replace(categories=fact.codes)
