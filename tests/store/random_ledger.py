"""A ledger to which a lot has happened, by chance and in any order."""

from __future__ import annotations

import random
from datetime import date, timedelta

from cli.shell import Shell

from .ledgers import FOUNDED, register

FIRST, TODAY = date(2025, 9, 1), date(2026, 1, 5)
UNITS = ("城关派出所", "刑侦大队", "某县公安局")
PETITIONS, ACTS = 14, 12


def random_ledger(shell: Shell, chance: random.Random) -> None:
    """Petitions to which things happen in any order on any day; what the law does not allow is refused and goes by."""
    shell.ok("unit", "add", "城关派出所")
    shell.ok("unit", "add", "刑侦大队")
    shell.ok("officer", "add", "李明", "--unit", "城关派出所")
    for place in range(1, PETITIONS + 1):
        received = _day(chance, FIRST, TODAY - timedelta(days=10))
        more = chance.choice(
            [
                [],
                ["--source", "forwarded", "--from", "刑侦大队"],
                ["--source", "assigned", "--from", "刑侦大队", "--report-by", str(received + timedelta(days=40))],
                ["--address-unclear"],
                ["--litigation"],
            ]
        )
        # Taken down some days after it came in, and known to the tables from the day it came in.
        late = ["--on", str(min(TODAY, received + timedelta(days=chance.choice([0, 0, 3]))))]
        number = register(shell, f"第{place}件", *more, *late, received=str(received))
        on = received
        for _ in range(ACTS):
            on = min(TODAY, on + timedelta(days=chance.choice([0, 0, 1, 4, 12, 30, 61])))
            shell(*_act(chance, number, received), "--on", on)


def _act(chance: random.Random, number: str, received: date) -> list[str]:
    unit = chance.choice(UNITS)
    return chance.choice(
        [
            ["classify", number, "--category", "appeal", "--route", chance.choice("66665")],
            [
                *("classify", number, "--category", "appeal", "--route", "6"),
                *("--track", chance.choice(["simple", "ordinary"])),
            ],
            ["classify", number, "--category", "suggestion"],
            ["inform", number],
            ["accept", number, "--unit", unit],
            ["accept", number, "--officer", "李明"],
            ["accept", number],
            ["forward", number, "--unit", unit],
            ["receive", number],
            ["receive", number],
            ["object", number, "--reason", "不属本机关职权"],
            ["object", number, "--reason", "不属本单位职权", "--late-reason", "转送单在途中"],
            ["settle-objection", number, chance.choice(["--agree", "--refuse"])],
            ["negotiate", number, "--with", "刑侦大队", "--with", "城关派出所", "--failed"],
            ["designate", number, "--unit", unit, "--decided-by", "某市公安局"],
            ["assign", number, "--unit", unit, "--report-by", str(received + timedelta(days=50))],
            ["extend", number, "--days", chance.choice(["10", "30"]), "--approver", "李局长", "--reason", "复杂"],
            ["reply", number, "--outcome", "explain", "--content", "说明", *FOUNDED],
            ["reply", number, "--outcome", "explain", "--content", "说明"],
            ["serve", number],
            ["close", number, "--result", "已办"],
            ["close", number, "--despite", "另有安排", "--result", "已办"],
            ["reopen", number, "--reason", "新事实"],
            ["redirect", number, "--to", "县人社局"],
            ["retract", number, "--reason", "录错了"],
            ["correct", number, "--received", str(received - timedelta(days=2)), "--reason", "收到日有误"],
        ]
    )


def _day(chance: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=chance.randrange((last - first).days + 1))
