"""A small office of thirty petitions a month for fifteen months, made to have something to find in the last."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from cli.shell import Shell
from store.ledgers import founded

from .observing import months

UNITS = ("城关派出所", "北关派出所", "柳林派出所")
CODES = ("公安政法/社会治安", "公安政法/道路交通", "公安政法/户籍证件")
SITE = "反映锦绣花园三期工地夜间打桩施工，噪声扰民"
LAST_MONTH = "2025-03"
HEADINGS = (
    *("收到日期", "姓名", "联系电话", "住址", "信访渠道", "标题", "内容"),
    *("信访类别", "办理途径", "承办单位", "受理日期", "内容分类"),
)


def plant(folder: Path) -> Shell:
    """In March 2025 thirty petitions more on public order with one station, eight of them about one building site."""
    shell = founded(folder, today="2025-04-03")
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(HEADINGS)
    writer.writerows(_rows())
    (folder / "台账.csv").write_text(table.getvalue(), encoding="utf-8")
    shell.ok("import", "台账.csv")
    shell.ok(
        *("register", "--channel", "phone", "--anonymous", "--title", "举报民警赵六", "--content", SITE),
        *("--category", "accusation", "--received", "2025-03-20"),
    )
    return shell


def _rows() -> Iterator[list[str]]:
    chance = random.Random(11)
    signs = [chr(code) for code in range(0x4E00, 0x5E00)]
    for first, last in [*months(date(2025, 3, 1), 15)][::-1]:
        for at in range(30):
            text = "".join(chance.choices(signs, k=30))
            yield _row(first + timedelta(days=at % last.day), text, chance.choice(UNITS), chance.choice(CODES), chance)
    for at in range(30):
        text = f"{SITE}，{at}号楼的住户无法休息" if at < 8 else "".join(chance.choices(signs, k=30))
        yield _row(date(2025, 3, 2) + timedelta(days=at % 30), text, UNITS[0], CODES[0], chance)
    for _ in range(3):
        yield _row(date(2025, 3, 24), "要求返还张小山被扣押的电动车", UNITS[2], CODES[1], random.Random(1))


def _row(day: date, text: str, unit: str, code: str, chance: random.Random) -> list[str]:
    phone = f"154{chance.randrange(10**8):08}"
    name = chance.choice("张王李赵") + "小山"
    home = f"城关镇{phone[-6:]}号"
    return [f"{day}", name, phone, home, "来访", text[:20], text, "申诉求决", "6", unit, f"{day}", code]
