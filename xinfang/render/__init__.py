"""One value, many looks: every output format, in sight, and `show`, which prints in one of them.

Importing this module loads none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang.core.table import Document, Table

TEXT_FORMATS = {
    "plain": ("plain", "chunks"),
    "markdown": ("markdown", "chunks"),
    "html": ("html", "chunks"),
    "csv": ("as_csv", "csv_chunks"),
    "tsv": ("as_csv", "tsv_chunks"),
    "json": ("as_json", "json_chunks"),
    "jsonl": ("as_json", "jsonl_chunks"),
}
"""Name of the format → the file of this folder that makes it, and the function there."""

BINARY_FORMATS = {"xlsx": "workbook", "docx": "word"}
"""Name of the format → the file of this folder whose `chunks` makes its bytes."""

FORMATS = ("table", *TEXT_FORMATS, *BINARY_FORMATS)
"""What may be asked for: `table` is rich_table.py on a terminal, plain elsewhere and for what is too long for it."""

SUFFIXES = {
    ".txt": "plain",
    ".md": "markdown",
    ".html": "html",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
"""End of a file's name → format."""


def format_of(fmt: str | None, output: Path | None) -> str:
    """The format meant by `-f` and `-o`: one of FORMATS. `-f md` is what `-o x.md` is.

    Raises BadInput E104 for any other, and where no program would open a file of that name with that in it.
    """
    from xinfang.core.errors import BadInput

    if fmt is not None:
        named = SUFFIXES.get(f".{fmt.lower()}", fmt.lower())
        if named in FORMATS:
            _fits(named, output)
            return named
        raise BadInput("E104", f"没有“{fmt}”这种输出格式。", remedy="可选: " + "、".join(FORMATS))
    if output is None:
        return "table"
    if output.suffix.lower() in SUFFIXES:
        return SUFFIXES[output.suffix.lower()]
    remedy = f"文件名以 {'、'.join(SUFFIXES)} 结尾，或用 -f 指定格式"
    raise BadInput("E104", f"从文件名“{output.name}”看不出输出格式。", remedy=remedy)


def _fits(fmt: str, output: Path | None) -> None:
    """One kind of text may stand in a file named for another; a workbook or a Word file is one in any case."""
    from xinfang.core.errors import BadInput

    named = SUFFIXES.get(output.suffix.lower()) if output else None
    if output and named not in (None, fmt) and {fmt, named} & BINARY_FORMATS.keys():
        ending = next((suffix for suffix, name in SUFFIXES.items() if name == fmt), ".txt")
        remedy = f"去掉 -f {fmt}，按文件名写成 {named}；或者写成 -o {output.with_suffix(ending)}"
        raise BadInput("E104", f"文件名“{output.name}”是 {named} 的，-f 要的是 {fmt}，写出来打不开。", remedy=remedy)


def show(value: Table | Document, *, fmt: str | None, output: Path | None, stdout: TextIO) -> None:
    """Print `value` on `stdout`, or write it to the file `output`, in the format `fmt` or the one that fits.

    Raises BadInput for a format that does not exist or cannot be printed there, ExchangeFailed E507
    when it cannot be written.
    """
    from xinfang.core.table import is_long

    name = format_of(fmt, output)
    if output is not None:
        from .files import write_file

        write_file(output, _file(value, name))
    elif name in BINARY_FORMATS:
        _show_bytes(value, name, stdout)
    elif name == "table" and stdout.isatty() and not is_long(value):
        from . import rich_table

        rich_table.show(value, stdout)
    else:
        from . import screen

        screen.write(stdout, _text(value, name, screen.encoding_of(stdout)))


def _text(value: Table | Document, name: str, encoding: str) -> Iterator[str]:
    module, function = TEXT_FORMATS["plain" if name == "table" else name]
    chunks: Iterator[str] = getattr(import_module(f".{module}", __name__), function)(value, encoding)
    return chunks


def _file(value: Table | Document, name: str) -> Iterator[bytes]:
    if name in BINARY_FORMATS:
        yield from _bytes(value, name)
        return
    # Without the mark Excel takes a CSV file for GBK.
    if name in ("csv", "tsv"):
        yield "\ufeff".encode()
    for chunk in _text(value, name, "utf-8"):
        yield chunk.encode("utf-8")


def _bytes(value: Table | Document, name: str) -> Iterator[bytes]:
    chunks: Iterator[bytes] = import_module(f".{BINARY_FORMATS[name]}", __name__).chunks(value)
    return chunks


def _show_bytes(value: Table | Document, name: str, stdout: TextIO) -> None:
    from xinfang.core.errors import BadInput

    if stdout.isatty() or not hasattr(stdout, "buffer"):
        raise BadInput("E101", f"{name} 文件不能显示在屏幕上。", remedy=f"用 -o 文件名.{name} 存成文件")
    from .screen import write_bytes

    write_bytes(stdout, _bytes(value, name))
