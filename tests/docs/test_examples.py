"""Everything in examples/ runs as a stranger would run it: in a shell, with `xinfang` on the PATH, in a process of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from cli.shell import FINGERPRINT, ROOT

from xinfang.core.identity import check_id
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.mapping import read_map
from xinfang.sheets.rows import RowFaults

EXAMPLES = ROOT / "examples"
MAP = (EXAMPLES / "ledger-map.toml").read_text(encoding="utf-8")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a script of examples/ by sh; `xinfang` and `python3` are this Python's."""
    programs = tmp_path_factory.mktemp("bin")
    for name, module in (("xinfang", "-m xinfang "), ("python3", "")):
        program = programs / name
        program.write_text(f"#!/bin/sh\nexec '{sys.executable}' {module}\"$@\"\n", encoding="utf-8", newline="\n")
        program.chmod(0o755)

    def run(script: str, *words: object, **variables: str) -> Ran:
        kept: Mapping[str, str] = {k: v for k, v in os.environ.items() if not k.startswith("XINFANG")}
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        home = str(programs / "home")
        ran = subprocess.run(
            ["sh", str(EXAMPLES / script), *map(str, words)],
            env={**kept, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": home, **variables},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(ran.returncode, _text(ran.stdout), _text(ran.stderr))

    return run


def _text(raw: bytes) -> str:
    """What came out: the scripts speak UTF-8, the program what PYTHONIOENCODING says."""
    return "".join(map(_line, raw.splitlines(keepends=True)))


def _line(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(os.environ["PYTHONIOENCODING"])


@pytest.fixture
def demo(run: Run, tmp_path: Path) -> Path:
    """The folder of the demonstration, after it ran."""
    ran = run("demo.sh", tmp_path / "demo")
    assert (ran.code, ran.err) == (0, "")
    return tmp_path / "demo"


def test_the_demonstration_can_be_run_twice(run: Run, tmp_path: Path) -> None:
    first = run("demo.sh", tmp_path / "demo folder")
    again = run("demo.sh", tmp_path / "demo folder")
    assert first.code == again.code == 0
    assert first.err == again.err == ""
    # Every ledger has salts of its own, and so a fingerprint of its own.
    assert FINGERPRINT.sub("", first.out) == FINGERPRINT.sub("", again.out)
    for sight in ("新增 41 件", "有错 2 行", "2026-000024  登记", "共 3 项", "2026年10月信访情况", "接下来"):
        assert sight in first.out


def test_the_demonstration_leaves_the_users_ledger_alone(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    assert run("demo.sh", tmp_path / "demo", XINFANG_DB=str(own), XINFANG_OFFICER="别人").code == 0
    assert not own.exists()
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == ["errors.csv", "ledger.db", "xinfang"]


def test_every_command_the_demonstration_offers_works(run: Run, demo: Path) -> None:
    offers = (EXAMPLES / "demo.sh").read_text(encoding="utf-8").split("接下来试试")[1].splitlines()
    typed = [line.split("  ")[1].removeprefix("demo/xinfang ") for line in offers if "  demo/xinfang" in line]
    assert len(typed) >= 8
    for line in typed:
        words = line.split()
        if words == ["register"]:
            continue  # asks at a terminal
        if "-o" in words:
            words[-1] = str(demo / words[-1])
        ran = run(demo / "xinfang", *words)
        assert (ran.code, ran.err) == (0, ""), line


def test_one_petition(run: Run, tmp_path: Path) -> None:
    ran = run("01-one-petition/run.sh", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    for sight in ("2026-05-03 逢休假日顺延", "办理期限: 至 2026-06-02（含当日）", "现状: 已办结", "台账完好"):
        assert sight in ran.out


GROWING = {
    "03-forward-objection": ("现状: 异议中", "县人社局；2026-04-30 前反馈", "签收", "台账完好"),
    "04-group-visit": ("办理期限（诉求1）: 至 2026-05-06", "导入法定程序", "没有发现问题", "台账完好"),
    "05-accusation": ("※", "准予查看", "show --restricted", "台账完好"),
    # 2026-06-25 + 30 = 07-25, and the three days of the hearing: 07-28.
    "06-review": ("复核期限: 至 2026-07-28（含当日）", "现状: 三级终结", "疏导帮扶", "台账完好"),
}
"""What each script must show, worked out by hand."""


@pytest.mark.parametrize("name", GROWING)
def test_an_example_goes_through(run: Run, tmp_path: Path, name: str) -> None:
    ran = run(f"{name}/run.sh", tmp_path)
    assert ran.code == 0, ran.err
    for sight in GROWING[name]:
        assert sight in ran.out
    if name != "05-accusation":
        assert ran.err == ""
        return
    assert [line[:4] for line in ran.err.splitlines() if line.startswith("E")] == ["E316", "E316", "E317", "E318"]


def test_a_month(run: Run, tmp_path: Path) -> None:
    ran = run("02-month/run.sh", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    for sight in ("此前已登记", "补录，晚 2 天", "转送无下文 1 件", "已在台账 3 件"):
        assert sight in ran.out
    made = {path.name for path in tmp_path.iterdir()}
    assert made >= {"month.xlsx", "october.csv", "ledger.csv", "backup-2026-11-02.db"}


def test_every_morning(run: Run, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    variables = {"XINFANG_DB": str(demo / "ledger.db"), "XINFANG_TODAY": "2026-11-02"}
    for _ in range(2):
        ran = run("shell/morning.sh", out, **variables)
        assert (ran.code, ran.err) == (1, "")
    assert len((out / "overdue.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    assert len(list(out.glob("backup-?.db"))) == 1
    assert (out / "today.txt").exists()
    assert "<svg " in (out / "board.html").read_text(encoding="utf-8")
    assert (out / "backup.txt").exists()
    # On that day everything due had been done.
    assert run("shell/morning.sh", out, **variables | {"XINFANG_TODAY": "2026-10-09"}).code == 0


def test_a_broken_morning_is_not_a_quiet_one(run: Run, tmp_path: Path) -> None:
    ran = run("shell/morning.sh", tmp_path / "out", XINFANG_DB=str(tmp_path / "none.db"))
    assert ran.code == 5
    assert "E401" in ran.err


def test_a_backup_made_while_others_write_is_whole(run: Run, demo: Path, tmp_path: Path) -> None:
    ledger, copy = demo / "ledger.db", tmp_path / "copy.db"
    other = sqlite3.connect(ledger)
    other.execute("SELECT count(*) FROM sqlite_master").fetchone()
    assert run(demo / "xinfang", "note", "24", "备份前记的一笔").code == 0
    # The writer is still there, so the newest facts may be in the -wal file only.
    script = str(EXAMPLES / "shell" / "backup.py")
    subprocess.run([sys.executable, script, str(ledger), str(copy)], check=True, timeout=60)
    other.close()
    assert run(demo / "xinfang", "verify", "--db", copy).out == run(demo / "xinfang", "verify").out


def test_the_ledger_is_what_its_script_writes(tmp_path: Path) -> None:
    _script().write(tmp_path / "again.xlsx")
    assert _cells(tmp_path / "again.xlsx") == _cells(EXAMPLES / "ledger.xlsx")


def test_the_ledger_comes_in_but_for_two_lines() -> None:
    ledger = open_ledger(EXAMPLES / "ledger.xlsx", map=read_map(MAP, "ledger-map.toml"))
    rows = list(ledger.rows())
    bad = [row for row in rows if isinstance(row, RowFaults)]
    assert len(rows) - len(bad) == 41
    assert [fault.code for row in bad for fault in row.faults] == ["E102", "E106"]
    assert len(ledger.skipped) == 6


def test_nobody_real_is_in_the_ledger() -> None:
    ledger = open_ledger(EXAMPLES / "ledger.xlsx", map=read_map(MAP, "ledger-map.toml"))
    people = [row for row in ledger.rows() if not isinstance(row, RowFaults)]
    for person in people:
        if person.id_number:
            assert check_id(person.id_number).startswith("418899")
        assert person.phone == "" or person.phone.startswith("154")


def test_the_petition_in_json_is_json() -> None:
    petition = json.loads((EXAMPLES / "02-month" / "petition.json").read_text(encoding="utf-8"))
    assert petition["key"].endswith(petition["hotline_ticket"])


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_ledger", EXAMPLES / "make_ledger.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cells(path: Path) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    return [[*row] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
