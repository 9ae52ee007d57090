"""Other people's consoles, pipes and arguments: nothing is lost on the way, and nobody sees a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from needs import full_device, posix

from .samples import LOOKS, PETITION_LINE
from .shell import PYTHON, Shell


@pytest.mark.parametrize("encoding", ["gbk", "cp437", "ascii", "utf-16"])
def test_every_look_is_legible_on_any_console(full: Shell, encoding: str) -> None:
    """Every look on a console of any encoding: exit 0, no traceback, the numbers legible."""
    for look in ("today", "overdue", "show", "report") if encoding != "gbk" else LOOKS:
        for fmt in ("plain", "json") if encoding == "gbk" else ("json",):
            ran = full.outside(*LOOKS[look], "-f", fmt, PYTHONIOENCODING=encoding)
            assert (ran.code, ran.err) == (0, ""), (look, fmt, ran.err)
            if fmt == "json":
                assert ran.data == full.data(*LOOKS[look])
    refused = full.outside("show", "99", PYTHONIOENCODING=encoding)
    assert refused.code == 4
    assert "E201" in refused.err


def test_gbk_terminal_reads_the_same(full: Shell) -> None:
    """In GBK nothing is lost: the text is that of UTF-8."""
    for look in ("list", "why", "report"):
        assert full.outside(*LOOKS[look], PYTHONIOENCODING="gbk").out == full.outside(*LOOKS[look]).out


@posix
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


@posix
@pytest.mark.parametrize(
    ("line", "code"), [("list", 0), ("--help", 0), ("show 1", 0), ("note 1 记下", 0), ("show 99", 4), ("register", 2)]
)
def test_no_console_at_all(petition: Shell, line: str, code: int) -> None:
    """Started by a service or by pythonw, with no stream open: the work is done, and the exit code says so."""
    facts = petition.sound()
    ran = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m xinfang {line} <&- >&- 2>&-'],
        cwd=petition.folder,
        env=petition.environment({}),
        timeout=60,
        check=False,
    )
    assert ran.returncode == code
    assert petition.sound() == facts + line.startswith("note")


@full_device
@pytest.mark.parametrize(
    "line",
    [
        ("list",),
        ("category", "list", "-f", "json"),
        ("days", "2024-09-18", "--days", "15"),
        (),
        ("help", "办"),
        ("list", "--help"),
    ],
)
def test_output_to_a_full_disk(full: Shell, line: tuple[str, ...]) -> None:
    """`xinfang list > file` on a full disk is an error, not silence."""
    ran = _to_a_full_disk(full, *line)
    told = ran.stderr.decode("utf-8")
    assert ran.returncode == 2
    assert told.startswith("E507: ")
    assert "Traceback" not in told


@full_device
@pytest.mark.parametrize("fmt", ["text", "json"])
def test_a_receipt_to_a_full_disk(petition: Shell, fmt: str) -> None:
    """What was done is not done again for want of a receipt."""
    facts = petition.sound()
    told = _to_a_full_disk(petition, "note", "1", "电话联系", "-f", fmt).stderr.decode("utf-8")
    assert told.startswith("E507: ")
    assert "2026-000001 的这一步已经写入台账，不要再输入一遍" in told
    assert petition.sound() == facts + 1


@full_device
def test_complaints_to_a_full_disk(full: Shell) -> None:
    """Nothing can be said: the exit code still tells a script, and does not say that something is overdue."""
    for line, code in ((("show", "999"), 4), (("overdu",), 2), (("overdue", "--exit-code"), 2)):
        assert _to_a_full_disk(full, *line, complaints=True).returncode == code, line


def _to_a_full_disk(shell: Shell, *line: str, complaints: bool = False) -> subprocess.CompletedProcess[bytes]:
    with Path("/dev/full").open("wb") as target:
        return subprocess.run(
            [*PYTHON, "-m", "xinfang", *line],
            cwd=shell.folder,
            env=shell.environment({}),
            stdout=target,
            stderr=target if complaints else subprocess.PIPE,
            timeout=60,
            check=False,
        )


def test_in_a_pipe_there_is_no_escape_code(full: Shell) -> None:
    """In a pipe, with or without NO_COLOR, there is no escape code."""
    for variables in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in full.outside("list", **variables).out


@posix
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


def test_a_question_cut_off_writes_nothing(office: Shell) -> None:
    """Standard input that ends, and --json from nothing: refused, nothing written."""
    facts = office.sound()
    office.refused("E118", "register", "--json", "-")
    office.refused("E501", "register", "--json", "没有.json")
    office.refused("E105", "register")
    assert office.sound() == facts


def test_an_import_broken_off_says_what_became_of_it(office: Shell) -> None:
    """Ctrl-C while an import works: 130, and what became of it is said."""
    (office.folder / "表.csv").write_text("收到日期,姓名,住址,标题\n2026-01-04,甲,乙,丙\n", encoding="utf-8")
    with patch("xinfang.cli.import_ledger.import_ledger", side_effect=KeyboardInterrupt):
        ran = office("import", "表.csv")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.endswith("已中断；已经写入的都在台账里，没有完的再输入一遍。\n")
