"""Lines of a ledger that are no petitions: blanks, sums, repeated headings, the notes at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from .cleaning import shown
from .formula_errors import NOTHING_FOUND
from .heading_row import HeadingRow

BLANK = "空行"
NO_WORDS = ("", NOTHING_FOUND)
"""Where nothing else stands, nobody wrote anything: rows filled in beforehand have formulas that found nothing."""
_SUM = re.compile(
    r"(?:本[页月季年周日]|全[年月县市区局]|当[页月年]|以上|截至.{0,12}"
    r"|(?:\d{4}年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四1-4]季度|[上下]半年)|\d{4}年度?)?"
    r"(?:合计|小计|总计|共计|累计)(?:[:(0-9].*|.{0,4})"
)
_NOTE = re.compile(
    r"(?:制表|填表|填报|审核|统计|复核|打印|报送|编制)(?:人|单位|日期|时间|部门)?:.*"
    r"|(?:单位)?(?:负责人|联系人|领导)(?:签字|签名)?:.*|(?:备注|说明|注|附注|附)(?:\d*[:.、].*)?|\*?(?:数据|资料)(?:来源|截至|截止|统计).*|第\d+页.*|共\d+[页件条].*"
)


def why_skipped(cells: Sequence[object], head: HeadingRow) -> str:
    """Why this row is no petition; '' if it must be taken for one.

    A sum counts as such only where nothing else is written in the column of the day received.
    """
    written = [place for place, cell in enumerate(cells) if cell is not None and str(cell).strip() not in NO_WORDS]
    if not written:
        return BLANK
    texts = [normalize("NFKC", "".join(shown(cells[place], 200).split())) for place in written]
    days = {place for place, fields in head.columns.items() if "received" in fields}
    if _SUM.fullmatch(texts[0]) and not days.intersection(written[1:]):
        return f"合计行: {shown(texts[0], 20)}"
    # 制表人：… and 审核人：… may stand side by side; a petition has cells that are no such pairs.
    if _NOTE.fullmatch(texts[0]) and (len(texts) == 1 or all(":" in text and len(text) <= 40 for text in texts)):
        return f"说明行: {shown(texts[0], 20)}"
    if _is_heading(cells, written, head):
        return "重复的表头"
    return ""


def _is_heading(cells: Sequence[object], written: Sequence[int], head: HeadingRow) -> bool:
    names = head.names
    same = sum(
        1
        for place in written
        if place < len(names) and isinstance(cells[place], str) and "".join(str(cells[place]).split()) == names[place]
    )
    # A two-line head repeats its lower line only in part.
    return same * 2 >= len(written) and same >= 2
