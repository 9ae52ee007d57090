"""One cell of each kind of field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.errors import BadInput
from xinfang.core.numerals import read_count, read_digits, read_number
from xinfang.core.terms import Category, Channel, Outcome
from xinfang.sheets.cleaning import LONGEST, LONGEST_LINE, clean_line, clean_text, shown
from xinfang.sheets.fields import READERS

READ: list[tuple[str, Any, object]] = [
    ("channel", "来电", Channel.PHONE),
    ("channel", "走访", Channel.VISIT),
    ("channel", "网信", Channel.WEB),
    ("channel", "网上信访", Channel.WEB),
    ("channel", "留言", Channel.WEB),
    ("channel", "letter", Channel.LETTER),
    ("channel", "Joint-Reception", Channel.JOINT_RECEPTION),
    ("channel", " 来 信 ", Channel.LETTER),
    ("channel", "12345", Channel.HOTLINE),
    ("channel", 12345.0, Channel.HOTLINE),
    ("channel", "局长信箱", Channel.MAILBOX),
    ("channel", "—", None),
    ("category", "求决", Category.APPEAL),
    ("category", "意见建议", Category.SUGGESTION),
    ("category", "举报", Category.ACCUSATION),
    ("category", "申诉求决类", Category.APPEAL),
    ("outcome", "不支持", Outcome.REFUSE),
    ("outcome", "partly-adopt", Outcome.PARTLY_ADOPT),
    ("outcome", "解释说明", Outcome.EXPLAIN),
    ("route", 6, 6),
    ("route", 6.0, 6),
    ("route", "6", 6),
    ("route", "６", 6),
    ("route", "（六）", 6),
    ("route", "(六)", 6),
    ("route", "六", 6),
    ("route", "第六项", 6),
    ("route", "第（六）项", 6),
    ("route", "第三十一条第（六）项", 6),
    ("route", "（一）诉讼", 1),
    ("route", "仲裁", 2),
    ("route", "无", None),
    ("headcount", 3.0, 3),
    ("headcount", "3人", 3),
    ("headcount", "三人", 3),
    ("headcount", "十二", 12),
    ("headcount", "一百二十人", 120),
    ("headcount", "共 15 人", 15),
    ("headcount", "1200人次", 1200),
    ("headcount", "/", None),
    ("phone", 13800138000.0, "13800138000"),
    ("phone", "13800138000.0", "13800138000"),
    ("phone", "无", ""),
    ("key", 2549.0, "2549"),
    ("key", "2549.0", "2549"),
    ("key", "0012", "0012"),
    ("key", "10.50", "10.50"),
    ("key", "K-1", "K-1"),
    ("number", "２０２６－０００００１", "2026-000001"),
    ("id_number", "11010519491231002x", "11010519491231002X"),
    ("id_number", "无", ""),
    ("id_number", "不详", ""),
    ("id_number", "（未提供身份证号）", ""),
    ("name", "不详", "匿名"),
    ("name", "姓名不清", "匿名"),
    ("id_number", 110105491231002.0, "110105491231002"),
    ("name", "张　三", "张三"),
    ("name", "张 三", "张三"),
    ("name", "Adam Smith", "Adam Smith"),
    ("name", "张三\n李四", "张三、李四"),
    ("name", "匿名信", "匿名"),
    ("name", "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
    ("name", "—", ""),
    ("unit", "城关\n派出所", "城关 派出所"),
    ("unit", "/", ""),
    ("unit", 110.0, "110"),
    ("title", "\t反映问题\r\n", "反映问题"),
    ("content", "\n\t\t\t\n\t\t\t第一段\n\t\t\t\n\t\t\t第二段", "第一段\n第二段"),
    ("content", "第一段\n\n第二段\n  缩进", "第一段\n\n第二段\n  缩进"),
    ("content", "甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
    ("content", "列一\t列二", "列一 列二"),
    ("content", "红\x1b[31m\x07字\x9b\u202e倒", "红[31m字倒"),
    ("content", "e\u0301", "é"),
    ("content", "ＡＢＣ１２３，全角", "ＡＢＣ１２３，全角"),
    ("content", "[bold]标记[/bold]", "[bold]标记[/bold]"),
    ("content", "'=1+1", "=1+1"),
    ("content", "'-无", "-无"),
    ("content", "'@某人", "@某人"),
    ("content", "''=1+1", "'=1+1"),
    ("content", "'引用'", "'引用'"),
    ("content", "=1+1", "=1+1"),
    ("content", True, "是"),
    ("content", "无", "无"),
]


@pytest.mark.parametrize(("name", "cell", "value"), READ, ids=[f"{name}-{cell!r}" for name, cell, _ in READ])
def test_is_read_as(name: str, cell: object, value: object) -> None:
    assert READERS[name](cell) == value


REFUSED: list[tuple[str, Any, str, str]] = [
    ("channel", "信鸽", "E104", "letter 来信"),
    ("category", "其他", "E104", "appeal 申诉求决"),
    ("outcome", "办结", "E104", "support 支持"),
    ("route", "7", "E104", "6 信访程序"),
    ("route", "六十", "E104", "6 信访程序"),
    ("headcount", "0", "E108", "3"),
    ("headcount", "若干", "E108", "3"),
    ("headcount", "2.5", "E108", "3"),
    ("headcount", "1000000", "E108", "3"),
    ("key", 2.0250304123456e17, "E108", "文本"),
    ("key", "2.02503E+17", "E108", "文本"),
    ("id_number", 4.10105199001011e17, "E106", "文本"),
    ("id_number", "110105194912310021", "E106", "--accept-id"),
    ("phone", "1.38001E+10", "E108", "文本"),
    ("content", "多" * (LONGEST + 1), "E111", "拆成几件"),
    ("title", "多" * (LONGEST_LINE + 1), "E111", "拆成几件"),
    ("content", "半个\ud83d字", "E111", "重新导出"),
    ("content", ["列表"], "E118", ""),
    ("received", {"年": 2025}, "E102", "2026-03-04"),
]


@pytest.mark.parametrize(
    ("name", "cell", "code", "remedy"), REFUSED, ids=[f"{name}-{str(cell)[:20]}" for name, cell, *_ in REFUSED]
)
def test_is_refused(name: str, cell: object, code: str, remedy: str) -> None:
    with pytest.raises(BadInput) as refusal:
        READERS[name](cell)
    assert refusal.value.code == code
    assert remedy in refusal.value.remedy


def test_an_id_number_of_sheets_that_ends_in_000_is_doubted_though_its_digit_fits() -> None:
    with pytest.raises(BadInput, match="以000结尾"):
        READERS["id_number"]("110105199001013000")


def test_the_longest_content_is_kept_whole() -> None:
    assert READERS["content"]("多" * LONGEST) == "多" * LONGEST


@settings(deadline=None)
@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    # A guard is taken off once for each writing, so texts that begin with one are left out here.
    if text.lstrip().startswith("'"):
        return
    for clean in (clean_text, clean_line):
        once = clean(text)
        if not once.startswith("'"):
            assert clean(once) == once


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(1, 80))
def test_what_is_shown_is_one_harmless_line(text: str, most: int) -> None:
    assert shown(text, most).isprintable()
    assert len(shown(text, most)) <= most + 1


def test_numerals() -> None:
    assert [read_number(text) for text in ("十", "十九", "二十", "廿三", "卅", "三十一", "〇", "9")] == [
        *(10, 19, 20, 23, 30, 31, 0, 9)
    ]
    assert [read_number(text) for text in ("", "百", "十十", "一二十", "三十一二")] == [None] * 5
    assert read_digits("二零二五") == 2025
    assert read_digits("二百") is None
    assert [
        read_count(text)
        for text in ("9", "三十", "一百", "一百二十", "一百一十二", "三百零五", "两千", "九千九百九十九")
    ] == [*(9, 30, 100, 120, 112, 305, 2000, 9999)]
    # 一百二 is said of 120, and may be 102 with a slip.
    for text in ("百", "一百二", "一千二", "零百", "一百零", "一百零零", "二百三百", "一千零二百", "十百"):
        assert read_count(text) is None, text
