"""ID and telephone numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.core.errors import BadInput
from xinfang.core.identity import PROVINCES, birth_day, check_digit, check_id, is_rounded, tidy_phone

GOOD = [
    ("11010519491231002X", "11010519491231002X"),
    ("11010519491231002x", "11010519491231002X"),
    ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
    (" 110105 19491231 002X\n", "11010519491231002X"),
    ("'11010519491231002X", "11010519491231002X"),
    ("810000199408230021", "810000199408230021"),
    ("110105491231002", "110105491231002"),
    ("110105491231002.0", "110105491231002"),
]


@pytest.mark.parametrize(("written", "normal"), GOOD)
def test_good_numbers_are_normalised(written: str, normal: str) -> None:
    assert check_id(written) == normal


BAD = [
    ("110105194912310021", "校验位应为X，写的是1"),
    ("110105194913310021", "出生日期1949年13月31日不存在"),
    ("110105194902300021", "出生日期1949年2月30日不存在"),
    ("110105174902200021", "出生日期1749年2月20日不存在"),
    ("110105491331002", "出生日期1949年13月31日不存在"),
    ("1101051949", "写了10位"),
    ("", "写了0位"),
    ("1101051949123100２XX", "写了19位"),
    ("110105194912310O2X", "应当都是数字"),
    ("000105199001011234", "开头两位00"),
    ("990105199001011234", "校验位应为6"),
    ("410105199001011000", "已被Excel舍掉"),
    ("4.10105E+17", "已被Excel舍掉"),
    ("4.1010519900101126e+17", "已被Excel舍掉"),
    ("410105199001011264.0", "已被Excel舍掉"),
    ("4.10105E+14", "已被Excel舍掉"),
]


@pytest.mark.parametrize(("written", "reason"), BAD)
def test_bad_numbers_are_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        check_id(written)
    assert refusal.value.code == "E106"
    assert reason in refusal.value.what
    assert refusal.value.remedy


def test_birth_day() -> None:
    assert birth_day("11010519491231002X") == date(1949, 12, 31)
    assert birth_day("110105491231002") == date(1949, 12, 31)


NUMBERS = st.builds(
    lambda place, area, day, order: f"{place}{area:04}{day:%Y%m%d}{order:03}",
    st.sampled_from(sorted(PROVINCES)),
    st.integers(0, 9999),
    st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    st.integers(0, 999),
)


@settings(deadline=None)
@given(NUMBERS)
def test_of_eleven_last_characters_one_is_right(body: str) -> None:
    accepted = []
    for last in "0123456789X":
        try:
            accepted.append(check_id(body + last))
        except BadInput:
            continue
    assert accepted == [body + check_digit(body)]
    assert birth_day(accepted[0]) == date(int(body[6:10]), int(body[10:12]), int(body[12:14]))


@settings(deadline=None)
@given(NUMBERS)
def test_what_excel_makes_of_a_number_is_seen_to_be_rounded(body: str) -> None:
    assert is_rounded(f"{float(body + '1'):.5E}")
    assert is_rounded(body[:15] + "000")


PHONES = [
    ("13800138000", "13800138000"),
    ("13800138000.0", "13800138000"),
    ("1.3800138E+10", "13800138000"),
    ("１３８００１３８０００", "13800138000"),
    ("138 0013 8000", "13800138000"),
    ("138-0013-8000", "13800138000"),
    ("+86 13800138000", "13800138000"),
    ("'+8613800138000", "13800138000"),
    ("8613800138000", "13800138000"),
    ("（+86）13800138000", "13800138000"),
    ("(86) 13800138000", "13800138000"),
    ("86-13800138000", "13800138000"),
    ("013800138000", "13800138000"),
    ("+86 371 1234567", "0371-1234567"),
    ("0086-10-12345678", "010-12345678"),
    ("+86 0371-1234567", "0371-1234567"),
    ("0371-1234567", "0371-1234567"),
    ("0371－1234567", "0371-1234567"),
    ("（0371）123 4567", "0371-1234567"),
    ("0371 1234567", "0371-1234567"),
    ("010-12345678转801", "010-12345678转801"),
    ("13800138000、0371-1234567", "13800138000、0371-1234567"),
    ("13800138000/139 0013 9000", "13800138000、13900139000"),
    ("13800138000 13900139000", "13800138000、13900139000"),
    ("13800138000\n13900139000", "13800138000、13900139000"),
    ("13800138000 0371-1234567", "13800138000、0371-1234567"),
    ("0371-1234567 13800138000", "0371-1234567、13800138000"),
    ("400-800-1234", "400-800-1234"),
    ("1234567", "1234567"),
    ("同村王某转", "同村王某转"),
    ("'13800138000;'13900139000", "13800138000、13900139000"),
    (";'", ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "tidy"), PHONES)
def test_phones(written: str, tidy: str) -> None:
    assert tidy_phone(written) == tidy


@settings(deadline=None)
@given(st.sampled_from([tidy for _, tidy in PHONES]) | st.text(max_size=20))
def test_a_tidy_phone_stays_as_it_is(text: str) -> None:
    try:
        tidy = tidy_phone(text)
    except BadInput as refusal:
        assert refusal.code == "E108"
    else:
        assert tidy_phone(tidy) == tidy


def test_a_rounded_phone_is_refused() -> None:
    with pytest.raises(BadInput, match="已被Excel舍掉") as refusal:
        tidy_phone("1.38001E+10")
    assert refusal.value.code == "E108"
