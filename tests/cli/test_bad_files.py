"""Files that are missing, locked, full, closed to us or not ours: a clear refusal, and what was there is as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing

import pytest
from needs import posix

from xinfang.core.errors import StoreUnusable
from xinfang.store import unwritable

from .arranging import locked, mode, no_room
from .samples import PETITION_LINE
from .shell import LEDGER, PYTHON, Shell


def test_what_is_not_a_ledger_is_not_touched(shell: Shell) -> None:
    """A folder, a text file, an empty file, somebody else's database: none is touched."""
    (shell.folder / "夹").mkdir()
    (shell.folder / "文.txt").write_text("这是一篇笔记\n" * 200, encoding="utf-8")
    (shell.folder / "空.db").touch()
    with closing(sqlite3.connect(shell.folder / "别人的.db")) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()
    for name in ("夹", "文.txt", "空.db", "别人的.db"):
        path = shell.folder / name
        before = path.read_bytes() if path.is_file() else None
        for line in (("today",), PETITION_LINE, ("verify",), ("rebuild",), ("export",)):
            shell.refused("E402", *line, "--db", name)
        shell.refused("E408", "init", "--office", "甲", "--code", "1", "--kind", "police", "--db", name)
        assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.name for path in shell.folder.iterdir()) == sorted(["夹", "文.txt", "空.db", "别人的.db"])


