"""A cell of names that stands for more people than it names: 张三等5人, as offices write a group's petition."""

from __future__ import annotations

import re
import unicodedata

from .cells import MOST_HEADS
from .numerals import read_number

# Only where a number stands: of 张三等人 nobody knows how many they were.
_SEVERAL = re.compile(
    r"(.{1,60}?)[,，、]?\s*等共?\s*(\d{1,6}|[一二三四五六七八九十两廿卅]{1,4})\s*[余多]?\s*[人名户位](?:\D{0,10})"
)


def several(name: str) -> tuple[str, int] | None:
    """Who is named, and how many they are together; None for a name that is only a name. 余, 多: at least so many.

    >>> several("张三等5人"), several("张三、李四等二十余名村民"), several("张三等人")
    (('张三', 5), ('张三、李四', 20), None)
    """
    found = _SEVERAL.fullmatch(name) if "等" in name else None
    count = read_number(unicodedata.normalize("NFKC", found[2])) if found else None
    return (found[1], count) if found and count and 1 < count <= MOST_HEADS else None
