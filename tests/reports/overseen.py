"""The office of several years with more oversight in it: the seldom things, done often enough to be counted."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from cli.shell import Shell
from store.ledgers import copied

from .office import OUTSIDE, TODAY, UNITS

ACTS = 450
FOLLOWED = {"supervise", "advise"}
"""Acts that are answered more often than not."""
SITUATIONS = ("s-handle-late", "s-evasive", "s-repeat", "s-not-executed")


def overseen(years: Shell, folder: Path, *, seed: int) -> Shell:
    """A copy of the office to which so many acts of oversight were added; what the law does not allow goes by."""
    shell = copied(years, folder)
    chance = random.Random(seed)
    received = {row["number"]: date.fromisoformat(row["received_on"]) for row in shell.ok("list", "-f", "json").data}
    for _ in range(ACTS):
        number = chance.choice(list(received))
        on = min(TODAY, received[number] + timedelta(days=chance.randrange(500)))
        words = _act(chance, number, on)
        if shell(*words, "--on", on).code == 0 and words[0] in FOLLOWED and chance.random() < 0.7:
            after = min(TODAY, on + timedelta(days=chance.randrange(60)))
            shell(words[0] if words[0] == "supervise" else "adopt", number, *_answer(chance, words[0]), "--on", after)
    return shell


def _act(chance: random.Random, number: str, on: date) -> list[str]:
    soon = str(on + timedelta(days=chance.choice([0, 5, 20, 90])))
    text = ["--text", "已说明"]
    unit = chance.choice([*UNITS, OUTSIDE])
    situation = ["--situation", chance.choice(SITUATIONS), "--unit", unit, "--answer-by", soon]
    cause = chance.choice(["justified", "not-ours", "our-fault", "needs-help", "unfinished"])
    return chance.choice(
        [
            ["supervise", number, *situation, *text],
            ["supervise", number, *situation, *text],
            ["supervise", number, "--answered", *text],
            ["supervise", number, "--close", *text],
            ["supervise", number, "--close", *text, "--despite", "情形已消除"],
            ["advise", number, "--kind", chance.choice(["improve", "policy", "accountability"]), "--to", unit, *text],
            ["adopt", number, "--result", chance.choice(["adopted", "partly", "not"]), *text],
            ["adopt", number, "--part", "1", "--result", chance.choice(["adopted", "partly", "not"]), *text],
            ["inspect", number, "--item", "登记=完整", *_grade(chance)],
            ["diagnose", number, "--cause", cause, "--measure", "逐件落实", "--finish-by", soon],
            ["diagnose", number, "--cause", cause, "--measure", "逐件落实", "--finish-by", soon],
            ["diagnose", number, "--cause", cause, "--measure", "逐件落实", "--finish-by", soon],
            ["sponsor", number, "--leader", chance.choice(["王建国", "陈志强"]), "--post", "副县长"],
            ["sponsor", number, chance.choice(["--visit", "--result"]), "当面听取意见"],
            ["leader-visit", number, "--form", chance.choice(["reception", "appointment", "down-visit"]), "--leader", "王建国"],
            ["assist", number, "--kind", "social", "--text", "已协助申请临时救助"],
            ["care", number, "--kind", chance.choice(["help", "education"]), "--text", "上门"],
            ["resolve", number, "--how", "met", "--text", "已解决"],
            ["reopen", number, "--reason", "新事实"],
            ["close", number, "--despite", "另有安排", "--result", "已办"],
            ["reply", number, "--outcome", "support", "--content", "支付", "--basis", "甲法", "--document", "信复〔2025〕9号", "--perform-by", soon],
            ["retract", number, "--reason", "录错了"],
            ["correct", number, "--respondent-unit", chance.choice(["县住建局", "县人社局", "某镇政府"]), "--reason", "查清"],
        ]
    )  # fmt: skip


def _answer(chance: random.Random, act: str) -> list[str]:
    if act == "supervise":
        return ["--answered", "--text", "已整改"]
    return ["--result", chance.choice(["adopted", "partly", "not"]), "--text", "已研究"]


def _grade(chance: random.Random) -> list[str]:
    grade = ["--grade", chance.choice(["excellent", "passed", "flawed", "failed"])]
    return grade if chance.random() < 0.3 else [*grade, "--score", str(chance.randrange(101))]
