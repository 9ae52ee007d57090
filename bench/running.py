"""Running programs and taking their time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from texts import TODAY

HERE = Path(__file__).parent
OUT = HERE / "out"
XINFANG = (sys.executable, "-m", "xinfang")
Command = Sequence[str]


class Ran(NamedTuple):
    """What one run of a program took, and what it said."""

    seconds: float
    peak_mb: float
    out: str


def environment(file: Path | None = None) -> dict[str, str]:
    """The environment of every program measured: a fixed day, compiled modules allowed, nothing of ours left over."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XINFANG_", "PYTHON"))}
    kept |= {"XINFANG_TODAY": TODAY, "PYTHONUTF8": "1"}
    return kept if file is None else {**kept, "XINFANG_DB": str(file)}


def run(command: Command, file: Path | None = None, *, allowed: tuple[int, ...] = (0,)) -> Ran:
    """Run a program to its end. Raises RuntimeError when its exit code is none of those allowed."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=HERE.parent,
        env=environment(file),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as program:
        assert program.stdout is not None
        out = program.stdout.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(program.pid, 0)
        seconds = time.perf_counter() - begun
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode not in allowed:
        raise RuntimeError(f"exit code {program.returncode}: {' '.join(command)}\n{out[-2000:]}")
    # Linux counts in kilobytes, macOS in bytes.
    return Ran(seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2), out)


def xinfang(file: Path, *arguments: str, allowed: tuple[int, ...] = (0,)) -> Ran:
    """Run xinfang on that ledger."""
    return run((*XINFANG, *arguments), file, allowed=allowed)


class Ratio(NamedTuple):
    """Two programs run by turns: the median and the least of each, in milliseconds."""

    median: float
    least: float
    base_median: float
    base_least: float

    @property
    def value(self) -> float:
        """Median over median."""
        return self.median / self.base_median

    @property
    def value_of_least(self) -> float:
        """Least over least, which a busy machine disturbs less."""
        return self.least / self.base_least


def by_turns(measured: Callable[[], Ran], base: Callable[[], Ran], runs: int) -> Ratio:
    """A B A B …, after one of each that does not count."""
    measured()
    base()
    pairs = [(measured().seconds * 1000, base().seconds * 1000) for _ in range(runs)]
    ours, others = zip(*pairs, strict=True)
    return Ratio(statistics.median(ours), min(ours), statistics.median(others), min(others))
