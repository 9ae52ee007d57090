"""Titles: in lines that mean something each (《党政机关公文格式》 7.3.1: 词意完整), and one below the other (7.3.3)."""

import re
from collections.abc import Sequence

_PART = re.compile(r"(?<!^)(?=[12]\d{3}年|（)")


def parts(title: str) -> list[str]:
    """What stays in one line where it has room: a new one may begin before a year and before brackets.

    >>> parts("某县公安局2026年第3季度信访情况（刑侦大队）")
    ['某县公安局', '2026年第3季度信访情况', '（刑侦大队）']
    """
    return _PART.split(title)


def layers(titles: Sequence[str]) -> list[int]:
    """In which layer of headings each stands: those without the number of an article below those that bring it with them.

    >>> layers(["（一）数据统计", "1. 各月情况", "（二）转送、交办"]), layers(["总体情况", "按单位"])
    ([1, 2, 1], [1, 1])
    """
    bring = [*map(brings_number, titles)]
    return [2 if any(bring) and not brings else 1 for brings in bring]


def brings_number(title: str) -> bool:
    """Whether it begins with the number of an item of an article, （一）."""
    return title.startswith("（")
