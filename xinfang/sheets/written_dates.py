"""The forms of a written day other than YYYY-MM-DD, and what is wrong with the ones that are refused."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from ..core.numerals import SIGNS, read_digits, read_number
from .day_values import beijing_day, day_of_number, make_day, refuse

_HOUR = r"(?:上午|下午|早上|晚上|[AP]M\s)?\s*(?:[01]?\d|2[0-4])"
_MINUTE = r"(?::[0-5]?\d(?::[0-5]?\d(?:\.\d+)?)?|[时点](?:[0-5]?\d分?)?(?:[0-5]?\d秒?)?)"
_ZONE = r"(?:\s*(?:Z|[+-]\d\d:?\d\d))?"
_CLOCK = rf"(?:[T\s,]*{_HOUR}{_MINUTE}(?:\s*[AP]M)?{_ZONE})?"
_WEEKDAY = r"(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?"
_TAIL = _WEEKDAY + _CLOCK
_NUMERIC = re.compile(r"(?a)(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?" + _TAIL)
_HAN = rf"(?a)([\d{SIGNS}]{{4}})\s*年\s*([\d{SIGNS}]{{1,3}})\s*月\s*([\d{SIGNS}]{{1,3}})\s*[日号]?"
_CHINESE = re.compile(_HAN + _TAIL)
_COMPACT = re.compile(r"(?a)(\d{4})(\d\d)(\d\d)(?:\s*(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?)?(?:\.0+)?")
_SERIAL = re.compile(r"(?a)\d{5}(?:\.\d+)?")
_ZONED = re.compile(r".*\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")
_DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "。": ".", "．": ".", "Ｏ": "0"})

_FAULTS = (
    (r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{4}.*", "年份不在最前，分不清哪个是月、哪个是日"),
    (rf"\d{{1,3}}\s*(?:[-./]\s*\d{{1,2}}\s*[-./]\s*\d{{1,2}}|年).*|[{SIGNS}]{{2,3}}年.*", "年份没有写全四位"),
    (rf"[\d{SIGNS}]{{1,3}}\s*[-./月]\s*[\d{SIGNS}]{{1,3}}[日号]?", "没有写年份"),
    (rf"[\d{SIGNS}]{{4}}\s*[-./年]\s*[\d{SIGNS}]{{1,3}}月?", "没有写到日"),
    ("", "没有写日期"),
)


def read_written(text: str) -> date:
    """The day in `text`. Raises BadInput E102 with the reason."""
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).strip().lstrip("'").upper()
    if found := _NUMERIC.fullmatch(plain):
        if _ZONED.fullmatch(plain):
            return _from_zone(plain, text)
        return make_day(int(found[1]), int(found[3]), int(found[4]), text)
    if found := _COMPACT.fullmatch(plain):
        return make_day(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _CHINESE.fullmatch(plain):
        return make_day(read_digits(found[1]), read_number(found[2]), read_number(found[3]), text)
    if _SERIAL.fullmatch(plain):
        return day_of_number(float(plain))
    raise refuse(text, next((reason for form, reason in _FAULTS if re.fullmatch(form, plain)), "认不出这种写法"))


def _from_zone(plain: str, text: str) -> date:
    try:
        moment = datetime.fromisoformat(re.sub(r"[./]", "-", plain[:10]) + plain[10:])
    except ValueError:
        raise refuse(text, "时区写法认不出") from None
    return beijing_day(moment)
