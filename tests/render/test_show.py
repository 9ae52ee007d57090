"""Where it goes: formats and suffixes, encodings, files whole or not at all, importing for nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from needs import full_device, posix

from xinfang import render
from xinfang.core.errors import BadInput, ExchangeFailed
from xinfang.core.table import Document, Table
from xinfang.render import BINARY_FORMATS, FORMATS, SUFFIXES, TEXT_FORMATS, show
from xinfang.render.files import write_file

from .samples import OVERDUE, REPORT, Screen, printed, texts

ROOM = Path(render.__file__).parent
NO_LOOKS = {
    *("__init__", "cells", "files", "lines", "progress", "records", "safe", "screen", "titles", "widths"),
    *("bars", "charts", "native_charts", "svg"),
    *("official_page", "official_words", "word_annexes", "word_charts", "word_package", "word_table"),
    *("sheet_names", "workbook_cells"),
}
BINARY = [f".{name}" for name in BINARY_FORMATS]


def test_every_file_of_the_room_is_a_format_or_known() -> None:
    assert {path.stem for path in ROOM.glob("*.py")} - NO_LOOKS == {
        *(module for module, _ in TEXT_FORMATS.values()),
        *BINARY_FORMATS.values(),
        "rich_table",
    }
    assert set(SUFFIXES.values()) | {"table"} == set(FORMATS)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("value", [OVERDUE, REPORT], ids=["table", "document"])
def test_the_suffix_decides(suffix: str, value: Table | Document, tmp_path: Path) -> None:
    path = tmp_path / f"出{suffix.upper()}"
    screen = Screen()
    show(value, fmt=None, output=path, stdout=screen)
    assert screen.text == ""
    if suffix in BINARY:
        assert path.read_bytes().startswith(b"PK")
        return
    mark = b"\xef\xbb\xbf" if suffix in (".csv", ".tsv") else b""
    assert path.read_bytes() == mark + printed(value, SUFFIXES[suffix]).encode("utf-8")


def test_the_format_goes_before_the_suffix(tmp_path: Path) -> None:
    show(OVERDUE, fmt="json", output=tmp_path / "a.csv", stdout=Screen())
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == printed(OVERDUE, "json")
    show(OVERDUE, fmt="table", output=tmp_path / "b", stdout=Screen(terminal=True))
    assert (tmp_path / "b").read_text(encoding="utf-8") == printed(OVERDUE, "plain")


@pytest.mark.parametrize(("fmt", "output"), [("pdf", None), ("", None), ("pdf", Path("a.csv")), (None, Path("a.pdf"))])
def test_unknown_formats_are_refused_with_the_choices(fmt: str | None, output: Path | None) -> None:
    with pytest.raises(BadInput) as refused:
        show(OVERDUE, fmt=fmt, output=output, stdout=Screen())
    assert refused.value.code == "E104"
    assert "jsonl" in refused.value.remedy


@pytest.mark.parametrize(
    ("fmt", "name", "instead"),
    [
        ("csv", "a.docx", "a.csv"),
        ("plain", "a.xlsx", "a.txt"),
        ("docx", "a.csv", "a.docx"),
        ("xlsx", "a.DOCX", "a.xlsx"),
    ],
)
def test_no_file_is_named_for_a_program_that_could_not_open_it(
    fmt: str, name: str, instead: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as refused:
        show(OVERDUE, fmt=fmt, output=tmp_path / name, stdout=Screen())
    assert refused.value.code == "E104"
    assert str(tmp_path / instead) in refused.value.remedy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("fmt", "name"), [("csv", "a.txt"), ("jsonl", "a.json"), ("docx", "a.tmp"), ("xlsx", "a")])
def test_any_text_may_stand_in_a_text_file_and_anything_in_one_of_no_kind(fmt: str, name: str, tmp_path: Path) -> None:
    show(OVERDUE, fmt=fmt, output=tmp_path / name, stdout=Screen())
    assert (tmp_path / name).stat().st_size > 0


@pytest.mark.parametrize("fmt", BINARY_FORMATS)
def test_bytes_to_a_pipe(fmt: str) -> None:
    screen = Screen("gbk")
    show(OVERDUE, fmt=fmt, output=None, stdout=screen)
    assert screen.content.getvalue().startswith(b"PK")


@pytest.mark.parametrize("stdout", [Screen(terminal=True), StringIO()], ids=["terminal", "text only"])
def test_bytes_never_on_a_terminal(stdout: Screen | StringIO) -> None:
    for fmt in BINARY_FORMATS:
        with pytest.raises(BadInput) as refused:
            show(OVERDUE, fmt=fmt, output=None, stdout=stdout)
        assert refused.value.code == "E101"
        assert f"-o 文件名.{fmt}" in refused.value.remedy


def test_gbk_stays_aligned() -> None:
    shown = printed(Table("表", OVERDUE.columns[:2], (("😀😀", "一"), ("€abc", "二"))), encoding="gbk")
    assert shown == "表\n编号  标题\n----  ----\n??    一\n?abc  二\n"


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_html_keeps_every_character(encoding: str) -> None:
    page = printed(texts("€信"), "html", encoding)
    assert page.isascii()
    assert "&#8364;&#20449;" in page


def test_no_file_is_left_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("原样", encoding="utf-8")
    for target in (
        tmp_path / "file" / "a.csv",
        tmp_path / "none" / "a.csv",
        tmp_path,
        tmp_path / ("长" * 200 + ".csv"),
    ):
        with pytest.raises(ExchangeFailed) as refused:
            show(OVERDUE, fmt="csv", output=target, stdout=Screen())
        assert refused.value.code == "E507"
        assert refused.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@posix
def test_whoever_reads_the_old_file_goes_on_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_file(path, [b"new"])
        assert (reader.read(), path.read_bytes()) == (b"old", b"new")


def test_an_old_file_stays_whole_where_writing_fails_half_way(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def half() -> Iterator[bytes]:
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(ExchangeFailed, match="磁盘已满"):
        write_file(path, half())
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


@posix
def test_pipes_and_devices_are_written_to_not_replaced(tmp_path: Path) -> None:
    # A named pipe stands for /dev/null and its like, which a test run by root must not put at risk.
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    show(OVERDUE, fmt=None, output=pipe, stdout=Screen())
    assert os.read(reader, 10_000) == "\ufeff".encode() + printed(OVERDUE, "csv").encode()
    os.close(reader)
    assert pipe.is_fifo()


@posix
def test_links_and_modes_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    show(OVERDUE, fmt=None, output=tmp_path / "link.csv", stdout=Screen())
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 100
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640


PROGRAM = """
import sys
from pathlib import Path
from xinfang.core.table import Column, Table
from xinfang.core.errors import Problem
from xinfang import render
table = Table("表", (Column("a", "甲"), Column("d", "乙", "date")), (("一" * 30, None),) * int(sys.argv[2]))
try:
    render.show(table, fmt=sys.argv[1], output=None, stdout=sys.stdout)
