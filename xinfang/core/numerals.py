"""Chinese numerals, as dates, routes, items and head counts are written: 二〇二五, 十二, 廿一, 一百二十."""

from __future__ import annotations

DIGITS = {**{str(n): n for n in range(10)}, "〇": 0, "○": 0, "零": 0, "两": 2}
DIGITS |= {sign: n for n, sign in enumerate("一二三四五六七八九", start=1)}
_ONES = "零一二三四五六七八九"
SIGNS = "〇○零一二两三四五六七八九十廿卅"


def numeral(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; for 1 to 99, as items are numbered.

    >>> [numeral(n) for n in (1, 10, 12, 20, 35)]
    ['一', '十', '十二', '二十', '三十五']
    """
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return (_ONES[tens] if tens > 1 else "") + "十" * (tens > 0) + (_ONES[ones] if ones else "")


def read_digits(text: str) -> int | None:
    """二〇二五 or 2025 → 2025, sign by sign; None if something else stands there.

    >>> read_digits("二〇二五")
    2025
    """
    number = 0
    for sign in text:
        if sign not in DIGITS:
            return None
        number = number * 10 + DIGITS[sign]
    return number if text else None


def read_number(text: str) -> int | None:
    """A number up to 99: 3, 三, 十二, 二十, 三十一, 廿一; None if it is not one.

    >>> read_number("三十一")
    31
    """
    plain = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = plain.partition("十")
    if not ten:
        return read_digits(plain)
    if len(tens) > 1 or len(ones) > 1:
        return None
    high = read_digits(tens) if tens else 1
    low = read_digits(ones) if ones else 0
    return None if high is None or low is None else high * 10 + low


def read_count(text: str) -> int | None:
    """How many people, beyond 99 too: 120, 一百二十, 三百零五, 两千; None if it is none, or may be two (一百二).

    >>> read_count("一百二十"), read_count("一千零五十"), read_count("一百二")
    (120, 1050, None)
    """
    number, rest = 0, text
    for sign, unit in (("千", 1000), ("百", 100)):
        before, found, after = rest.partition(sign)
        if found:
            digit = read_digits(before) if len(before) == 1 else None
            if not digit:
                return None
            number, rest = number + digit * unit, after
    if not number:
        return read_number(text)
    if not rest:
        return number
    tail = read_number(rest[1:] if rest[0] in "零〇" else rest) if rest[0] in "零〇" or "十" in rest else None
    return number + tail if tail and tail < 100 else None
