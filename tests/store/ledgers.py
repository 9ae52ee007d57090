"""Ledgers for the tests of this folder, and ways round the program to their tables."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cli.shell import Ran, Shell

FOUNDED = ("--basis", "甲法第一条", "--document", "信复〔2025〕3号")
"""What an opinion has to have before its petition may be closed."""
PAPER = ("--name", "张三", "--address", "某县城关镇1号", "--content", "请求协调支付工资")


def founded(folder: Path, *, today: str = "2026-01-05", kind: str = "police") -> Shell:
    """A shell with an empty ledger."""
    shell = Shell(folder, today=today)
    shell.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", kind)
    return shell


def busy(folder: Path) -> Shell:
    """A shell with a ledger in which most acts have happened."""
    shell = founded(folder)
    shell.ok("unit", "add", "城关派出所")
    shell.ok("officer", "add", "李明", "--unit", "城关派出所")
    for title in ("欠薪", "噪音", "户口", "低保", "道路"):
        register(shell, title, received="2025-12-01")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2025-12-02")
    shell.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明", "--on", "2025-12-03")
    shell.ok("extend", 1, "--days", "30", "--approver", "李局长", "--reason", "案情复杂")
    shell.ok("classify", 2, "--category", "appeal", "--route", "6", "--on", "2025-12-02")
    shell.ok("accept", 2, "--on", "2025-12-03")
    shell.ok("reply", 2, "--outcome", "support", "--content", "已责令改正", "--on", "2025-12-20", *FOUNDED)
    shell.ok("serve", 2, "--on", "2025-12-22")
    shell.ok("close", 2)
    shell.ok("forward", 3, "--unit", "城关派出所", "--on", "2025-12-05")
    shell.ok("correct", 3, "--title", "落户", "--reason", "录入有误")
    shell.ok("inform", 4, "--on", "2025-12-10")
    shell.ok("retract", 4, "--act", "inform", "--reason", "录错了件")
    shell.ok("note", 5, "电话联系")
    shell.ok("supervise", 5, "--situation", "s-evasive", "--text", "说明情况", "--answer-by", "2026-01-20")
    shell.ok("show", 5, "--reveal")
    return shell


def register(shell: Shell, title: str, *more: str, received: str = "", content: str = "请求协调支付工资") -> str:
    """Take a petition down; its number."""
    words = (
        "--name",
        "张三",
        "--address",
        "某县城关镇1号",
        "--channel",
        "visit",
        "--title",
        title,
        "--content",
        content,
    )
    day = ("--received", received) if received else ()
    return str(shell.data("register", *words, *day, *more)["number"])


def copied(shell: Shell, folder: Path) -> Shell:
    """The same ledger in another folder, to be spoiled."""
    folder.mkdir(exist_ok=True)
    # Closed, the file holds everything: no journal lies beside it.
    with closing(sqlite3.connect(shell.ledger)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(shell.ledger, folder / shell.ledger.name)
    return Shell(folder, today=shell.today)


@contextmanager
def foreign(shell: Shell) -> Iterator[sqlite3.Connection]:
    """A connection as any other program opens it: nothing switched on."""
    with closing(sqlite3.connect(shell.ledger, isolation_level=None)) as connection:
        yield connection


def pragma(shell: Shell, name: str) -> object:
    """What SQLite says of the file."""
    with foreign(shell) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


@contextmanager
def attacker(shell: Shell) -> Iterator[sqlite3.Connection]:
    """A connection of somebody who takes the triggers off, and puts them back to leave no trace."""
    with foreign(shell) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)


def found_fault(shell: Shell) -> Ran:
    """`verify`, which has to find something."""
    ran = shell("verify")
    assert ran.code == 5, ran.out + ran.err
    assert ran.err.startswith("E407: 台账校验不符: ")
    assert ran.out == ""
    return ran
