"""Trials by force: many clerks at once, and the plug pulled at any moment."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from ledgers import csv_of, new_ledger
from running import OUT, XINFANG, environment, xinfang

PETITION = ("--channel", "visit", "--name", "张三", "--address", "某县城关镇幸福路1号", "--content", "请求协调支付工资")


def crowd(clerks: int, each: int) -> tuple[int, float]:
    """So many programs registering so many petitions each, all at once. Returns how many, and seconds.

    Raises RuntimeError when a program fails, a number is missing or given twice, or verify finds fault.
    """
    file = new_ledger(OUT / "crowd.db")
    numbers: list[str] = []
    faults: list[str] = []

    def clerk(name: int) -> None:
        try:
            for place in range(each):
                title = f"第{name}窗口第{place}件"
                ran = xinfang(file, "register", *PETITION, "--title", title, "-f", "json")
                numbers.append(json.loads(ran.out)["number"])
        except (RuntimeError, ValueError) as problem:
            faults.append(str(problem))

    begun = time.perf_counter()
    threads = [threading.Thread(target=clerk, args=(name,)) for name in range(clerks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    expected = [f"2026-{place:06}" for place in range(1, clerks * each + 1)]
    if faults or sorted(numbers) != expected:
        raise RuntimeError("\n".join(faults) or f"{len(numbers)} numbers, {len(set(numbers))} different")
    _sound(file, expected)
    return len(numbers), seconds


def killed(times: int, petitions: int) -> tuple[int, int]:
    """Kill an import or a registration at a random moment, so many times, then let the import end.

    Returns how many registrations had been acknowledged and how many kills hit a running program. Raises RuntimeError
    when an acknowledged petition is gone, verify finds fault or the import does not end with every row.
    """
    chance = random.Random(times)
    file = new_ledger(OUT / "killed.db")
    table = csv_of(petitions)
    acknowledged: set[str] = set()
    hits = 0
    for place in range(times):
        if place % 2:
            found, hit = _kill_a_registration(file, place, chance)
            acknowledged |= found
        else:
            hit = _kill(("import", str(table)), file, chance.uniform(0.1, 1.5))[1]
        hits += hit
        if place % 5 == 4:
            _sound(file, acknowledged)
    ended = xinfang(file, "import", str(table)).out
    counted = len(_numbers(file))
    if counted != petitions + len(acknowledged):
        raise RuntimeError(f"{counted} petitions instead of {petitions + len(acknowledged)}\n{ended}")
    _sound(file, acknowledged)
    return len(acknowledged), hits


def _kill_a_registration(file: Path, place: int, chance: random.Random) -> tuple[set[str], bool]:
    command = ("register", *PETITION, "--title", f"第{place}件", "--key", f"kill-{place}", "-f", "json")
    out, hit = _kill(command, file, chance.uniform(0.01, 0.12))
    try:
        return {json.loads(out)["number"]}, hit
    except ValueError:
        # Not acknowledged: the script asks again under the same key, and gets one petition either way.
        return {json.loads(xinfang(file, *command).out)["number"]}, hit


def _kill(arguments: tuple[str, ...], file: Path, after: float) -> tuple[str, bool]:
    """What the program said before it was killed, and whether it was still running then."""
    with subprocess.Popen(
        (*XINFANG, *arguments),
        cwd=OUT.parent.parent,
        env=environment(file),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        time.sleep(after)
        program.send_signal(signal.SIGKILL)
        out, _ = program.communicate()
    return out.decode("utf-8", "replace"), program.returncode == -signal.SIGKILL


def _numbers(file: Path) -> set[str]:
    listed = json.loads(xinfang(file, "list", "-f", "json").out)
    return {petition["number"] for petition in listed}


def _sound(file: Path, acknowledged: Iterable[str]) -> None:
    xinfang(file, "verify")
    gone = set(acknowledged) - _numbers(file)
    if gone:
        raise RuntimeError(f"acknowledged and gone: {sorted(gone)}")
