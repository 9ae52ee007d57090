"""What is written in the usual way is read back the same."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xinfang.core.identity import check_digit
from xinfang.core.terms import Category, Channel, Outcome
from xinfang.core.unsaid import DITTO
from xinfang.render.safe import looks_like_formula
from xinfang.sheets.cells import read_address
from xinfang.sheets.cleaning import clean_line, clean_text
from xinfang.sheets.fields import LABELS
from xinfang.sheets.formula_errors import is_error
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.rows import LedgerRow

from .samples import read

# A text as the program keeps it is one that cleaning leaves as it is; and no row of sums or notes, nor what a formula
# says that has gone wrong, which hypothesis finds among the words of the program.
TEXT = st.text(max_size=40).filter(lambda text: "'" not in text[:1] and clean_text(text) == text and not is_error(text))
LINE = TEXT.filter(lambda text: "\n" not in text and clean_line(text) == text and not text.endswith(".0"))
# Ditto marks are refused where they would name somebody.
OWN = LINE.filter(lambda text: text not in DITTO)
NAMES = st.text("张王李赵伟芳娜·𠮷", min_size=1, max_size=6).filter(lambda name: name.strip("·") == name)
DAYS = st.lists(st.dates(date(1950, 1, 1), date(2100, 1, 1)), min_size=6, max_size=6).map(sorted)
NUMBERS = (
    st.integers(0, 899)
    .map(lambda order: f"1101051990010{order % 9 + 1:1}{order:03}")
    .map(lambda body: body + check_digit(body))
)


def make(days: list[date], **values: Any) -> LedgerRow:
    named: dict[str, Any] = dict(
        zip(("received", "informed", "accepted", "replied", "served", "closed"), days, strict=True)
    )
    return LedgerRow(2, **named, **values)


ROWS = st.builds(
    make,
    DAYS,
    name=NAMES,
    key=st.text("0123456789ABK-", max_size=12).filter(lambda key: clean_line(key) == key),
    id_number=NUMBERS.filter(lambda number: not number.endswith("000")),
    phone=st.from_regex(r"1[3-9][0-9]{9}|0371-[0-9]{7}", fullmatch=True),
    # A masked one is refused; 暂无 and its like are none, which hypothesis finds among the words of the program.
    address=OWN.filter(lambda text: not text.endswith(("***", "＊＊＊")) and read_address(text) == text),
    title=LINE,
    content=TEXT,
    reply=TEXT,
    unit=OWN,
    officer=NAMES,
    channel=st.sampled_from(Channel),
    category=st.sampled_from(Category),
    outcome=st.sampled_from(Outcome),
    route=st.integers(1, 6),
    headcount=st.integers(1, 100_000),
)


def written(row: LedgerRow, headings: dict[str, str]) -> str:
    cells = []
    for name in headings:
        value = getattr(row, name)
        text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
        cells.append("'" + text if looks_like_formula(text) else text)
    table = io.StringIO(newline="")
    csv.writer(table).writerows([list(headings.values()), cells])
    return table.getvalue()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]), st.booleans())
def test_row_to_csv_to_row(row: LedgerRow, encoding: str, chinese: bool) -> None:
    headings = LABELS if chinese else {name: name for name in LABELS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.csv")
        path.write_bytes(written(row, headings).encode(encoding))
        rows, faults = read(open_ledger(path))
    assert not faults
    assert rows == [row]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-", "@某", "'=1", "''-2", "＝1", "'引号", "' =x"])
def test_our_guard_against_formulas_comes_off(text: str) -> None:
    guarded = "'" + text if looks_like_formula(text) else text
    assert clean_text(guarded) == text


def test_every_field_of_a_row_is_written_and_read() -> None:
    assert set(LABELS) == {field.name for field in fields(replace(LedgerRow(1)))} - {"line", "id_doubtful"}


@pytest.mark.parametrize(
    ("written_down", "kept"), [("暂无", ""), ("（住址不详）", ""), ("未留", ""), ("暂无村3号", "暂无村3号")]
)
def test_words_for_no_address_are_none(written_down: str, kept: str) -> None:
    assert read_address(written_down) == kept
