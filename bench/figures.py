"""The figures: each function measures one of the project's targets and yields lines of the table."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import trials
from ledgers import csv_of, ledger_of, making_of, month_of, new_ledger
from running import HERE, OUT, Ran, Ratio, by_turns, run, xinfang
from texts import COMMON_WORD, LAST_DAY, MONTH, RARE_WORD, TODAY

SMALL = 1000
REPORTS = ("monthly", "first-receiver", "repeat", "observation", "backlog", "supervision", "annual")
PEAK_MB = 200


class Line(NamedTuple):
    """One figure: what, measured, compared with, and whether the target is met (None: there is none)."""

    what: str
    measured: str
    base: str
    ratio: str
    target: str
    met: bool | None = None


class Sizes(NamedTuple):
    """How much to measure with."""

    petitions: int
    rows: int
    runs: int
    clerks: int
    each: int
    kills: int
    killed_rows: int


def start(sizes: Sizes) -> Iterator[Line]:
    """Each command against a bare typer program on the same file."""
    file = ledger_of(SMALL)
    bare = _bare(file)
    for name, measured in _commands(file, sizes.runs).items():
        yield _line(f"start: {name} / bare typer", by_turns(measured, bare, sizes.runs), 1.3)


def size(sizes: Sizes) -> Iterator[Line]:
    """Each command on the big ledger against the same on the small one."""
    small = _commands(ledger_of(SMALL), sizes.runs)
    for name, measured in _commands(ledger_of(sizes.petitions), sizes.runs).items():
        what = f"size: {name}, {sizes.petitions:,} / {SMALL:,}"
        yield _line(what, by_turns(measured, small[name], sizes.runs), 1.3)


def month(sizes: Sizes) -> Iterator[Line]:
    """The month's report over ten years against the month alone."""
    many, alone = ledger_of(sizes.petitions), month_of(sizes.petitions)
    arguments = ("report", "--month", MONTH, "-f", "json")
    ratio = by_turns(lambda: xinfang(many, *arguments), lambda: xinfang(alone, *arguments), sizes.runs)
    yield _line(f"report --month {MONTH}, {sizes.petitions:,} / the month alone", ratio, 2)


def reports(sizes: Sizes) -> Iterator[Line]:
    """Every report of one month over ten years against the month alone; the year's against one scan of its facts."""
    many, alone = ledger_of(sizes.petitions), month_of(sizes.petitions)
    of_month = ("--month", MONTH, "-f", "json")
    asked: dict[str, tuple[str, ...]] = {
        f"report {kind}": ("report", kind, *of_month) for kind in REPORTS if kind != "annual"
    }
    asked["forecast"] = ("forecast", "--as-of", LAST_DAY, "-f", "json")
    peaks: dict[str, float] = {}

    def measured(name: str, line: tuple[str, ...], base: Callable[[], Ran], target: float, beside: str) -> Line:
        ratio = by_turns(partial(_peaking, peaks, name, partial(xinfang, many, *line)), base, 5)
        return _line(f"{name}, {sizes.petitions:,} / {beside}", ratio, target)

    for name, line in asked.items():
        yield measured(name, line, partial(xinfang, alone, *line), 3, "the month alone")
    scan = partial(run, (sys.executable, str(HERE / "scan.py"), str(many), MONTH[:4]))
    year = ("report", "annual", "--year", MONTH[:4], "-f", "json")
    yield measured("report annual", year, scan, 5, "one scan of the year's facts")
    for name, peak in peaks.items():
        yield _peak(f"{name} at {sizes.petitions:,}", peak, most=300)


def _peaking(peaks: dict[str, float], name: str, measured: Callable[[], Ran]) -> Ran:
    ran = measured()
    peaks[name] = max(peaks.get(name, 0), ran.peak_mb)
    return ran


def search(sizes: Sizes) -> Iterator[Line]:
    """A two-character word, its first 50 hits, against show."""
    file = ledger_of(sizes.petitions)
    for word in (COMMON_WORD, RARE_WORD):
        ratio = by_turns(
            partial(xinfang, file, "search", word, "--limit", "50", "-f", "json"),
            _show(file),
            sizes.runs,
        )
        yield _line(f"search {word}, {sizes.petitions:,} / show", ratio, 3)


