"""Where a title may have a new line without breaking what belongs together (《党政机关公文格式》 7.3.1: 词意完整)."""

import re

_PART = re.compile(r"(?<!^)(?=[12]\d{3}年|（)")


def parts(title: str) -> list[str]:
    """What stays in one line where it has room: a new one may begin before a year and before brackets.

    >>> parts("某县公安局2026年第3季度信访情况（刑侦大队）")
    ['某县公安局', '2026年第3季度信访情况', '（刑侦大队）']
    """
    return _PART.split(title)
