"""The page of a command's help, laid out by the columns a text takes: a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from typer._click.formatting import HelpFormatter

from ..render.widths import width

HELP_WORDS = {
    "Usage:": "用法:",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "子命令 [参数]",
    "Arguments:": "参数:",
    "Options:": "选项:",
    "Commands:": "子命令:",
    "Show this message and exit.": "显示本帮助",
    "[required]": "[必填]",
    "[default: ": "[默认: ",
    "[env var: ": "[环境变量: ",
}
NARROWEST = 10
_PIECES = re.compile(r"(?:[!-~]+|[^!-~])[，。、；：）】》”]*")
"""What stays on one line: an option or a word, any other character, and the marks that close either."""
_WORDS = re.compile(r" *[^ ]+")


def in_chinese(text: str) -> str:
    """A page, or a piece of one, with typer's own words translated."""
    for english, chinese in HELP_WORDS.items():
        text = text.replace(english, chinese)
    return text


class Page(HelpFormatter):
    """typer's page, which counts characters, with its columns under each other again."""

    def write_text(self, text: str) -> None:
        """Paragraphs, folded between words only: an example is to be copied."""
        indent = " " * self.current_indent
        for line in text.split("\n"):
            self.write("".join(f"{indent}{part}\n" if part else "\n" for part in _folded(line, self.width, _WORDS)))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options, arguments or sub-commands, and beside them what they are."""
        rows = list(rows)
        taken = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        indent, beside = " " * self.current_indent, " " * (self.current_indent + taken)
        for term, words in rows:
            first, *others = _folded(
                in_chinese(words), max(self.width - taken - self.current_indent, NARROWEST), _PIECES
            )
            gap = " " * (taken - width(term)) if width(term) <= taken - col_spacing else f"\n{beside}"
            self.write(f"{indent}{term}{gap}{first}".rstrip() + "\n")
            self.write("".join(f"{beside}{line}\n" for line in others))


def _folded(text: str, columns: int, pieces: re.Pattern[str]) -> Iterable[str]:
    """`text` in lines of at most `columns`, broken between pieces; one that is longer stands alone."""
    return list(_lines(pieces.findall(text), columns)) or [""]


def _lines(pieces: Iterable[str], columns: int) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and width(line) + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    if line:
        yield line.rstrip()
