"""The plug is pulled: what was acknowledged is there, nothing is half there, and the work goes on."""

from __future__ import annotations

import json
import random
import subprocess
import time
from pathlib import Path

from cli.shell import Shell

from .ledgers import PAPER, founded

ROWS = 15_000


def killed(shell: Shell, words: list[str], after: float) -> str:
    """What a program had said when it was killed."""
    with shell.start(*words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        time.sleep(after)
        program.kill()
        out, _ = program.communicate()
    return out.decode("utf-8")


def numbers(shell: Shell) -> set[str]:
    return {row["number"] for row in shell.data("list")}


def test_killed_while_registering_it_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    chance = random.Random(1)
    acknowledged: dict[str, str] = {}
    for place in range(14):
        words = ["register", "--channel", "visit", *PAPER, "--title", f"第{place}件", "--key", f"K{place}"]
        out = killed(shell, [*words, "-f", "json"], chance.uniform(0.05, 0.5))
        again = shell.data(*words)["number"]
        if out:
            assert json.loads(out)["number"] == again
        acknowledged[f"K{place}"] = again
        assert numbers(shell) == set(acknowledged.values())
    assert sorted(acknowledged.values()) == [f"2026-{place:06}" for place in range(1, 15)]
    assert shell.sound() == 15


def test_killed_while_importing_it_goes_on(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    rows = "".join(f"K{place},2025-{place % 12 + 1}-{place % 28 + 1},张三,第{place}件\n" for place in range(ROWS))
    (shell.folder / "台账.csv").write_text("编号,收到日期,姓名,内容\n" + rows, encoding="utf-8")
    chance = random.Random(2)
    there: set[str] = set()
    for _ in range(6):
        killed(shell, ["import", "台账.csv"], chance.uniform(0.2, 1.6))
        now = numbers(shell)
        assert there <= now
        there = now
        shell.sound()
    shell.ok("import", "台账.csv")
    assert there < numbers(shell) or len(there) == ROWS
    assert len(numbers(shell)) == ROWS
    keys = [row["key"] for row in shell.data("export")]
    assert sorted(keys) == sorted(f"K{place}" for place in range(ROWS))
    shell.sound()


def test_killed_while_rebuilding_nothing_is_lost(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    rows = "".join(f"2025-{place % 12 + 1}-{place % 28 + 1},张三,第{place}件\n" for place in range(4000))
    (shell.folder / "台账.csv").write_text("收到日期,姓名,内容\n" + rows, encoding="utf-8")
    shell.ok("import", "台账.csv")
    for after in (0.3, 0.6, 0.9):
        killed(shell, ["rebuild"], after)
        shell.sound()
