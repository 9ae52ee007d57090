"""Receipts and time lines: sentences, one under the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from .safe import safe_block
from .screen import write

INDENT = "    "


def print_lines(lines: Iterable[str], stdout: TextIO) -> None:
    """Print each of `lines`; a break inside one goes on indented, so that no text can pass for a line of ours."""
    write(stdout, [safe_block(line).replace("\n", "\n" + INDENT) + "\n" for line in lines])