def matching(sizes: Sizes) -> Iterator[Line]:
    """What it costs to find the person's earlier petitions about the matter, and those of anybody.

    The made-up people have a hundred names between them, so each name is that of a hundredth of all petitions.
    """
    file = ledger_of(sizes.petitions)
    number = _some_number(file)
    told = json.loads(xinfang(file, "export", "--reveal", "--limit", "1", "-f", "json").out)[0]
    person = ("--channel", "visit", "--name", told["name"], "--address", told["address"], "--phone", told["phone"])
    line = ("register", *person, "--title", told["title"], "--content", told["content"])
    for how in ((), ("--repeat-of", "auto")):
        ratio = by_turns(
            partial(xinfang, file, *line, *how), partial(xinfang, file, *line, "--repeat-of", "none"), sizes.runs
        )
        work = ratio.median - ratio.base_median
        what = f"{' '.join(('register', *how))} - --repeat-of none, {sizes.petitions:,}"
        yield Line(
            what, f"{ratio.median:.0f} ms", f"{ratio.base_median:.0f} ms", f"{work:.0f} ms", "< 100 ms", work < 100
        )
    for name, arguments in {"NUMBER": (number,), "--text": ("--text", told["content"])}.items():
        peaks = [xinfang(file, "similar", *arguments, "-f", "json") for _ in range(sizes.runs)]
        seconds = statistics.median(ran.seconds for ran in peaks)
        what = f"similar {name}, {sizes.petitions:,}"
        yield Line(what, f"{seconds * 1000:.0f} ms", "", "", "< 1000 ms", seconds < 1)
        yield _peak(what, max(ran.peak_mb for ran in peaks))


def importing(sizes: Sizes) -> Iterator[Line]:
    """A CSV file into a new ledger, against sqlite-utils inserting it into a new file."""
    table = csv_of(sizes.rows)
    peaks = []

    def ours() -> Ran:
        ran = xinfang(new_ledger(OUT / "import.db"), "import", str(table))
        peaks.append(ran.peak_mb)
        return ran

    def theirs() -> Ran:
        (OUT / "insert.db").unlink(missing_ok=True)
        return run((sys.executable, "-m", "sqlite_utils", "insert", str(OUT / "insert.db"), "t", str(table), "--csv"))

    yield _line(f"import {sizes.rows:,} rows / sqlite-utils insert", by_turns(ours, theirs, 3), 3)
    yield _peak(f"import {sizes.rows:,} rows", max(peaks))


def memory(sizes: Sizes) -> Iterator[Line]:
    """Peak memory at full size."""
    file = ledger_of(sizes.petitions)
    made = making_of(sizes.petitions)
    yield _peak(f"import {sizes.petitions:,} rows ({made['seconds']:.0f} s)", made["peak_mb"])
    for name, arguments in {
        "list --limit 50": ("list", "--limit", "50"),
        "list": ("list", "-f", "csv", "-o", str(OUT / "list.csv")),
        "list, a workbook": ("list", "-o", str(OUT / "list.xlsx")),
        "overdue": ("overdue", "-f", "csv", "-o", str(OUT / "overdue.csv")),
        "search, all hits": ("search", COMMON_WORD, "-f", "csv", "-o", str(OUT / "hits.csv")),
        f"report --month {MONTH}": ("report", "--month", MONTH),
        "report annual --detail": (
            *("report", "annual", "--year", MONTH[:4], "--detail"),
            *("-f", "json", "-o", str(OUT / "annual.json")),
        ),
        "board": ("board", "-o", str(OUT / "board.html")),
        "export": ("export", "-o", str(OUT / "export.csv")),
        "import again": ("import", str(csv_of(sizes.petitions))),
        "verify": ("verify",),
        "rebuild": ("rebuild",),
    }.items():
        ran = xinfang(file, *arguments)
        yield _peak(f"{name} at {sizes.petitions:,} ({ran.seconds:.1f} s)", ran.peak_mb)


