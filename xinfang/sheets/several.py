"""A cell of names that stands for several people: 张三等5人, 张三、李四, as offices write a group's petition."""

from __future__ import annotations

import re
import unicodedata

from ..core.writing import DOTS
from .cells import MOST_HEADS
from .numerals import read_number

# Only where a number stands: of 张三等人 nobody knows how many they were.
_SEVERAL = re.compile(
    r"(.{1,60}?)[,，、]?\s*等共?\s*(\d{1,6}|[一二三四五六七八九十两廿卅]{1,4})\s*[余多]?\s*[人名户位](?:\D{0,10})"
)

_BETWEEN = re.compile(r"\s*[、，,；;/]\s*")
# What begins with a numeral counts groups, and what ends like these is a place or a body: 城关镇一、二组村民.
_PERSON = re.compile(
    r"(?![第一二三四五六七八九十两几])[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}(?<![省市县区乡镇村组社局厂司队部院校所站户])"
)
_WITH_DOTS = re.compile(rf"[\u3400-\u9fff]{{1,12}}(?:[{DOTS}][\u3400-\u9fff]{{1,12}}){{1,4}}")


def named(name: str) -> tuple[str, ...]:
    """Each of the people that a cell names one after the other; the whole name where it is not plainly such a list.

    >>> named("张三、李四"), named("城关镇一、二组村民"), named("张三")
    (('张三', '李四'), ('城关镇一、二组村民',), ('张三',))
    """
    parts = _BETWEEN.split(name)
    listed = len(parts) > 1 and all(_PERSON.fullmatch(part) or _WITH_DOTS.fullmatch(part) for part in parts)
    return tuple(dict.fromkeys(parts)) if listed else (name,)


def several(name: str) -> tuple[str, int] | None:
    """Who is named, and how many they are together; None for a name that is only a name. 余, 多: at least so many.

    >>> several("张三等5人"), several("张三、李四等二十余名村民"), several("张三等人")
    (('张三', 5), ('张三、李四', 20), None)
    """
    found = _SEVERAL.fullmatch(name) if "等" in name else None
    count = read_number(unicodedata.normalize("NFKC", found[2])) if found else None
    return (found[1], count) if found and count and 1 < count <= MOST_HEADS else None
