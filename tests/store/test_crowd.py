"""Many clerks at one ledger: programs of their own, all at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.shell import Shell

from xinfang.workflows import keeping
from xinfang.workflows.desk import Desk
from xinfang.workflows.watching import Progress

from .ledgers import PAPER, founded

CLERKS, EACH = 8, 30

CLERK = """
import sys
from xinfang.cli.main import run
name, each, *words = sys.argv[1:]
for place in range(int(each)):
    run([*words, "--title", f"{name}-{place}", "-f", "json"])
    sys.stdout.flush()
"""
"""A clerk: one program that opens and closes the ledger for every petition, as a new program would."""


def at_once(shell: Shell, clerks: int, each: int, *words: str) -> list[str]:
    """The numbers that so many programs were given."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", CLERK, f"第{name}窗口", str(each), "register", "--channel", "visit", *PAPER, *words],
            cwd=shell.folder,
            env=shell.environment({"PYTHONUTF8": "1"}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for name in range(clerks)
    ]
    numbers: list[str] = []
    for program in programs:
        out, err = program.communicate()
        assert program.returncode == 0, err
        assert "locked" not in err
        assert "E405" not in err
        decoder = json.JSONDecoder()
        while out := out.strip():
            receipt, end = decoder.raw_decode(out)
            numbers.append(receipt["number"])
            out = out[end:]
    return numbers


def test_no_number_is_given_twice_and_none_left_out(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    numbers = at_once(shell, CLERKS, EACH)
    assert sorted(numbers) == [f"2026-{place:06}" for place in range(1, CLERKS * EACH + 1)]
    listed = shell.data("list")
    assert Counter(row["title"] for row in listed) == Counter(
        f"第{name}窗口-{place}" for name in range(CLERKS) for place in range(EACH)
    )
    assert shell.sound() == CLERKS * EACH + 1


def test_who_writes_while_the_ledger_is_proven_does_no_harm_to_it(tmp_path: Path) -> None:
    """An office goes on working meanwhile: no false alarm, and the fingerprint is one that the ledger had."""
    shell = founded(tmp_path)
    shell.ok("register", "--channel", "visit", *PAPER, "--title", "户口")
    noted: list[str] = []

    def somebody_writes(_: float) -> None:
        noted.append(shell.outside("note", 1, "电话联系").out)

    @contextmanager
    def watched() -> Iterator[Progress]:
        yield somebody_writes

    told = keeping.verify(lambda: Desk.at(shell.ledger), against=None, watched=watched)
    assert noted
    assert told[0].startswith("台账完好: 2 条记载")
    shell.ok("verify", "--against", told[1].split("指纹 ")[1])


def test_one_key_is_one_petition(tmp_path: Path) -> None:
    """Eight scripts that all register the same thing under the same key get the same number."""
    shell = founded(tmp_path)
    words = ["register", "--channel", "visit", *PAPER, "--title", "户口", "--key", "K1", "-f", "json"]
    programs = [shell.start(*words, stdout=subprocess.PIPE) for _ in range(CLERKS)]
    answers = [program.communicate()[0] for program in programs]
    assert [program.returncode for program in programs] == [0] * CLERKS
    assert {json.loads(answer)["number"] for answer in answers} == {"2026-000001"}
    assert shell.sound() == 2


def test_registering_while_a_ledger_is_imported(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    rows = "".join(f"2026-1-{place % 5 + 1},张三,第{place}件\n" for place in range(12_000))
    (shell.folder / "台账.csv").write_text("收到日期,姓名,内容\n" + rows, encoding="utf-8")
    with shell.start("import", "台账.csv", stdout=subprocess.PIPE) as importing:
        numbers = at_once(shell, 2, 15)
        importing.communicate()
    assert importing.returncode == 0
    listed = [row["number"] for row in shell.data("list")]
    assert sorted(listed) == [f"2026-{place:06}" for place in range(1, 12_031)]
    assert set(numbers) <= set(listed)
    shell.sound()
