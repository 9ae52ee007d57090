"""Bad input and other people's machines: a clear refusal or a clean result, and never half of anything."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from python_calamine import load_workbook

from .shell import LEDGER, PYTHON, Shell
from .test_contracts import LOOKS, PETITION_LINE
from .troubles import locked, mode, no_room, read_only

POSIX = os.name == "posix"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-00-00", "明天", "2026-1-5-6", "20260132", "١٢"])
def test_impossible_days(petition: Shell, day: str) -> None:
    """Wherever a day is asked for."""
    facts = petition.sound()
    for line in (
        ("accept", 1, "--on", day),
        ("list", "--from", day),
        ("overdue", "--as-of", day),
        ("days", day, "--days", 15),
        ("assign", 1, "--unit", "城关派出所", "--report-by", day),
        ("correct", 1, "--received", day, "--reason", "录错"),
        (*PETITION_LINE, "--received", day),
    ):
        petition.refused("E102", *line)
    petition.refused("E102", "today", XINFANG_TODAY=day)
    assert petition.sound() == facts


def test_days_in_the_future_and_out_of_order(petition: Shell) -> None:
    """What has not happened cannot be written down; nor can what is done before what it rests on."""
    facts = petition.sound()
    petition.refused("E103", "accept", 1, "--on", "2026-01-06")
    petition.refused("E103", *PETITION_LINE, "--received", "2026-01-06")
    petition.refused("E306", "accept", 1, "--on", "2026-01-04")
    petition.refused("E114", *PETITION_LINE, "--received", "2026-01-05", "--on", "2026-01-04")
    petition.refused("E114", "list", "--from", "2026-01-05", "--to", "2026-01-04")
    petition.refused("E103", "report", "--month", "2026-02")
    petition.refused("E102", "report", "--month", "2026-13")
    assert petition.sound() == facts
    petition.ok("classify", 1, "--category", "appeal", "--route", 6)
    petition.ok("accept", 1)
    petition.today = "2026-01-20"
    petition.refused("E306", "reply", 1, "--outcome", "support", "--on", "2026-01-04")
    petition.ok("reply", 1, "--outcome", "support", "--on", "2026-01-10")
    petition.refused("E306", "serve", 1, "--on", "2026-01-09")
    petition.refused("E306", "close", 1, "--on", "2026-01-09", "--despite", "试")


def test_identity_numbers(office: Shell) -> None:
    """A wrong check digit is refused; with --accept-id it is kept and marked."""
    wrong = "110105194912310021"
    office.refused("E106", *PETITION_LINE, "--id-number", wrong)
    office.refused("E106", *PETITION_LINE, "--id-number", "1.10105E+17")
    office.refused("E106", *PETITION_LINE, "--id-number", "110105194913310022")
    office.ok(*PETITION_LINE, "--id-number", wrong, "--accept-id")
    assert "1101**********0021（校验不符，照录）" in office.ok("show", 1).out
    office.ok("correct", 1, "--id-number", "11010519491231002x", "--reason", "对照原件")
    assert "校验不符" not in office.ok("show", 1).out
    assert office.ok("export", "--reveal", "-f", "json").data[0]["id_number"] == "11010519491231002X"


@pytest.mark.parametrize("nothing", ["", "   ", "\u3000", "\u200b", "\x1b[31m", "\t\n"])
def test_empty_names(office: Shell, nothing: str) -> None:
    """Blanks and characters that cannot be seen are no name."""
    facts = office.sound()
    line = ("register", "--channel", "visit", "--address", "城关镇", "--title", "甲", "--content", "乙")
    office.refused("E105", *line, "--name", nothing)
    office.refused("E105", *PETITION_LINE[:-3], nothing, "--content", "乙")
    office.refused("E105", "unit", "add", nothing)
    office.refused("E105", "officer", "add", nothing)
    office.refused("E105", "search", nothing)
    assert office.sound() == facts


@pytest.mark.parametrize("number", ["0", "-", "1.5", "一", "2026-", "2026-0", "1 2", "../1", "99999999999", "1;DROP"])
def test_no_numbers(petition: Shell, number: str) -> None:
    """What is no petition number is refused by every command that takes one."""
    for command in (("show",), ("why",), ("accept",), ("note",), ("retract",)):
        ran = petition(*command, number, *(["记"] if command == ("note",) else []))
        assert (ran.code, ran.out) == (2, ""), (command, number)
        assert ran.err.startswith("E107: ")


@pytest.mark.parametrize("number", ["1", "000001", "2026-1", "26-1", "2026-000001", "１", "２０２６－１", " 1 "])
def test_ways_to_write_a_number(petition: Shell, number: str) -> None:
    """Short, full, full-width."""
    assert petition.ok("show", number, "-f", "json").data["number"] == "2026-000001"


def test_long_contents(office: Shell) -> None:
    """100,000 characters are kept to the letter, one more is refused; so in files, standard input and JSON."""
    text = "信" * 99_999 + "访"
    line = ("register", "--channel", "letter", "--name", "张三", "--address", "城关镇", "--title", "长信")
    office.ok(*line, "--content-file", "-", text=text)
    (office.folder / "长.txt").write_text(text + "\n", encoding="utf-8-sig")
    office.ok(*line, "--content-file", "长.txt")
    for row in office.ok("export", "-f", "json").data:
        assert row["content"] == text
    assert len(office.ok("search", "信访", "-f", "json").data) == 2
    office.refused("E111", *line, "--content-file", "-", text=text + "过长")
    office.refused("E111", "register", "--json", "-", text=json.dumps({"content": text + "过", "channel": "web"}))
    office.refused("E111", *line[:-1], "题" * 501, "--content", "乙")
    office.refused("E111", "note", 1, "记" * 100_001)
    for ending in ("html", "md", "xlsx", "csv", "txt"):
        office.ok("show", 1, "-o", f"一件.{ending}")
    office.sound()


NASTY = "\x1b[31m红\x1b[0m\x07\x00\u202e倒\u202c[bold]粗[/bold]<script>alert(1)</script>\r\n|表|`码`"


def test_control_characters_and_markup(office: Shell) -> None:
    """Nothing a petitioner writes reaches a terminal, a page or a file as markup or an escape code."""
    (office.folder / "件.json").write_text(
        json.dumps({"channel": "web", "name": f"张{NASTY}", "address": "城关镇", "title": NASTY, "content": NASTY}),
        encoding="utf-8",
    )
    office.ok("register", "--json", "件.json")
    for look in ("list", "show", "search", "export"):
        command = ("search", "粗") if look == "search" else LOOKS[look]
        for fmt in ("table", "plain", "markdown", "html", "csv", "tsv", "json", "jsonl"):
            out = office.ok(*command, "--reveal", "-f", fmt).out
            assert not set("\x1b\x07\x00\u202e\u202c") & set(out), (look, fmt)
            assert "bold" in out or (look, fmt) in {("show", "csv"), ("show", "tsv"), ("show", "jsonl")}
            assert fmt != "html" or "<script>" not in out
    row = office.ok("export", "--reveal", "-f", "json").data[0]
    assert row["title"] == "红倒[bold]粗[/bold]<script>alert(1)</script> |表|`码`"
    assert office.ok("show", 1, "-f", "plain").out.count("粗") >= 1
    office.sound()


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1", "=cmd|' /C calc'!A0"])
def test_formulas(office: Shell, formula: str) -> None:
    """A spreadsheet shows what a petitioner wrote and computes nothing; the export reads back."""
    office.ok(
        "register",
        "--channel",
        "web",
        "--name",
        formula,
        "--address",
        "甲",
        f"--title={formula}",
        f"--content={formula}",
    )
    kept = " ".join(formula.split())
    for look in ("list", "export"):
        (row,) = csv.DictReader(io.StringIO(office.ok(look, "--reveal", "-f", "csv").out))
        assert row["title"] == "'" + kept
        office.ok(look, "--reveal", "-o", "表.xlsx")
        book = load_workbook(io.BytesIO((office.folder / "表.xlsx").read_bytes()))
        cells = [cell for line in book.get_sheet_by_index(0).to_python() for cell in line]
        assert kept in cells
    office.ok("export", "--reveal", "-o", "台账.csv")
    again = Shell(office.folder, variables={"XINFANG_DB": "另.db"})
    again.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    again.ok("import", "台账.csv")
    assert again.ok("export", "--reveal", "-f", "json").data[0]["title"] == kept


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("", "不是 JSON"),
        ("[]", "JSON 对象"),
        ('"visit"', "JSON 对象"),
        ("null", "JSON 对象"),
        ('{"channel": "visit"', "不是 JSON"),
        ('{"title": 5}', "文字"),
        ('{"headcount": true}', "整数"),
        ('{"headcount": "5"}', "整数"),
        ('{"anonymous": "yes"}', "true 或 false"),
        ('{"petitioners": {}}', "数组"),
        ('{"petitioners": ["张三"], "channel": "web"}', "petitioners"),
        ('{"petitioners": [{"nmae": "张三"}], "channel": "web"}', "petitioners"),
        ('{"petitioners": [{"name": ["张三"]}], "channel": "web"}', "petitioners"),
        ('{"representatives": [5], "channel": "web", "name": "张三"}', "representatives"),
        ('{"no": 1}', "没有“no”"),
        ('{"headcount": NaN}', "整数"),
        ("[" * 100_000, "JSON"),
        ('{"headcount": 1' + "0" * 5000 + "}", ""),
        (
            '{"headcount": 99999999999999999999, "channel": "web", "name": "甲", "address": "乙", "title": "丙", "content": "丁"}',
            "",
        ),
        ('{"title": "\\ud800", "channel": "web", "name": "甲", "address": "乙", "content": "丁"}', ""),
    ],
)
def test_json_of_wrong_shapes(office: Shell, sent: str, said: str) -> None:
    """E1xx with the field, and nothing registered."""
    facts = office.sound()
    ran = office("register", "--json", "-", text=sent)
    assert (ran.code, ran.out) == (2, ""), ran
    assert ran.err.startswith("E1")
    assert said in ran.err
    assert office.sound() == facts


def test_not_a_ledger(shell: Shell) -> None:
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


def test_a_newer_schema(petition: Shell) -> None:
    """Not read, not written, not migrated down."""
    with closing(sqlite3.connect(petition.ledger)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for line in (("today",), PETITION_LINE, ("verify",), ("export",)):
        ran = petition.refused("E403", *line)
        assert "用新版程序" in ran.err
    with closing(sqlite3.connect(petition.ledger)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)


def test_a_read_only_file(petition: Shell) -> None:
    """E404 for every command: even a look needs the WAL's own files beside the ledger."""
    facts = petition.sound()
    with read_only(petition):
        petition.refused("E404", "accept", 1)
        petition.refused("E404", *PETITION_LINE)
        petition.refused("E404", "list", "--reveal")
        petition.refused("E404", "rebuild")
        petition.refused("E404", "list")
        petition.refused("E404", "show", 1)
    assert petition.sound() == facts


