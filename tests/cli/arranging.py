"""What may be the case when a command is typed: files that are there, ledgers that are spoilt, locked or on a full disk."""

from __future__ import annotations

import os
import pkgutil
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from sheets.samples import write_ole

import xinfang
from xinfang.store import connection as store
from xinfang.workflows import clock

from .shell import LEDGER, ROOT, Shell

Arranged = Callable[[Shell], object]
"""Makes it so; what it gives back holds while the command runs, where that is a context."""


def file(name: str, content: str | bytes) -> Arranged:
    """A file in the folder."""

    def make(shell: Shell) -> None:
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        path = shell.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)

    return make


def both(one: Arranged, other: Arranged) -> Arranged:
    """Two things, one after the other."""

    def make(shell: Shell) -> None:
        one(shell)
        other(shell)

    return make


def changed(statement: str) -> Arranged:
    """The ledger file changed behind the program's back."""

    def change(shell: Shell) -> None:
        with closing(sqlite3.connect(shell.ledger, isolation_level=None)) as connection:
            for each in statement.split(";"):
                connection.execute(each)

    return change


@contextmanager
def mode(
    shell: Shell, of_file: int, *, folder: int = 0o555, files: Mapping[str, bytes] | None = None
) -> Iterator[None]:
    """The ledger with that mode in a folder of that one, which may only be read. files: what else lies there, or instead.

    The superuser may do everything: for a while we are nobody, in a folder that nobody can reach.
    """
    superuser = hasattr(os, "geteuid") and os.geteuid() == 0
    at_home = shell.folder
    _load_everything(shell)
    if superuser:
        shell.folder = Path(tempfile.mkdtemp())
        shutil.copy(at_home / LEDGER, shell.folder)
    for name, content in (files or {}).items():
        (shell.folder / name).write_bytes(content)
        (shell.folder / name).chmod(of_file)
    shell.ledger.chmod(of_file)
    shell.folder.chmod(folder)
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        shell.folder.chmod(0o700)
        shell.ledger.chmod(0o600)
        if superuser:
            shutil.copy(shell.ledger, at_home)
            shutil.rmtree(shell.folder)
            shell.folder = at_home


def _load_everything(shell: Shell) -> None:
    """What is imported only when needed comes from folders that nobody may not read."""
    for module in pkgutil.walk_packages(xinfang.__path__, "xinfang."):
        if module.name != "xinfang.__main__":
            import_module(module.name)
    for line in (("list", "--reveal", "--by", "无名氏"), ("list",), ("show", "1"), ("accept", "9"), ("verify",)):
        shell(*line)


def read_only(shell: Shell) -> AbstractContextManager[None]:
    """A ledger file that may only be read."""
    return mode(shell, 0o444)


@contextmanager
def opened_with(pragma: str) -> Iterator[None]:
    """Every connection gets that pragma; `{pages}` is how many pages the file has."""
    opened = store._opened

    @contextmanager
    def open_so(path: Path) -> Iterator[sqlite3.Connection]:
        with opened(path) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA {pragma.format(pages=pages)}")
            yield connection

    with patch.object(store, "_opened", open_so):
        yield


@contextmanager
def locked(shell: Shell) -> Iterator[None]:
    """Another program writes and does not end; we wait a tenth of a second for it instead of half a minute."""
    with closing(sqlite3.connect(shell.ledger, isolation_level=None)) as other, opened_with("busy_timeout = 100"):
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def clock_set_back(shell: Shell) -> Iterator[None]:
    """A machine that begins again in 2000."""
    with clock_at(shell, datetime(2000, 1, 3, 8, 15).astimezone()):
        yield


@contextmanager
def clock_at(shell: Shell, moment: datetime) -> Iterator[None]:
    """The machine's own clock, which nobody stands in for."""
    shell.variables["XINFANG_TODAY"] = ""
    with patch.object(clock, "_of_the_machine", lambda: moment):
        yield
    del shell.variables["XINFANG_TODAY"]


def no_room(shell: Shell) -> AbstractContextManager[None]:
    """Not one page more fits: SQLite itself says that the disk is full."""
    return opened_with("max_page_count = {pages}")


def broken_rulebook(shell: Shell) -> None:
    """An installation whose rulebook was edited by hand."""
    shutil.copytree(ROOT / "xinfang", shell.folder / "xinfang", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", shell.folder)
    rules = shell.folder / "xinfang" / "rules" / "book" / "tiaoli-2022" / "reply.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace('article = "第三十四条"\n', "", 1), encoding="utf-8")
    shell.variables["PYTHONPATH"] = str(shell.folder)


def with_password(shell: Shell) -> None:
    """A workbook that Excel asks a password for."""
    streams = {"EncryptionInfo": b"\4\0\4\0\x40\0\0\0", "EncryptedPackage": bytes(5000)}
    write_ole(shell.folder / "台账.xlsx", streams)
