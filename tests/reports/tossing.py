"""An office in which petitions go to and fro: sent on, signed for, objected to, given back, decided by the superior."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from cli.shell import Shell
from store.ledgers import FOUNDED, founded, register

FIRST, TODAY = date(2025, 7, 1), date(2025, 12, 31)
UNITS = ("信访室", "城关派出所", "刑侦大队")
OFFICERS = {"李明": "信访室", "王芳": "城关派出所"}
PETITIONS, ACTS = 24, 11
TOSSINGS = range(4)
"""The seeds of the offices that reports are tried on."""


def tossing(folder: Path, seed: int) -> Shell:
    """Half a year of it. What the law does not allow is refused and goes by."""
    shell = founded(folder, today=str(TODAY))
    for unit in UNITS:
        shell.ok("unit", "add", unit)
    for officer, unit in OFFICERS.items():
        shell.ok("officer", "add", officer, "--unit", unit)
    chance = random.Random(seed)
    numbers: dict[str, date] = {}
    for place in range(PETITIONS):
        received = FIRST + timedelta(days=chance.randrange(150))
        more = chance.choice([[], [], ["--source", "forwarded", "--from", "刑侦大队"]])
        earlier = [number for number, day in numbers.items() if day <= received]
        repeats = ["--repeat-of", chance.choice(earlier)] if earlier and chance.random() < 0.6 else []
        by = chance.choice([[], *(["--by", officer] for officer in OFFICERS)])
        number = register(shell, f"第{place + 1}件", *more, *repeats, *by, received=str(received))
        numbers[number] = received
        _toss(shell, chance, number, received)
    shell("retract", chance.choice(list(numbers)), "--act", "register", "--reason", "重登")
    return shell


def _toss(shell: Shell, chance: random.Random, number: str, received: date) -> None:
    shell("classify", number, "--category", "appeal", "--route", "6", "--on", received)
    on = received
    for _ in range(ACTS):
        on = min(TODAY, on + timedelta(days=chance.choice([0, 0, 1, 1, 2, 4, 20])))
        shell(*_act(chance, number), "--on", on)


def _act(chance: random.Random, number: str) -> list[str]:
    unit = chance.choice(UNITS)
    return chance.choice(
        [
            *[["forward", number, "--unit", unit]] * 3,
            ["assign", number, "--unit", unit],
            *[["receive", number]] * 2,
            *[["object", number, "--reason", "不属本单位职权", "--late-reason", "转送单在途中"]] * 3,
            *[["settle-objection", number, chance.choice(["--agree", "--agree", "--refuse"])]] * 3,
            ["negotiate", number, "--with", "刑侦大队", "--with", "城关派出所", "--failed"],
            ["designate", number, "--unit", unit, "--decided-by", "某市公安局"],
            ["inform", number],
            ["accept", number, *chance.choice([[], ["--unit", unit]])],
            ["reply", number, "--outcome", chance.choice(["support", "refuse"]), "--content", "说明", *FOUNDED],
            ["serve", number],
            ["close", number, "--despite", "另有安排", "--result", "已办"],
            ["reopen", number, "--reason", "新事实"],
            ["rate", number, "--of", chance.choice(["office", "unit"]), "--rating", "basic"],
            ["resolve", number, "--how", "met", "--text", "已解决"],
        ]
    )
