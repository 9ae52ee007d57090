"""Which rows of a ledger are petitions, under which number, and what is left out and said to be."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.mapping import Mapping
from xinfang.sheets.rows import LedgerRow, RowFaults

from .samples import GOOD, HEAD, only, read, told, write_csv, write_text, write_xlsx


def test_rows_are_numbered_as_excel_numbers_them(tmp_path: Path) -> None:
    text = '某县台账,,\n收到日期,姓名,内容\n2025-1-1,张三,"一\n二\n三"\n\n2025-1-2,李四,四\n'
    ledger = open_ledger(write_text(tmp_path / "a.csv", text))
    assert [row.line for row in read(ledger)[0]] == [3, 5]
    assert ledger.skipped == [(1, "表头以上的行"), (4, "空行")]


def test_left_columns_and_top_rows_may_be_blank(tmp_path: Path) -> None:
    rows = [[], [], [None, None, *HEAD], [None, None, *GOOD]]
    assert only(write_xlsx(tmp_path / "a.xlsx", {"台账": rows})).line == 4


def test_sums_are_petitions_where_they_have_a_day(tmp_path: Path) -> None:
    head = ["标题", "收到日期", "姓名"]
    rows = [
        ["合计不清", "2025-1-1", "张三"],
        ["说明：补偿问题", "", "李四"],
        ["累计12件", "", ""],
        ["第1页共3页", "", ""],
    ]
    ledger = open_ledger(write_csv(tmp_path / "a.csv", [head, *rows]))
    good, faults = read(ledger)
    assert [row.title for row in good] == ["合计不清"]
    assert [told(bad) for bad in faults] == [[(3, "收到日期", "", "E105")]]
    assert ledger.skipped == [(4, "合计行: 累计12件"), (5, "说明行: 第1页共3页")]


def test_sums_of_a_year_a_quarter_or_a_month(tmp_path: Path) -> None:
    sums = ["2025年小计", "2025年度合计", "3月合计", "十二月份小计", "2025年12月累计", "第一季度小计", "上半年累计"]
    rows = [HEAD, GOOD, *([each, "", "", "", ""] for each in sums)]
    ledger = open_ledger(write_csv(tmp_path / "a.csv", rows))
    good, faults = read(ledger)
    assert len(good) == 1
    assert not faults
    assert [why for _, why in ledger.skipped] == [f"合计行: {each}" for each in sums]


def test_constants_do_not_turn_sums_into_petitions(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["编号", "内容"], ["K1", "反映"], ["", ""], ["合计", "1"]])
    mapping = Mapping({}, {"received": date(2025, 1, 1), "name": "匿名"})
    ledger = open_ledger(path, map=mapping)
    assert [row.key for row in read(ledger)[0]] == ["K1"]
    assert ledger.skipped == [(3, "空行"), (4, "合计行: 合计")]


def test_only_headings(tmp_path: Path) -> None:
    ledger = open_ledger(write_text(tmp_path / "a.csv", "收到日期,姓名\n"))
    assert read(ledger) == ([], [])
    assert open_ledger(write_xlsx(tmp_path / "a.xlsx", {"台账": [HEAD]})).total == 0


def test_columns_without_a_heading_are_reported(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"台账": [["收到日期", "", "姓名"], ["2025-1-1", "甲", "张三", None, "乙"]]})
    assert open_ledger(path).ignored == ["第2列（没有表头）", "第5列（没有表头）"]


def test_rows_may_be_read_again(tmp_path: Path) -> None:
    ledger = open_ledger(write_csv(tmp_path / "a.csv", [HEAD, GOOD, [], GOOD]))
    assert read(ledger) == read(ledger)
    assert ledger.skipped == [(3, "空行")]


def test_progress_grows_to_one_and_the_file_is_closed(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *[GOOD] * 5000])
    ledger = open_ledger(path)
    seen = []
    for row in ledger.rows():
        assert isinstance(row, LedgerRow | RowFaults)
        seen.append(ledger.progress())
    assert seen == sorted(seen)
    assert 0 < seen[0] < 0.5
    assert ledger.progress() == 1.0
    path.unlink()


def test_a_stream_is_not_loaded_whole(tmp_path: Path) -> None:
    import tracemalloc

    text = io.StringIO()
    for number in range(20_000):
        text.write(f"2025-1-1,张三,K{number},{'内容' * 60}\n")
    path = write_text(tmp_path / "a.csv", "收到日期,姓名,编号,内容\n" + text.getvalue())
    tracemalloc.start()
    count = sum(1 for _ in open_ledger(path).rows())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < path.stat().st_size / 2
