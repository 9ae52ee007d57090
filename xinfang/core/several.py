"""A name that stands for more people than it names: 张三等5人, as offices write a group's petition."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .numerals import read_count


class Group(NamedTuple):
    """Who is named, and how many they are together. at_least: 余, 多, there may have been more."""

    named: str
    heads: int
    at_least: bool


def several(name: str) -> Group | None:
    """The group that the name stands for; None for a name that is only a name.

    >>> several("张三等5人")
    Group(named='张三', heads=5, at_least=False)
    >>> several("张三、李四等二十余名村民")
    Group(named='张三、李四', heads=20, at_least=True)
    >>> several("张三等人")
    """
    if "等" not in name:  # nearly all names, and no pattern has to be made for them
        return None
    # Only where a number stands: of 张三等人 nobody knows how many they were.
    found = re.fullmatch(
        r"(.{1,60}?)[,，、]?\s*等共?\s*(\d{1,5}|[一二三四五六七八九十百千零〇两廿卅]{1,9})\s*([余多]?)\s*[人名户位](?:\D{0,10})",
        name,
    )
    heads = read_count(unicodedata.normalize("NFKC", found[2])) if found else None
    return Group(found[1], heads, bool(found[3])) if found and heads and heads > 1 else None