@pytest.mark.skipif(not POSIX, reason="needs owners of files")
def test_a_ledger_nobody_may_read(petition: Shell) -> None:
    """Neither file nor folder readable: E409 or E404 with what to look at."""
    with mode(petition, 0):
        ran = petition("today")
    assert (ran.code, ran.out) == (5, "")
    assert "权限" in ran.err
    assert "Traceback" not in ran.err
    petition.sound()


def test_a_full_disk(petition: Shell) -> None:
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


@pytest.mark.skipif(not POSIX, reason="needs limits of file size")
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


def test_a_locked_file(petition: Shell) -> None:
    """Readers read on; a writer waits, then says so and changes nothing."""
    facts = petition.sound()
    with locked(petition):
        petition.refused("E405", "accept", 1)
        petition.refused("E405", "show", 1, "--reveal")
        assert petition.ok("list", "-f", "json").data
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
def test_no_home(shell: Shell, home: str | None) -> None:
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


def test_a_missing_ledger(shell: Shell) -> None:
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


@pytest.mark.parametrize("encoding", ["gbk", "cp437", "ascii", "utf-16"])
def test_any_console(full: Shell, encoding: str) -> None:
    """Every look on a console of any encoding: exit 0, no traceback, the numbers legible."""
    for look in ("today", "overdue", "show", "report") if encoding != "gbk" else LOOKS:
        for fmt in ("plain", "json") if encoding == "gbk" else ("json",):
            ran = full.outside(*LOOKS[look], "-f", fmt, PYTHONIOENCODING=encoding)
            assert (ran.code, ran.err) == (0, ""), (look, fmt, ran.err)
            if fmt == "json":
                assert ran.data == full.ok(*LOOKS[look], "-f", "json").data
    refused = full.outside("show", "99", PYTHONIOENCODING=encoding)
    assert refused.code == 4
    assert "E201" in refused.err