def crowd(sizes: Sizes) -> Iterator[Line]:
    """Many clerks at once."""
    count, seconds = trials.crowd(sizes.clerks, sizes.each)
    what = f"{sizes.clerks} programs registering {sizes.each} each: no gap, none lost, verify clean"
    yield Line(what, f"{count} in {seconds:.0f} s", "", f"{count / seconds:.1f}/s", "all", True)


def kills(sizes: Sizes) -> Iterator[Line]:
    """The plug pulled."""
    acknowledged, hits = trials.killed(sizes.kills, sizes.killed_rows)
    what = f"kill -9, {sizes.kills} times, {hits} of them while running"
    yield Line(what, f"{acknowledged} acknowledged", "", "0 lost", "all there", True)


FIGURES: dict[str, Callable[[Sizes], Iterator[Line]]] = {
    "crowd": crowd,
    "kills": kills,
    "importing": importing,
    "size": size,
    "month": month,
    "reports": reports,
    "search": search,
    "matching": matching,
    "memory": memory,
    "start": start,
}


def _line(what: str, ratio: Ratio, target: float) -> Line:
    return Line(
        what,
        f"{ratio.median:.0f} ({ratio.least:.0f}) ms",
        f"{ratio.base_median:.0f} ({ratio.base_least:.0f}) ms",
        f"{ratio.value:.2f} ({ratio.value_of_least:.2f})",
        f"≤ {target}",
        ratio.value <= target,
    )


def _peak(what: str, peak_mb: float, most: int = PEAK_MB) -> Line:
    return Line(f"memory: {what}", f"{peak_mb:.0f} MB", "", "", f"< {most} MB", peak_mb < most)


def _bare(file: Path) -> Callable[[], Ran]:
    petition = _some_number(file).replace("-", "0", 1)
    return lambda: run((sys.executable, str(HERE / "bare.py"), str(file), petition))


def _show(file: Path) -> Callable[[], Ran]:
    number = _some_number(file)
    return lambda: xinfang(file, "show", number)


def _some_number(file: Path) -> str:
    listed = json.loads(xinfang(file, "list", "--from", f"{MONTH}-01", "--limit", "1", "--to", TODAY, "-f", "json").out)
    return str(listed[0]["number"])


def _commands(file: Path, runs: int) -> dict[str, Callable[[], Ran]]:
    """What a clerk types all day; accept and reply get petitions of their own, registered beforehand.

    Who registers has nothing there yet: what it costs to compare with earlier petitions `matching` measures.
    """
    ready = iter([_registered(file) for _ in range(runs + 1)])
    new = count(time.time_ns())  # the ledger is kept: nobody of an earlier run is new
    return {
        "show": _show(file),
        "overdue --limit 50": lambda: xinfang(file, "overdue", "--limit", "50"),
        "today --limit 50": lambda: xinfang(file, "today", "--limit", "50"),
        "list --limit 50": lambda: xinfang(file, "list", "--limit", "50"),
        "register": lambda: xinfang(file, "register", *_of_somebody_new(next(new)), "--title", "测量"),
        "accept": lambda: xinfang(file, "accept", next(ready)),
        "reply": _replying(file, runs),
    }


def _of_somebody_new(turn: int) -> tuple[str, ...]:
    name, address = f"测{chr(0x4E00 + 97 * turn % 20_000)}", f"新{turn}村"
    return ("--channel", "visit", "--name", name, "--address", address, "--content", "请求协调支付工资")


def _registered(file: Path) -> str:
    ran = xinfang(file, "register", *trials.PETITION, "--title", "测量", "-f", "json")
    return str(json.loads(ran.out)["number"])


def _replying(file: Path, runs: int) -> Callable[[], Ran]:
    numbers = []
    for _ in range(runs + 1):
        number = _registered(file)
        xinfang(file, "classify", number, "--category", "appeal", "--route", "6")
        xinfang(file, "accept", number)
        numbers.append(number)
    ready = iter(numbers)
    return lambda: xinfang(file, "reply", next(ready), "--outcome", "support", "--content", "已责令支付")