except Problem as problem:
    print(problem, file=sys.stderr)
    sys.exit(problem.exit_code)
heavy = {"rich", "tabulate", "wcwidth", "xlsxwriter", "json", "csv", "html", "tempfile", "decimal", "zipfile"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


def run(fmt: str, rows: int, stdout: int) -> subprocess.Popen[bytes]:
    arguments = [sys.executable, "-X", "warn_default_encoding", "-W", "error", "-c", PROGRAM, fmt, str(rows)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": ""}
    return subprocess.Popen(arguments, stdout=stdout, stderr=subprocess.PIPE, cwd=ROOM.parent.parent, env=environment)


def test_plain_loads_nothing_heavy() -> None:
    process = run("plain", 1, subprocess.DEVNULL)
    assert process.communicate()[1].strip() == b"[]"


def test_importing_the_room_loads_only_itself() -> None:
    code = """
import __future__, importlib, sys, typing, xinfang.core.table
before = set(sys.modules)
import xinfang.render
print(set(sys.modules) - before)
"""
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOM.parent.parent)
    assert process.stdout.strip() == b"{'xinfang.render'}"


@pytest.mark.parametrize("fmt", ["plain", "csv", "json", "xlsx"])
def test_a_reader_that_goes_away_is_no_error(fmt: str) -> None:
    process = run(fmt, 20_000, subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert b"rror" not in process.stderr.read()
    assert process.wait() == 0
    process.stderr.close()


@pytest.mark.parametrize("fmt", ["plain", "xlsx"])
def test_a_reader_that_was_never_there_is_no_error(fmt: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = run(fmt, 1, writing)
    os.close(writing)
    assert b"rror" not in process.communicate()[1]
    assert process.returncode == 0


@full_device
@pytest.mark.parametrize("fmt", ["plain", "xlsx"])
def test_a_full_disk_behind_standard_output_is_told(fmt: str) -> None:
    with Path("/dev/full").open("wb") as full:
        process = run(fmt, 1, full.fileno())
        told = process.communicate()[1].decode("utf-8")
    assert told.startswith("E507: 不能写出到标准输出: 磁盘已满。\n")
    assert process.returncode == 2


def test_write_bytes_needs_no_descriptor() -> None:
    class Closed(BytesIO):
        def write(self, *_: object) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    class Pipe(Screen):
        @property
        def buffer(self) -> Closed:
            return Closed()

    show(OVERDUE, fmt="xlsx", output=None, stdout=Pipe())