def test_gbk_terminal_reads_the_same(full: Shell) -> None:
    """In GBK nothing is lost: the text is that of UTF-8."""
    for look in ("list", "why", "report"):
        assert full.outside(*LOOKS[look], PYTHONIOENCODING="gbk").out == full.outside(*LOOKS[look]).out


@pytest.mark.skipif(not POSIX, reason="needs head")
def test_a_reader_that_goes_away(full: Shell) -> None:
    """`xinfang … | head -1` says nothing on standard error."""
    for look in ("category", "calendar", "list"):
        words = " ".join(LOOKS[look])
        ran = subprocess.run(
            ["sh", "-c", f'"{sys.executable}" -m xinfang {words} | head -1'],
            cwd=full.folder,
            env=full.environment({}),
            capture_output=True,
            timeout=60,
            check=True,
        )
        assert ran.stderr == b"", look
        assert ran.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "line", [("list",), ("category", "list", "-f", "json"), ("days", "2024-09-18", "--days", "15")]
)
def test_output_to_a_full_disk(full: Shell, line: tuple[str, ...]) -> None:
    """`xinfang list > file` on a full disk is an error, not silence."""
    with Path("/dev/full").open("wb") as target:
        ran = subprocess.run(
            [*PYTHON, "-m", "xinfang", *line],
            cwd=full.folder,
            env=full.environment({}),
            stdout=target,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    told = ran.stderr.decode("utf-8")
    assert ran.returncode == 2
    assert told.startswith("E507: ")
    assert "Traceback" not in told


def test_no_colour(full: Shell) -> None:
    """In a pipe, with or without NO_COLOR, there is no escape code."""
    for variables in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in full.outside("list", **variables).out


@pytest.mark.skipif(not POSIX, reason="arguments are text on Windows")
def test_arguments_that_are_no_text(petition: Shell) -> None:
    """Bytes that are not UTF-8 in an argument: kept out or refused, never half of it, never a traceback."""
    for line in (
        ("note", "1", b"\xd5\xc5\xc8\xfd"),
        ("search", b"\xff\xfe"),
        ("show", b"\xd5"),
        ("list", "--unit", b"\xb3\xc7"),
        (*PETITION_LINE[:4], b"\xd5\xc5\xc8\xfd", *PETITION_LINE[5:]),
        ("list", "-o", b"\xc3\xfb\xb5\xa5.csv"),
        ("list", "-f", b"\xff"),
        (b"\xff\xfe",),
        ("today", "--db", b"\xff.db"),
        ("init", "--office", b"\xff", "--code", "1", "--kind", "police", "--db", b"\xfe.db"),
    ):
        ran = petition.outside(*line)
        assert "Traceback" not in ran.err, (line, ran.err)
        assert ran.code in {0, 2, 4, 5}
    petition.sound()
    for look in ("list", "show"):
        petition.outside(*LOOKS[look], "-f", "json").out.encode("utf-8")


def test_interrupted_question(office: Shell) -> None:
    """Standard input that ends, and --json from nothing: refused, nothing written."""
    facts = office.sound()
    office.refused("E118", "register", "--json", "-")
    office.refused("E501", "register", "--json", "没有.json")
    office.refused("E105", "register")
    assert office.sound() == facts


@pytest.mark.skipif(not POSIX, reason="Windows has no such modes")
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
