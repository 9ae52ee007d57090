"""Document numbers 文号: 机关代字, the word of the series, year, place in it: 某公信告〔2026〕12号."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(.*?)[〔\[［（(【](\d{4})[〕\]］）)】](\d{1,9})号?")


def number_of(prefix: str, series: str, year: int, sequence: int) -> str:
    """The number as it is written.

    >>> number_of("某公", "信告", 2026, 12)
    '某公信告〔2026〕12号'
    """
    return f"{prefix}{series}〔{year}〕{sequence}号"


def sequence_of(document: str, prefix: str, series: str, year: int) -> int:
    """The place of a typed number in the series of that year, 0 where it is of another series.

    >>> sequence_of("信告〔2026〕12号", "", "信告", 2026), sequence_of("某府〔2026〕12号", "", "信告", 2026)
    (12, 0)
    """
    found = _NUMBER.fullmatch(document.strip())
    if found is None or not series or found[1] != prefix + series or int(found[2]) != year:
        return 0
    return int(found[3])
