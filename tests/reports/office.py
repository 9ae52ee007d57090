"""An office of several years, made of command lines: most goes as it should, some late, some to and fro, some again.

Chance is seeded, so the office is the same every time. What the law does not allow is refused and goes by.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from cli.shell import Shell
from store.ledgers import founded

FIRST, TODAY = date(2023, 1, 3), date(2025, 12, 31)
OUTSIDE = "县人社局"
UNITS = ("城关派出所", "刑侦大队", "交警大队")
OFFICERS = {"李明": "城关派出所", "王芳": "刑侦大队", "赵强": "交警大队"}
REGIONS = ("城关镇", "东关乡", "")
CONTENTS = ("城乡建设", "城乡建设/规划管理", "")
BRANCHES = ("治安", "交管", "")
CHANNELS = ("visit", "visit", "letter", "web", "phone", "hotline", "joint-reception")
SITUATIONS = ("s-handle-late", "s-notify-late", "s-evasive")
STEPS = 9
FOUNDED = ("--basis", "甲法第一条", "--document", "信复〔2025〕3号")


def office(folder: Path, *, seed: int, petitions: int, kind: str = "police") -> Shell:
    """The office with so many petitions received evenly over the three years."""
    shell = founded(folder, today=str(TODAY), kind=kind)
    _staff(shell)
    chance = random.Random(seed)
    days = (TODAY - FIRST).days - 5
    for place in range(petitions):
        received = FIRST + timedelta(days=place * days // petitions)
        _one_petition(shell, chance, received)
    return shell


def _staff(shell: Shell) -> None:
    for unit in UNITS:
        shell.ok("unit", "add", unit)
    shell.ok("unit", "add", OUTSIDE, "--outside")
    for officer, unit in OFFICERS.items():
        shell.ok("officer", "add", officer, "--unit", unit)


def _one_petition(shell: Shell, chance: random.Random, received: date) -> None:
    on = _later(received, chance.choice([0, 0, 0, 2]))
    by = chance.choice([(), ("--by", chance.choice(list(OFFICERS)))])
    ran = shell("register", *_paper(shell, chance, received), "--received", received, "--on", on, *by, "-f", "json")
    if ran.code:
        return
    number = ran.data["number"]
    for words in _course(chance, number, received):
        on = _later(on, chance.choice([0, 0, 1, 3, 9, 15, 31, 62]))
        shell(*words, "--on", on)


def _paper(shell: Shell, chance: random.Random, received: date) -> list[str]:
    people = chance.choice([1, 1, 1, 1, 2, 6, 14, 30])
    words = [
        *("--name", chance.choice("张王李赵") + chance.choice("伟芳敏")),
        *("--address", f"某县幸福路{chance.randrange(40)}号", "--channel", chance.choice(CHANNELS)),
        *("--title", chance.choice(["反映欠薪", "反映噪音", "反映落户"]), "--content", "请求依法处理"),
        *("--headcount", str(people), "--region", chance.choice(REGIONS)),
    ]
    extra = [
        [],
        [],
        [],
        ["--joint-letter"],
        ["--level-skipping"],
        ["--address-unclear"],
        ["--litigation"],
        ["--source", "forwarded", "--from", OUTSIDE],
        ["--source", "assigned", "--from", OUTSIDE, "--report-by", str(received + timedelta(days=40))],
    ]
    known = len(shell.ok("list", "--limit", "1", "-f", "json").data)
    repeats = ["--repeat-of", _earlier(shell, chance)] if known and chance.random() < 0.25 else []
    return [*words, *chance.choice(extra), *repeats]


def _earlier(shell: Shell, chance: random.Random) -> str:
    numbers = [row["number"] for row in shell.ok("list", "--limit", "30", "-f", "json").data]
    return str(chance.choice(numbers))


def _course(chance: random.Random, number: str, received: date) -> Iterator[list[str]]:
    """Command lines: the usual course with something unusual thrown in at every step."""
    unit = chance.choice(UNITS)
    content = chance.choice(CONTENTS)
    category = ["--category", "appeal", "--route", chance.choice("666665")]
    yield [
        "classify",
        number,
        *category,
        *(["--code", content] if content else []),
        "--branch",
        chance.choice(BRANCHES),
    ]
    usual: list[list[str]] = [
        ["inform", number],
        ["forward", number, "--unit", unit],
        ["receive", number],
        ["accept", number, "--unit", unit],
        ["reply", number, "--outcome", chance.choice(["support", "explain", "refuse"]), "--content", "说明", *FOUNDED],
        ["serve", number],
        ["close", number, "--despite", "另有安排", "--result", "已办"],
    ]
    for words in usual[: chance.randrange(1, len(usual) + 1)]:
        yield words
        if chance.random() < 0.35:
            yield _unusual(chance, number, received)
    for _ in range(chance.randrange(3)):
        yield _unusual(chance, number, received)


def _unusual(chance: random.Random, number: str, received: date) -> list[str]:
    unit = chance.choice([*UNITS, OUTSIDE])
    return chance.choice(
        [
            ["classify", number, "--category", "suggestion"],
            ["assign", number, "--unit", unit, "--report-by", str(received + timedelta(days=50))],
            ["forward", number, "--unit", unit],
            ["receive", number],
            ["object", number, "--reason", "不属本单位职权", "--late-reason", "转送单在途中"],
            ["settle-objection", number, chance.choice(["--agree", "--refuse"])],
            ["extend", number, "--days", "30", "--approver", "李局长", "--reason", "案情复杂"],
            [
                "rate",
                number,
                "--of",
                chance.choice(["office", "unit"]),
                "--rating",
                chance.choice(["satisfied", "basic", "dissatisfied"]),
            ],
            ["resolve", number, "--how", "met", "--text", "已解决"],
            ["carry-out", number, "--unit", chance.choice(UNITS), "--text", "已付清"],
            [
                "supervise",
                number,
                "--situation",
                chance.choice(SITUATIONS),
                "--text",
                "说明",
                "--answer-by",
                str(received + timedelta(days=200)),
            ],
            ["supervise", number, "--answered", "--text", "已答复"],
            ["advise", number, "--kind", chance.choice(["improve", "policy"]), "--to", OUTSIDE, "--text", "公开流程"],
            ["adopt", number, "--result", "adopted", "--text", "已采纳"],
            ["sponsor", number, "--leader", "王建国", "--post", "副县长"],
            ["inspect", number, "--item", "登记=完整", "--score", "95", "--grade", "excellent"],
            ["ask-review", number, "--reason", "认定事实有误"],
            ["review", number, "--outcome", chance.choice(["uphold", "redo"]), "--document", "信复查〔2025〕3号"],
            ["reopen", number, "--reason", "新事实"],
            _ending(chance, number, received),
            ["retract", number, "--reason", "录错了"],
            ["correct", number, "--received", str(received - timedelta(days=2)), "--reason", "收到日有误"],
        ]
    )


def _ending(chance: random.Random, number: str, received: date) -> list[str]:
    """Seldom, for nothing happens after it."""
    return chance.choice(
        [
            ["redirect", number, "--to", OUTSIDE],
            ["withdraw", number, "--document", "撤回申请书", "--dated", str(received), "--by-petitioner"],
            ["note", number, "电话联系"],
            ["note", number, "补充材料"],
        ]
    )


def _later(day: date, days: int) -> date:
    return min(TODAY, day + timedelta(days=days))
