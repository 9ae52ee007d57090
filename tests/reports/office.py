"""An office of several years in which everything happens that a report tells apart: petitions live side by side.

Chance is seeded, so the office is the same every time. What the law does not allow is refused and goes by. Every day is
lived in its turn: most is written down on its day, some later.
"""

from __future__ import annotations

import random
import re
import shlex
from collections.abc import Generator
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from pathlib import Path

from cli.shell import Ran, Shell
from store.ledgers import founded

from xinfang.core.office import PROFILE, Setting
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law, own_rules

from .course import AGAIN, BUREAU, OUTSIDE, SUPERIOR, UNITS, Course

FIRST, TODAY = date(2023, 1, 3), date(2025, 12, 31)
OFFICERS = {"李明": "城关派出所", "王芳": "刑侦大队", "赵强": "交警大队"}
REGIONAL = Setting(date(2024, 3, 1), PROFILE, "shandong")
"""Of what comes in since, the handling counts as ended when nobody asks for a review."""
LAW = Law(Calendar(), own_rules((REGIONAL,)))
"""The law as the office has set it."""
PRINTED_ON = date(2024, 11, 20)
"""When the office has every report printed, into its folder."""
PRINTED = {
    **dict.fromkeys(("monthly", "repeat", "observation", "backlog"), ("--month", "2024-10")),
    **dict.fromkeys(("first-receiver", "supervision"), ("--quarter", "2024-3")),
    "annual": ("--year", "2024"),
}
AFTER = re.compile(r"\+(\d+)")
"""A day of a command line: so many days after the act."""


def office(folder: Path, *, seed: int, petitions: int, kind: str) -> Shell:
    """The office with so many petitions received evenly over the three years."""
    shell = founded(folder, today=str(FIRST), kind=kind)
    _staff(shell)
    chance = random.Random(seed)
    days = (TODAY - FIRST).days - 5
    known: list[str] = []
    waiting = [
        (life.written, place, life)
        for place in range(petitions)
        for life in [_Life(chance, known, FIRST + timedelta(days=place * days // petitions))]
    ]
    heapify(waiting)
    while waiting:
        written, place, life = heappop(waiting)
        if written > TODAY:
            break
        before, shell.today = shell.today, str(written)
        if before < str(REGIONAL.since) <= shell.today:
            shell.ok("setting", "set", REGIONAL.name, REGIONAL.value, "--on", REGIONAL.since)
        if before < str(PRINTED_ON) <= shell.today:
            _printed(shell)
        if life.goes_on(shell):
            heappush(waiting, (life.written, place, life))
    shell.today = str(TODAY)
    return shell


def _printed(shell: Shell) -> None:
    for kind, period in PRINTED.items():
        shell.ok("report", kind, *period, "--as-of", PRINTED_ON, "-o", f"{kind}.md")


def _staff(shell: Shell) -> None:
    for unit in UNITS:
        shell.ok("unit", "add", unit)
    for unit in (OUTSIDE, BUREAU):
        shell.ok("unit", "add", unit, "--outside")
    for officer, unit in OFFICERS.items():
        shell.ok("officer", "add", officer, "--unit", unit)
    shell.ok("setting", "set", "superior", SUPERIOR)


class _Life:
    """A petition and what is to be done next: `on` which day, `written` down when."""

    def __init__(self, chance: random.Random, known: list[str], received: date) -> None:
        self._chance = chance
        self._steps = _steps(chance, known, received)
        self.on = self.written = received
        _, self._words = next(self._steps)

    def goes_on(self, shell: Shell) -> bool:
        """Do it; whether there is more to come."""
        words = [str(self.on + timedelta(days=int(m[1]))) if (m := AFTER.fullmatch(w)) else w for w in self._words]
        ran = shell(*words, *(() if "--on" in words else ("--on", self.on)))
        try:
            gap, self._words = self._steps.send(ran)
        except StopIteration:
            return False
        self.on += timedelta(days=gap)
        late = self._chance.choice([0, 0, 0, 0, 0, 0, 1, 4, 25])
        self.written = max(self.written, self.on + timedelta(days=late))
        return True


def _steps(chance: random.Random, known: list[str], received: date) -> Generator[tuple[int, list[str]], Ran, None]:
    earlier = chance.choice(known[-12:]) if known and chance.random() < 0.2 else ""
    ran = yield 0, [*_paper(chance, earlier), "--received", str(received)]
    number = ran.data["number"]
    course = Course(chance, received, known[-12:])
    known.append(number)
    for gap, line in course.steps():
        verb, *words = shlex.split(line)
        yield gap, _paper(chance, number) if line == AGAIN else [verb, number, *words]


def _paper(chance: random.Random, earlier: str) -> list[str]:
    """What is taken down of a petition; earlier: which it repeats."""
    title = chance.choice(["反映欠薪", "反映噪音", "反映落户"])
    channel = chance.choice(["visit", "visit", "visit", "joint-reception", "down-visit", "letter", "web", "hotline"])
    headcount = chance.choice(["1", "1", "1", "2", "4", "5", "8", "15", "30", "70", "120"])
    person = (
        *("--name", chance.choice("张王李赵") + chance.choice("伟芳敏")),
        *("--address", f"幸福路{chance.randrange(40)}号"),
    )
    unit = chance.choice(["县住建局", "某镇政府", "县自然资源局"])
    extra: list[tuple[str, ...]] = [
        (),
        (),
        ("--respondent", "赵某", "--respondent-unit", unit),
        ("--respondent", "赵某", "--respondent-unit", unit),
        ("--joint-letter",),
        ("--level-skipping",),
        ("--address-unclear",),
        ("--litigation",),
        ("--urgent",),
        ("--source", "forwarded", "--from", BUREAU),
        ("--source", "forwarded", "--from", BUREAU),
        ("--source", "assigned", "--from", BUREAU, "--report-by", "+40"),
    ]
    return [
        *("register", "-f", "json", "--channel", channel, "--title", title, "--content", "请求依法处理"),
        *("--headcount", headcount, "--region", chance.choice(["城关镇", "东关乡", ""])),
        *chance.choice([person, person, person, person, person, ("--anonymous",)]),
        *chance.choice(extra),
        *chance.choice([(), *[("--by", officer) for officer in OFFICERS]]),
        *(("--repeat-of", earlier) if earlier else ()),
    ]
