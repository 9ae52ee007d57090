"""One cell → one value: how each kind of field is read. All raise BadInput with the code of what is wrong."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ..core.errors import BadInput
from ..core.identity import FROM_PAPER, check_id, is_rounded, tidy_phone
from ..core.numerals import read_count, read_number
from ..core.terms import ROUTES, Category, Channel, Outcome
from ..core.unsaid import DITTO, EMPTY_MARKS, NAMELESS, NO_ADDRESS, NO_ID, says_none
from .cleaning import clean_line, clean_name, clean_number, exceeds_excel, number_text, shown
from .dates import read_day
from .rows import ANONYMOUS
from .words import CATEGORIES, CHANNELS, OUTCOMES, table, word_key

_CHANNELS = table(CHANNELS)
_CATEGORIES = table(CATEGORIES)
_OUTCOMES = table(OUTCOMES)
_ROUTE = re.compile(r"(?:第?三十一条)?(?:第|途径)?\(?([1-6一二三四五六])(?:\.0+)?\)?(?:项|类)?(?:[、,:\s].*)?")
_ROUTE_NAMED = re.compile(r"\(([一二三四五六])\).+")
_MASK = "*＊"
# As our own export masks them, and many other systems: 张*, 欧阳**, 某某公司***, 张*、李*, 张*等5人.
_MASKED_NAME = re.compile(rf"(?<![^、，,])[^{_MASK}、，,]{{1,4}}[{_MASK}]{{1,3}}(?![^、，,等])")
_HEADCOUNT = re.compile(
    r"(?:共|约)?\s*(\d{1,6}(?=\D|$)|[一二三四五六七八九十百千零〇两廿卅]{1,9})(?:\.0+)?\s*(?:人|名|人次)?"
)
MOST_HEADS = 100_000


def read_optional_day(cell: object) -> date | None:
    """A day; None for a dash or 无."""
    if isinstance(cell, str) and len(cell) < 8 and cell.strip().lower() in EMPTY_MARKS:
        return None
    return read_day(cell)


def read_person(cell: object) -> str:
    """A name; ANONYMOUS for the words that say there is none."""
    name = _own(clean_name(cell))
    if ("*" in name or "＊" in name) and _MASKED_NAME.search(name):
        raise _masked()
    return ANONYMOUS if name.lower() in NAMELESS else name


def read_id(cell: object) -> str:
    """An ID number in normal writing; '' for a dash or 不详.

    One that Excel may have rounded is refused (E106) even if its check digit fits, as one in eleven does by chance.
    """
    text = id_text(cell)
    if text.strip().lower() in EMPTY_MARKS or says_none(text, NO_ID):
        return ""
    if "*" in text or "＊" in text:
        raise _masked()
    number = check_id(text)
    if number.endswith("000") and is_rounded(number):
        raise BadInput("E106", "身份证号码以000结尾，末几位可能已被Excel舍掉，须核对原件。", remedy=FROM_PAPER)
    return number


def id_text(cell: object) -> str:
    """What stands in a cell of ID numbers; a float that is too long keeps its E+17, which check_id knows."""
    return cell if isinstance(cell, str) else str(cell) if exceeds_excel(cell) else number_text(cell)


def read_phone(cell: object) -> str:
    """One or several telephone numbers; '' for a dash or 无."""
    text = _own(clean_line(cell))
    if "*" in text or "＊" in text:
        raise _masked()
    return tidy_phone(text) if text else ""


def read_address(cell: object) -> str:
    """An address; '' for the words that say there is none. Raises BadInput E104 for a masked one."""
    text = _own(clean_line(cell))
    if text.endswith(("***", "＊＊＊")):
        raise _masked()
    return "" if says_none(text, NO_ADDRESS) else text


def read_called(cell: object) -> str:
    """What a unit or an officer is called. Raises BadInput E104 for a ditto mark."""
    return _own(clean_line(cell))


def read_own_number(cell: object) -> str:
    """The office's own number of the petition, in half-width characters."""
    return unicodedata.normalize("NFKC", clean_number(cell)).upper()


def read_channel(cell: object) -> Channel | None:
    """信访渠道, by its usual words."""
    found = _CHANNELS.get(cell) if isinstance(cell, str) else None
    if found is None and (word := clean_number(cell)):
        found = _CHANNELS.get(word_key(word)) or Channel.parse(shown(word), what="信访渠道")
    return found


def read_category(cell: object) -> Category | None:
    """三大类, by its usual words."""
    found = _CATEGORIES.get(cell) if isinstance(cell, str) else None
    if found is None and (word := clean_line(cell)):
        found = _CATEGORIES.get(word_key(word)) or Category.parse(shown(word), what="信访类别")
    return found


def read_outcome(cell: object) -> Outcome | None:
    """处理结论, by its usual words."""
    found = _OUTCOMES.get(cell) if isinstance(cell, str) else None
    if found is None and (word := clean_line(cell)):
        found = _OUTCOMES.get(word_key(word)) or Outcome.parse(shown(word), what="处理结论")
    return found


def read_route(cell: object) -> int | None:
    """办理途径 1–6: 6, 6.0, 六, （六）, 第六项, or the words for it. Raises BadInput E104."""
    text = unicodedata.normalize("NFKC", clean_line(cell))
    if not text:
        return None
    found = _ROUTE.fullmatch(text) or _ROUTE_NAMED.fullmatch(text)
    if found:
        return read_number(found[1])
    for route, label in ROUTES.items():
        if word_key(text) == word_key(label):
            return route
    choices = "、".join(f"{route} {label}" for route, label in ROUTES.items())
    raise BadInput("E104", f"办理途径没有“{shown(text)}”这一项。", remedy=f"可选: {choices}")


def read_headcount(cell: object) -> int | None:
    """人数: 3, 3.0, 3人, 三人. Raises BadInput E108."""
    text = unicodedata.normalize("NFKC", clean_line(cell))
    if not text:
        return None
    found = _HEADCOUNT.fullmatch(text)
    count = read_count(found[1]) if found else None
    if count is None or not 1 <= count <= MOST_HEADS:
        raise BadInput("E108", f"人数“{shown(text)}”不是1至{MOST_HEADS}的整数。", remedy="只写数字，如 3")
    return count


def _own(text: str) -> str:
    """The text; a ditto mark would make one person, or one unit, of all who have it. Raises BadInput E104."""
    if len(text) < 6 and "".join(text.split()) in DITTO:
        raise BadInput("E104", f"“{text}”没有写明是什么，不能照上一行猜。", remedy="在表里写全，再导入")
    return text


def _masked() -> BadInput:
    return BadInput(
        "E104",
        "遮盖过的个人信息，不能当作原文导入；本程序导出的台账，导出时加 --reveal。",
        remedy="用 xinfang export --reveal 导出",
    )