def test_a_newer_schema_is_neither_read_nor_written(petition: Shell) -> None:
    """Not read, not written, not migrated down."""
    with closing(sqlite3.connect(petition.ledger)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for line in (("today",), PETITION_LINE, ("verify",), ("export",)):
        ran = petition.refused("E403", *line)
        assert "用新版程序" in ran.err
    with closing(sqlite3.connect(petition.ledger)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)


@pytest.mark.parametrize(
    ("of_file", "folder"),
    [(0o444, 0o555), pytest.param(0o644, 0o555, marks=posix), pytest.param(0o444, 0o755, marks=posix)],
)
def test_a_read_only_file(of_file: int, folder: int, petition: Shell) -> None:
    """E404 for every command that writes, a look at what is masked among them; anything else is looked at as ever."""
    looks = (
        *(("list",), ("show", 1), ("overdue",), ("today",), ("board",), ("verify",), ("export",), ("search", "工资")),
        *(("why", 1), ("next", 1), ("check",), ("similar", 1), ("forecast",), ("unit", "list")),
        ("report", "--month", "2026-01", "--as-of", "2026-01-05"),
    )
    before = [petition.ok(*look) for look in looks]
    facts = petition.sound()
    with mode(petition, of_file, folder=folder):
        beside = sorted(petition.folder.iterdir())
        assert [petition.ok(*look) for look in looks] == before
        petition.refused("E404", "accept", 1)
        petition.refused("E404", *PETITION_LINE)
        petition.refused("E404", "list", "--reveal")
        petition.refused("E404", "rebuild")
        assert sorted(petition.folder.iterdir()) == beside
    assert petition.sound() == facts


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_what_is_not_in_a_read_only_file_yet_is_not_passed_over(ending: str, petition: Shell) -> None:
    """A copy made while somebody had it open, or was broken off: the last facts stand in the file beside it."""
    journal = "WAL" if ending == "-wal" else "DELETE"
    petition.ok("classify", 1, "--category", "appeal", "--route", 6)
    with closing(sqlite3.connect(petition.ledger, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = 1")
        if ending == "-wal":
            petition.ok("note", 1, "电话联系")
        else:
            other.execute("BEGIN")
            other.execute("UPDATE content SET body = body || hex(zeroblob(9000))")
        copied = {
            name: (petition.folder / name).read_bytes()
            for name in (petition.ledger.name, f"{petition.ledger.name}{ending}")
        }
    with mode(petition, 0o444, files=copied):
        ran = petition.refused("E404", "list")
        assert f"台账.db{ending} 里还有没并进去的内容" in ran.err


def test_what_is_changed_while_it_is_read_without_locks_is_told(petition: Shell) -> None:
    undisturbed = unwritable.opened(petition.ledger)
    undisturbed.execute("SELECT count(*) FROM fact").fetchone()
    undisturbed.close()
    read = unwritable.opened(petition.ledger)
    read.execute("SELECT count(*) FROM fact").fetchone()
    petition.ok("note", 1, "电话联系")
    with pytest.raises(StoreUnusable, match="被改动或者拿走了"):
        read.close()
    taken_out = unwritable.opened(petition.ledger)
    petition.ledger.rename(petition.folder / "拿走.db")
    with pytest.raises(StoreUnusable, match="被改动或者拿走了"):
        taken_out.close()


@posix
def test_a_read_only_file_in_a_folder_one_may_write_in(petition: Shell) -> None:
    """What is filed away: looked at, and proven without a false alarm."""
    facts = petition.sound()
    with mode(petition, 0o444, folder=0o777):
        petition.refused("E404", "accept", 1)
        petition.ok("show", 1)
        assert petition.sound() == facts
    assert petition.sound() == facts


@posix
def test_a_ledger_nobody_may_read(petition: Shell) -> None:
    """Neither file nor folder readable: E409 or E404 with what to look at."""
    with mode(petition, 0):
        ran = petition("today")
    assert (ran.code, ran.out) == (5, "")
    assert "权限" in ran.err
    assert "Traceback" not in ran.err
    petition.sound()


def test_on_a_full_disk_the_ledger_stays_as_it_was(petition: Shell) -> None:
    """E406 for every writer; the ledger is as it was, and goes on when there is room again."""
    facts = petition.sound()
    long = "事" * 20_000
    rows = "".join(f"2026-01-05,甲{n},城关镇,来信,题{n},{long}\n" for n in range(50))
    (petition.folder / "表.csv").write_text("收到日期,姓名,住址,信访渠道,标题,内容\n" + rows, encoding="utf-8")
    with no_room(petition):
        petition.refused("E406", *PETITION_LINE, "--facts", long)
        petition.refused("E406", "note", 1, long)
        petition.refused("E406", "import", "表.csv")
    assert petition.sound() == facts
    petition.ok("note", 1, long)
    petition.ok("import", "表.csv")
    assert petition.sound() == facts + 51


@posix
def test_a_disk_that_ends_while_writing(petition: Shell) -> None:
    """The system itself refuses the bytes (a file-size limit): a clear error, the ledger untouched."""
    facts = petition.sound()
    size = petition.ledger.stat().st_size
    program = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 20_000}, {size + 20_000}));"
        "from xinfang.cli.main import main; main(sys.argv[1:])"
    )
    ran = subprocess.run(
        [*PYTHON, "-c", program, *PETITION_LINE[:-2], "--content-file", "-"],
        cwd=petition.folder,
        env=petition.environment({}),
        input=("事" * 100_000).encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    told = ran.stderr.decode("utf-8")
    assert (ran.returncode, ran.stdout) == (5, b""), told
    assert told.startswith("E40")
    assert "Traceback" not in told
    assert petition.sound() == facts


def test_a_locked_file_is_read_on_and_not_written(petition: Shell) -> None:
    """Readers read on; a writer waits, then says so and changes nothing."""
    facts = petition.sound()
    with locked(petition):
        petition.refused("E405", "accept", 1)
        petition.refused("E405", "show", 1, "--reveal")
        assert petition.data("list")
    assert petition.sound() == facts
    petition.ok("accept", 1)


@pytest.mark.parametrize("target", ["没有/名单.csv", "夹", "台账.db/名单.csv", "x" * 300 + ".csv"])
def test_output_that_cannot_be_written(petition: Shell, target: str) -> None:
    """E507 (or E104 where the name says no format), no half file left behind."""
    (petition.folder / "夹").mkdir()
    before = sorted(path.name for path in petition.folder.iterdir())
    ran = petition("list", "-o", target, "-f", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("E507: ")
    assert sorted(path.name for path in petition.folder.iterdir()) == before
    petition.sound()


def test_output_over_an_old_file(petition: Shell) -> None:
    """A failed write leaves the old file whole."""
    (petition.folder / "名单.csv").write_text("旧", encoding="utf-8")
    petition.refused("E201", "show", 9, "-o", "名单.csv")
    assert (petition.folder / "名单.csv").read_text(encoding="utf-8") == "旧"
    petition.ok("list", "-o", "名单.csv")
    assert "2026-000001" in (petition.folder / "名单.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("home", ["", None])
def test_without_a_home_it_is_said_how_to_begin(shell: Shell, home: str | None) -> None:
    """Without HOME and XINFANG_DB the ledger is looked for below the current folder, and E401 says how to begin."""
    variables = shell.environment({})
    del variables["XINFANG_DB"]
    variables.pop("HOME")
    if home is not None:
        variables["HOME"] = home
    ran = subprocess.run(
        [*PYTHON, "-m", "xinfang", "today"],
        cwd=shell.folder,
        env=variables,
        capture_output=True,
        timeout=60,
        check=False,
    )
    told = ran.stderr.decode("utf-8")
    assert (ran.returncode, ran.stdout) == (5, b"")
    assert told.startswith("E401: ")
    assert "xinfang init" in told
    assert list(shell.folder.iterdir()) == []


def test_a_missing_ledger_is_not_made_by_looking(shell: Shell) -> None:
    """E401 with the command that makes it; nothing appears."""
    for line in (
        ("today",),
        PETITION_LINE,
        ("verify",),
        ("rebuild",),
        ("unit", "list"),
        ("export",),
        ("import", "甲.csv"),
    ):
        ran = shell.refused("E401", *line, XINFANG_DB="没有/台账.db")
        assert "xinfang init --office" in ran.err
    assert list(shell.folder.iterdir()) == []


@posix
def test_the_ledger_is_private(office: Shell) -> None:
    """0600 from the first moment, also with a generous umask."""
    before = os.umask(0)
    try:
        office.ok("init", "--office", "甲", "--code", "1", "--kind", "police", "--db", "夹/新.db")
    finally:
        os.umask(before)
    assert (office.folder / "夹" / "新.db").stat().st_mode & 0o777 == 0o600
    assert office.ledger.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in office.folder.iterdir()} <= {LEDGER, "夹", f"{LEDGER}-wal", f"{LEDGER}-shm"}


def test_no_answer_over_a_ledger(petition: Shell) -> None:
    """`-o` and `--errors` with the name of a ledger, of any database, or of the file just read: it stays as it is."""
    facts, before = petition.sound(), petition.ledger.read_bytes()
    table = "收到日期,姓名,住址,信访渠道,标题,内容\n2026-02-30,甲,城关镇,来信,题,容\n"
    (petition.folder / "表.csv").write_text(table, encoding="utf-8")
    (petition.folder / "另存.csv").write_bytes(before)
    for line in (
        ("list", "-f", "csv", "-o", LEDGER),
        ("export", "--reveal", "-f", "csv", "-o", LEDGER),
        ("list", "-o", "另存.csv"),
        ("letter", 1, "receipt", "-o", LEDGER, "--force"),
        ("import", "表.csv", "--errors", "另存.csv"),
        ("import", "表.csv", "--errors", "表.csv"),
    ):
        assert "不能覆盖" in petition.refused("E507", *line).err
    petition.refused("E104", "import", "表.csv", "--errors", LEDGER)
    assert petition.ledger.read_bytes() == before == (petition.folder / "另存.csv").read_bytes()
    assert (petition.folder / "表.csv").read_text(encoding="utf-8") == table
    assert petition.sound() == facts
    assert petition("import", "表.csv", "--errors", "有错.csv").code == 1
    assert "2月没有30日" in (petition.folder / "有错.csv").read_text(encoding="utf-8-sig")
