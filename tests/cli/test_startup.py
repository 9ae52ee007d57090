"""What a command imports. Start-up is guarded by this list, not by a clock."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from .samples import PETITION_LINE
from .shell import Shell

HEAVY = frozenset(
    {
        *(
            "rich",
            "tabulate",
            "sqlite_utils",
            "xlsxwriter",
            "python_calamine",
            "dateutil",
            "click",
            "docxtpl",
            "docx",
            "jinja2",
            "lxml",
            "pydantic",
            "wcwidth",
        ),
        *("asyncio", "importlib.metadata", "dataclasses", "getpass", "hashlib", "pluggy", "tomllib"),
    }
)
OUR_RARE = frozenset({"xinfang.acts.retract", "xinfang.sheets.dates"})
"""Ours, for what most commands never do: take back an act, read a day that is not written 2026-01-05."""
HOT = {
    "show": ("show", "1"),
    "overdue": ("overdue", "--limit", "50"),
    "today": ("today",),
    "register": PETITION_LINE,
    "accept": ("accept", "2"),
    "reply": ("reply", "1", "--outcome", "support"),
}


def imported(shell: Shell, *program: str, stdin: str = "") -> set[str]:
    """The modules that the program imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *program],
        cwd=shell.folder,
        env=shell.environment({}),
        capture_output=True,
        timeout=60,
        check=True,
        input=stdin.encode(),
    )
    lines = ran.stderr.decode("utf-8").splitlines()
    return {line.rsplit("|", 1)[1].strip() for line in lines if line.startswith("import time:")}


@pytest.fixture(scope="session")
def typer_brings(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What typer and sqlite3 alone import when they run a command."""
    folder = tmp_path_factory.mktemp("bare")
    program = (
        "import sqlite3\nimport typer\napp = typer.Typer(add_completion=False, rich_markup_mode=None)\n"
        "@app.command()\ndef one(name: str = '') -> None:\n    print(name)\napp()\n"
    )
    (folder / "bare.py").write_text(program, encoding="utf-8")
    return imported(Shell(folder), "bare.py")


@pytest.mark.parametrize("name", HOT)
def test_daily_commands_import_nothing_heavy(full: Shell, typer_brings: set[str], name: str) -> None:
    """Nothing heavy unless typer itself brings it."""
    modules = imported(full, "-m", "xinfang", *HOT[name])
    assert "typer" in modules
    assert "xinfang.store.connection" in modules
    ours = modules - typer_brings
    assert {module for module in ours if module in HEAVY or module.split(".")[0] in HEAVY} == set()
    assert ours & OUR_RARE == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("nonsense",)])
def test_the_overview_needs_neither_typer_nor_sqlite(shell: Shell, words: tuple[str, ...]) -> None:
    """It comes at once."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "xinfang", *words],
        cwd=shell.folder,
        env={**shell.environment({}), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    modules = {line.rsplit("|", 1)[-1].strip() for line in ran.stderr.decode("utf-8").splitlines()}
    assert "xinfang.cli.commands" in modules
    assert {module for module in modules if module.split(".")[0] in {"typer", "sqlite3", "rich", "click"}} == set()
