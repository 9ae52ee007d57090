"""Tables in text: CSV and its kin, read as a stream."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BufferedReader, StringIO, TextIOWrapper
from pathlib import Path
from typing import cast

from .encoding import find_encoding
from .heading_row import LOOK_AT
from .merged import Merger
from .rows import Cell, Unreadable

DELIMITERS = ",\t;|，"
TEXT_SIGN = '="'
SAMPLE = 1 << 16
LONGEST_CELL = 4_000_000
"""A cell beyond this is a quotation mark that was never closed."""


class TextSource:
    """A text table; rows are numbered as Excel numbers them, so a cell of several lines counts once."""

    name = ""
    ragged = True
    days_later = 0
    mergers: Sequence[Merger] = ()
    headings_within = LOOK_AT
    total: int | None = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = find_encoding(path)
        self._size = path.stat().st_size
        self._file: BufferedReader | None = None
        self._done = 0.0
        with path.open(encoding=self._encoding, newline="") as file:
            self._delimiter = find_delimiter(file.read(SAMPLE))
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))

    def rows(self) -> Iterator[tuple[int, list[Cell] | Unreadable]]:
        """Rows from the top; one whose quotation marks do not match comes as Unreadable, and reading goes on."""
        with self._path.open("rb") as raw, TextIOWrapper(raw, encoding=self._encoding, newline="") as text:
            self._file, self._done = raw, 0.0
            try:
                yield from self._read(text)
            finally:
                self._done, self._file = self.progress(), None

    def _read(self, text: TextIOWrapper) -> Iterator[tuple[int, list[Cell] | Unreadable]]:
        record: list[str] = []

        def lines() -> Iterator[str]:
            for physical in text:
                record.append(physical)
                yield physical

        # strict, because otherwise an open quotation mark silently swallows the rows after it.
        reader = csv.reader(lines(), delimiter=self._delimiter, strict=True)
        line = 0
        while True:
            try:
                for cells in reader:
                    line += 1
                    if any(TEXT_SIGN in physical for physical in record):
                        cells = list(map(_without_sign, cells))
                    record.clear()
                    yield line, cast("list[Cell]", cells)
                return
            except csv.Error as problem:
                line += 1
                broken = "".join(record)
                record.clear()
                yield line, Unreadable(broken, _reason(problem), "E502")

    def progress(self) -> float:
        """Bytes read over the file's size."""
        return min(1.0, self._file.tell() / self._size) if self._file else self._done


def _without_sign(cell: str) -> str:
    """410101…: other systems write ="410101…", or Excel would show the number as 4.1E+17."""
    inner = cell.strip()[len(TEXT_SIGN) : -1]
    return inner if cell.strip() == f'{TEXT_SIGN}{inner}"' and '"' not in inner else cell


def find_delimiter(sample: str) -> str:
    """The delimiter that cuts the most rows of the sample into equally many cells, at least two; else the comma."""
    if sample.lower().startswith("sep=") and len(sample) > 4:
        return sample[4]
    # The sample may end inside a row.
    whole = sample.rpartition("\n")[0] or sample
    return max(DELIMITERS, key=lambda delimiter: _evenness(whole, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    counts: Counter[int] = Counter()
    try:
        for cells in csv.reader(StringIO(sample, newline=""), delimiter=delimiter):
            if len(cells) > 1:
                counts[len(cells)] += 1
    except csv.Error:
        return 0, 0
    return max(((rows, cells) for cells, rows in counts.items()), default=(0, 0))


def _reason(problem: csv.Error) -> str:
    text = str(problem)
    if "unexpected end" in text:
        return "从这一行起引号没有配对，后面的内容都被当成一格。"
    if "larger than field limit" in text:
        return f"一格超过{LONGEST_CELL}字，多半是引号没有配对。"
    return "引号不配对: 文字里的引号要写成两个。"
