"""How text is folded on a terminal: as Chinese is set, and never wider than it may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinfang.render.widths import CLOSING, OPENING, fold, width

SIGNS = st.sampled_from("信访事项答复，。、（）《》“”%.-0123456789abcXYZ \u0301\u3000")


@given(st.text(SIGNS, max_size=200), st.integers(2, 90), st.integers(0, 4))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, columns: int, indented: int) -> None:
    indent = " " * min(indented, max(0, columns - 2))
    first, *more = fold(text, columns, indent)
    assert all(width(each) <= columns for each in (first, *more))
    assert all(each.startswith(indent) for each in more)
    assert first + "".join(each[len(indent) :] for each in more) == text


def test_lines_begin_and_end_as_chinese_is_set() -> None:
    text = (
        "截至2025年12月31日的台账。哪些事项一再提出（含再次走访），本机关还有什么没有做到；只计事项和单位，不计人。" * 3
    )
    for columns in range(20, 90):
        lines = [*fold(text, columns)]
        assert [each for each in lines[1:] if each[0] in CLOSING] == []
        assert [each for each in lines[:-1] if each[-1] in OPENING] == []


def test_no_line_begins_with_a_blank() -> None:
    text = "（二）转送、交办、督办情况。转送、交办 3 件次；督办 0 项，涉及 0 件，督办办结 0 项。" * 3
    for columns in range(20, 90):
        assert [each for each in [*fold(text, columns)][1:] if each.startswith(" ")] == []


def test_a_command_and_a_number_stay_whole() -> None:
    text = "核对台账: xinfang verify --against 7f24-504c-15ba-f147；照原样重做: --as-known 7f24-504c-15ba-f147。"
    for columns in range(40, 100):
        lines = [*fold(text, columns)]
        assert sum(each.count("7f24-504c-15ba-f147") for each in lines) == 2


def test_what_has_no_better_place_is_broken_where_it_is_full() -> None:
    assert [*fold("a" * 25, 10)] == ["a" * 10, "a" * 10, "a" * 5]
    assert [*fold("。" * 7, 6)] == ["。。。", "。。。", "。"]


def test_points_of_a_rate_are_one_word() -> None:
    """A bulletin on a terminal of 80 columns had 增50.00个百 in one line and 分点 in the next."""
    for columns in range(8, 15):
        assert [*fold("增50.00个百分点", columns)] == ["增50.00", "个百分点"]
    assert [*fold("个百分点", 6)] == ["个百分", "点"], "where a line has no room for it"
    assert [*fold("来访5个单位", 8)] == ["来访5个", "单位"], "no other word is"
