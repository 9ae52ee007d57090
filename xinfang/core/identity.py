"""Numbers that belong to a person: the resident ID number 公民身份号码 and the telephone."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from .errors import BadInput

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
"""GB 11643: ISO 7064 MOD 11-2, indexed by the weighted sum modulo 11."""

_RUNS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
PROVINCES = frozenset(str(code) for first, last in _RUNS for code in range(first, last + 1))
"""First two digits of GB/T 2260; 81, 82, 83 stand on residence permits 港澳台居民居住证. 9x is the foreigner's card."""

PHONE_DIGITS = (4, 15)
"""From an office's own exchange to the longest there is (E.164), without the extension; an ID number has more."""

FROM_PAPER = "对照原件重新录入，单元格先设为“文本”格式"

# Plain patterns, not compiled ones: commands that only show a case import this too, and should start at once.
_ID18 = r"[0-9]{17}[0-9X]"
_ID15 = r"[0-9]{15}"
_ROUNDED = r"[0-9](?:\.[0-9]+)?E\+?1[4-9]|[0-9]{16,}\.0+"
_FLOAT15 = r"([0-9]{15})\.0+"
_PLAIN_PHONE = r"1[3-9][0-9]{9}"
_FLOAT = r"[0-9]+\.0+"
_POWER = r"[0-9](?:\.[0-9]+)?E\+?(?:0?[6-9]|1[0-2])"
_AREA = r"\(?(0[0-9]{2,3})\)?[\s-]*([0-9][0-9\s-]*)"
_EXTENSION = r"转|分机"
# A blank parts two numbers where a whole one stands before it and a whole mobile number, or one with its area, after it.
_BETWEEN = r"\s*(?:[、/;,；，|\n]|或)\s*|(?<=[0-9]{7})\s+(?=1[3-9][0-9]{9}(?![0-9])|0[0-9]{2,3}-[0-9]{7})"
_CHINA = r"\(?(?:\+|00)86\)?[- ]*(?=[01][0-9]{2})|^(?:\(?86\)?[- ]?|0)(?=1[3-9][0-9]{9}$)"
_CHINA_AREA = r"\(?(?:\+|00)86\)?[- ]*(?=(?:10|[2-9][0-9]{1,2})[- ][0-9])"
"""Dialled from abroad the area has no 0 before it."""


def check_id(text: str) -> str:
    """The ID number in its normal writing: 18 characters with a capital X, or 15 digits of the old kind.

    Raises BadInput E106 with the reason: length, province, date of birth, check digit, or digits lost to Excel.

    >>> check_id("11010519491231002x")
    '11010519491231002X'
    """
    number = normal_id(text)
    if re.fullmatch(_ROUNDED, number):
        raise _lost()
    if re.fullmatch(_ID15, number):
        _check_place(number)
        birth_day(number)
        return number
    if not re.fullmatch(_ID18, number):
        raise _wrong(_shape(number))
    expected = check_digit(number)
    if number[17] != expected and number.endswith("000"):
        raise _lost()
    _check_place(number)
    birth_day(number)
    if number[17] != expected:
        raise _wrong(f"校验位应为{expected}，写的是{number[17]}")
    return number


def normal_id(text: str) -> str:
    """The number without blanks and full-width forms, not checked."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    number = "".join(plain.split()).lstrip("'’‘`").upper()
    old = re.fullmatch(_FLOAT15, number)
    return old[1] if old else number


def is_rounded(text: str) -> bool:
    """Whether Excel may have cut the last digits: it keeps 15, so an 18-digit number then ends in 000."""
    number = normal_id(text)
    return bool(re.fullmatch(_ROUNDED, number)) or (len(number) == 18 and number.isdigit() and number.endswith("000"))


def check_digit(number: str) -> str:
    """The 18th character that belongs to the first 17 digits."""
    return CHECK_DIGITS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False)) % 11]


def birth_day(number: str) -> date:
    """Date of birth in a number of 18 or 15 characters (15: the century is 19).

    Raises BadInput E106 if there is no such day.
    """
    written = "19" + number[6:12] if len(number) == 15 else number[6:14]
    year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    try:
        if year >= 1850:
            return date(year, month, day)
    except ValueError:
        pass
    raise _wrong(f"出生日期{year}年{month}月{day}日不存在")


_AS_TEXT = "'’‘`"
"""What stands before a number in a spreadsheet that is to keep it as it is."""


def tidy_phone(text: str) -> str:
    """The telephone as people dial it: no blanks, no +86, mobile numbers without hyphens; several are joined by 、.

    What is not a number (分机, 无) is kept as written. Raises BadInput E108 if Excel has cut the last digits.

    >>> tidy_phone("+86 138-0013-8000/0371-1234567")
    '13800138000、0371-1234567'
    """
    if len(text) == 11 and text.isascii() and text.isdigit() and text[0] == "1" and text[1] > "2":
        return text
    plain = unicodedata.normalize("NFKC", text)
    parts = (part.strip().lstrip(f"{_AS_TEXT} ") for part in re.split(_BETWEEN, plain))
    return "、".join(_one_phone(part) for part in parts if part)


def check_phone(text: str) -> str:
    """The telephone as `tidy_phone` keeps it. Raises BadInput E108 too where one of several is no number at all.

    >>> check_phone("0371-1234567转8012"), check_phone("内线8123")
    ('0371-1234567转8012', '内线8123')
    """
    tidy = tidy_phone(text)
    for one in tidy.split("、"):
        digits = len(re.sub(r"\D", "", re.split(_EXTENSION, one)[0]))
        if not PHONE_DIGITS[0] <= digits <= PHONE_DIGITS[1]:
            raise BadInput(
                "E108", f"“{one}”不是电话号码。", remedy="写号码，几个之间用“、”；没有电话的不填，怎样联系写在内容里"
            )
    return tidy


def _one_phone(text: str) -> str:
    if re.fullmatch(_FLOAT, text):
        return text.split(".")[0]
    if re.fullmatch(_POWER, text.upper()):
        return _from_power(text)
    number = re.sub(r"[‐-―−－]", "-", text).strip()
    number = re.sub(_CHINA_AREA, "0", re.sub(_CHINA, "", number, count=1), count=1)
    bare = re.sub(r"[\s-]", "", number)
    if re.fullmatch(_PLAIN_PHONE, bare):
        return bare
    if landline := re.fullmatch(_AREA, number):
        return f"{landline[1]}-{''.join(landline[2].split())}"
    return number


def _from_power(text: str) -> str:
    from decimal import Decimal

    number = Decimal(text)
    digits = len(number.as_tuple().digits)
    # 1.38001E+10 is what Excel shows of 13800138000 in a narrow cell: six digits of eleven.
    if digits <= 6 or number != number.to_integral_value():
        raise BadInput("E108", f"电话“{text}”末几位已被Excel舍掉，须从原件补录。", remedy=FROM_PAPER)
    return str(int(number))


def _check_place(number: str) -> None:
    if number[:2] not in PROVINCES and number[0] != "9":
        raise _wrong(f"开头两位{number[:2]}不是省级行政区划代码")


def _shape(number: str) -> str:
    if len(number) not in (15, 18):
        return f"应为18位（旧证15位），写了{len(number)}位"
    return "应当都是数字，只有第18位可以是X"


def _wrong(reason: str) -> BadInput:
    return BadInput("E106", f"身份证号码有误: {reason}。", remedy="对照证件原件改正；原件确实如此的，加 --accept-id")


def _lost() -> BadInput:
    return BadInput("E106", "身份证号码末几位已被Excel舍掉，须从原件补录。", remedy=FROM_PAPER)
