"""One way to open the file, and SQLite's complaints in words a clerk can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import StoreUnusable

APPLICATION_ID = 0x58464731
"""`XFG1`: tells our files from any other SQLite file."""
SCHEMA_VERSION = 7
"""The last migration of `schema`, which no command reads that only opens a file."""
Connection = sqlite3.Connection
"""What the other rooms call an open file, without knowing which engine answers."""
BUSY_SECONDS = 30
"""How long a writer waits for another one."""


def connect(path: Path) -> sqlite3.Connection:
    """An open ledger, perhaps of an older schema (`outdated`), or one that can only be read (`unwritable`).

    Raises StoreUnusable: missing, not ours, newer, unreadable.
    """
    if not path.exists():
        raise StoreUnusable(
            "E401",
            f"还没有建立台账（{path}）。",
            remedy="xinfang init --office 单位名称 --code 单位代码 --kind police|bureau",
        )
    if not path.is_file():
        kind = "是文件夹，" if path.is_dir() else ""  # else a device, such as /dev/null
        raise StoreUnusable("E402", f"{path} {kind}不是台账文件。", remedy="用 --db 指定台账文件")
    with translated(path):
        try:
            with _opened(path) as connection:
                _check(connection, path)
                return connection
        except sqlite3.OperationalError as fault:
            if not any(sign in str(fault) for sign in ("readonly", "unable to open")):
                raise
            from .unwritable import opened  # few ledgers lie where nobody may write

            with closed_on_failure(opened(path)) as connection:
                _check(connection, path)
                return connection


def create(path: Path) -> sqlite3.Connection:
    """A new, empty ledger file, readable by its owner only. The caller commits and closes it."""
    with translated(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        from .schema import migrate  # what a file is made of; only making and upgrading one ask

        with _opened(path) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
            settled(connection)
            return connection


@contextmanager
def closed_on_failure(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The connection, which stays open unless what is done here with it fails."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def outdated(connection: sqlite3.Connection) -> bool:
    """Whether an older program wrote the file: it has to be migrated and its projected tables filled before use."""
    return _version(connection) < SCHEMA_VERSION


def settled(connection: sqlite3.Connection) -> None:
    """Say that the projected tables hold what the facts add up to at this schema."""
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    # mode=rw: never creates a file by mistake.
    uri = f"{path.resolve().as_uri()}?mode=rw"
    # Not bound to this thread: store/bulk.py hands it to another, never using it from two at once.
    new = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    with closed_on_failure(new) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        # Not left to how SQLite was built: what is corrected or moved leaves no words of people in free pages.
        connection.execute("PRAGMA secure_delete = ON")
        yield connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    version = _version(connection)
    if application_id != APPLICATION_ID:
        raise StoreUnusable(
            "E402", f"{path} 不是 xinfang 的台账文件。", remedy="用 --db 指定台账文件；xinfang where 看默认位置"
        )
    if version > SCHEMA_VERSION:
        raise StoreUnusable(
            "E403",
            f"{path} 由更新版本的 xinfang 建立（结构版本 {version}）。",
            remedy="用新版程序的文件夹重新安装: pip install .",
        )


def settle_journal(connection: sqlite3.Connection, path: Path) -> str:
    """Choose the journal for the place where the file lies, once, when it is made. Returns its name.

    WAL lets readers and a writer work at the same time; it needs shared memory, which network shares do not give.
    """
    wanted = "DELETE" if on_network(path) else "WAL"
    (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    return str(mode)


def on_network(path: Path) -> bool:
    """True where the file lies on a network share, as far as the system tells."""
    place = str(path.resolve())
    if os.name == "nt":
        import ctypes

        drive_remote = 4
        drive = path.resolve().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == drive_remote  # type: ignore[attr-defined]
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    kinds = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"}
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, folder, file_system, *_ = line.split(" ")
        under = place == folder or place.startswith(folder.rstrip("/") + "/")
        if under and len(folder) >= len(best):
            best, kind = folder, file_system
    return kind in kinds


def prepare_for_bulk(connection: sqlite3.Connection) -> None:
    """More memory for pages (64 MB) while much is written; as durable as ever."""
    connection.execute("PRAGMA cache_size = -64000")
    connection.execute("PRAGMA wal_autocheckpoint = 16000")


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One write transaction: all of it or nothing. Waits its turn among other writers."""
    with translated(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's complaints as StoreUnusable."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _in_words(fault, path) from fault
    except FileExistsError as fault:
        if Path(fault.filename) != path:
            raise StoreUnusable(
                "E409", f"{fault.filename} 是文件，不是文件夹。", remedy="用 --db 换一个位置"
            ) from fault
        raise StoreUnusable(
            "E408", f"{path} 已经存在。", remedy="xinfang where 看正在使用的台账；另建用 --db 新文件"
        ) from fault
    except OSError as fault:
        from ..core.system_words import reason

        raise StoreUnusable("E409", f"{path} 不能读写: {reason(fault)}。", remedy="核对位置和权限") from fault


def _in_words(fault: sqlite3.Error, path: Path) -> StoreUnusable:
    text = str(fault).lower()
    for sign, code, what, remedy in (
        ("not a database", "E402", "不是台账文件", "用 --db 指定台账文件；xinfang where 看默认位置"),
        ("locked", "E405", f"正被别的程序占用，等了 {BUSY_SECONDS} 秒", "关掉占用它的程序后再试"),
        ("readonly", "E404", "只能读，不能写", "去掉文件和所在文件夹的只读属性"),
        ("full", "E406", "所在磁盘已满，这一步没有写入", "腾出空间后再试；原有内容没有损坏"),
        ("malformed", "E407", "内容已损坏", "不要再写；从备份恢复后 xinfang verify"),
        ("append-only", "E407", "台账只能追加，不能改写", "用 xinfang correct 或 retract"),
        ("unable to open", "E409", "打不开", "核对位置和权限"),
    ):
        if sign in text:
            return StoreUnusable(code, f"{path} {what}。", remedy=remedy)
    return StoreUnusable("E409", f"{path} 读写出错: {fault}。", remedy="xinfang verify 检查台账")
