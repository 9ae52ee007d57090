"""Made-up petitions: Chinese texts of a wide vocabulary, so that an index meets what a real ledger would show it."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

FIRST, LAST = date(2016, 1, 1), date(2025, 12, 31)
"""Ten years of days received."""
TODAY = "2026-01-05"
"""What XINFANG_TODAY is for every program measured."""
MONTH, LAST_DAY = "2025-06", "2025-06-30"
HEADINGS = [
    "编号",
    "收到日期",
    "姓名",
    "联系电话",
    "住址",
    "信访渠道",
    "标题",
    "内容",
    "信访类别",
    "办理途径",
    "承办单位",
    "受理日期",
    "答复日期",
    "答复意见",
    "送达日期",
    "办结日期",
]
COMMON_WORD, RARE_WORD = "补偿", "煤改"
"""In one text of eight, and in one of two thousand; both are planted, their characters stand elsewhere as well."""
LENGTH = 150
WORDS = 30_000
NEVER_ANSWERED, ANSWERED_LATE = 0.06, 0.10
CHANNELS = ["来信", "来访", "网上", "电话", "12345转办"]
UNITS = [
    f"{name}派出所"
    for name in ["城关", "东关", "西关", "北街", "南街", "河东", "河西", "开发区", "高新区", "柳林", "桃园", "李庄"]
]
OPINION = "经调查核实，反映的情况属实，已责成有关单位整改，请予理解和支持。"


class Words:
    """Two-character words of the 3,755 characters of GB 2312's first level, by a law of few often and many seldom."""

    def __init__(self, random_numbers: random.Random) -> None:
        level_one = [bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
        characters = [sign.decode("gb2312") for sign in level_one if sign < b"\xd7\xfa"]
        random_numbers.shuffle(characters)
        weights = list(accumulate(1 / (rank + 40) for rank in range(len(characters))))
        pairs = random_numbers.choices(characters, cum_weights=weights, k=WORDS * 2)
        self._words = ["".join(pair) for pair in zip(pairs[::2], pairs[1::2], strict=True)]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(WORDS)))
        self._random = random_numbers

    def text(self, length: int) -> str:
        """So many characters, a comma after every seventh word or so."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=length // 2)
        return "".join(word + "，" if place % 7 == 6 else word for place, word in enumerate(words))[:length]


def rows(petitions: int) -> Iterator[list[str]]:
    """So many petitions spread evenly over the ten years; always the same ones for the same number."""
    chance = random.Random(petitions)
    words = Words(chance)
    days = (LAST - FIRST).days + 1
    for place in range(petitions):
        received = FIRST + timedelta(days=place * days // petitions)
        body = words.text(LENGTH)
        if chance.random() < 1 / 8:
            body = body[:70] + COMMON_WORD + body[72:]
        if chance.random() < 1 / 2000:
            body = body[:20] + RARE_WORD + body[22:]
        name = chance.choice("张王李赵陈刘杨黄周吴") + chance.choice("伟芳娜敏静丽强磊军洋")
        told = [
            f"K{place:07}",
            received.isoformat(),
            name,
            f"138{chance.randrange(10**8):08}",
            f"某县城关镇{chance.randrange(2000)}号",
            chance.choice(CHANNELS),
            body[:18],
            body,
        ]
        yield [*told, "申诉求决", "6", chance.choice(UNITS), *_handling(chance, received)]


def _handling(chance: random.Random, received: date) -> list[str]:
    """Accepted, replied, opinion, served, closed: what had happened by the last day, and '' for what had not."""
    accepted = received + timedelta(days=chance.randrange(10))
    lot = chance.random()
    after = chance.randrange(70, 200) if lot < NEVER_ANSWERED + ANSWERED_LATE else chance.randrange(5, 58)
    replied = accepted + timedelta(days=after)
    served = replied + timedelta(days=3)
    closed = served + timedelta(days=7)
    if lot < NEVER_ANSWERED:
        return [_by_the_end(accepted), "", "", "", ""]
    opinion = OPINION if replied <= LAST else ""
    return [_by_the_end(accepted), _by_the_end(replied), opinion, _by_the_end(served), _by_the_end(closed)]


def _by_the_end(day: date) -> str:
    return day.isoformat() if day <= LAST else ""


def belongs_to(month: str, row: list[str]) -> bool:
    """Whether something that the month's report counts happened to the petition: received, accepted, replied, closed
    in that month, or its reply was due (on the 60th day, here without regard to days off)."""
    received, accepted, replied, closed = row[1], row[11], row[12], row[15]
    due = (date.fromisoformat(accepted) + timedelta(days=60)).isoformat() if accepted else ""
    return any(day.startswith(month) for day in (received, accepted, replied, closed, due))


def write_csv(path: Path, petitions: int, *, month: str = "") -> Path:
    """The petitions as a CSV file, or only those that belong to that month `YYYY-MM`. Made once."""
    if not path.exists():
        unfinished = path.with_suffix(".new")
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(row for row in rows(petitions) if belongs_to(month, row))
        unfinished.replace(path)
    return path
