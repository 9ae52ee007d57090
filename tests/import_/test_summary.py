"""What an import says, and what it makes of words that mean nothing, of names it does not know and of masks."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from sheets.samples import write_csv

from .intake import Counts, counts, exported, faults, imported

HEAD = ["收到日期", "姓名", "内容"]
ROW = ["2025-3-4", "张三", "户口"]


def test_a_masked_export_is_refused_row_by_row(shell: Shell) -> None:
    shell.ok(
        *("register", "--channel", "visit", "--name", "张三", "--address", "某县城关镇幸福路1号", "--title", "户口"),
        *("--content", "户口", "--id-number", "11010519491231002X", "--phone", "13800138000"),
    )
    shell.ok("export", "-o", "遮.csv")
    for words in ([], ["--accept-id"]):
        assert imported(shell, "遮.csv", "--errors", "e.csv", *words) == Counts(0, 0, 1, 0)
        assert [(column, code) for _, column, _, code in faults(shell.folder / "e.csv")] == [
            ("name", "E104"),
            ("id_number", "E104"),
            ("phone", "E104"),
            ("address", "E104"),
        ]


@pytest.mark.parametrize("name", ["张*", "欧阳**", "某某公司***", "李＊＊"])
def test_a_masked_name_is_refused(name: str, shell: Shell, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [HEAD, ["2025-3-4", name, "户口"], ROW])
    assert imported(shell, file) == Counts(1, 0, 1, 0)


def test_a_route_says_appeal_and_a_code_is_kept_without_a_category(shell: Shell, tmp_path: Path) -> None:
    table = [[*HEAD, "途径", "内容分类"], [*ROW, "六", ""], [*ROW, "", "养犬扰民"], [*ROW, "", ""]]
    assert imported(shell, write_csv(tmp_path / "a.csv", table)) == Counts(3, 0, 0, 0)
    first, second, third = exported(shell)
    assert (first["category"], first["route"]) == ("appeal", 6)
    assert second["category"] in ("", None)
    assert "养犬扰民" in second["code"]
    assert (third["category"] or "", third["code"]) == ("", "")
    shell.sound()


def test_headings_that_may_be_several_fields_are_named(shell: Shell, tmp_path: Path) -> None:
    table = [[*HEAD, "类别", "备注"], [*ROW, "申诉求决", "急"]]
    said = shell.ok("import", write_csv(tmp_path / "a.csv", table)).out
    assert "不能确定: “类别”可能是信访类别、内容分类。" in said
    assert "没有用到的列: 备注\n" in said


def test_rows_without_a_channel_are_counted(shell: Shell, tmp_path: Path) -> None:
    table = [[*HEAD, "渠道"], [*ROW, "来访"], [*ROW, ""], ["2025-3-5", "李四", "低保", ""]]
    said = shell.ok("import", write_csv(tmp_path / "a.csv", table)).out
    assert "没有写渠道的 2 件记为来信" in said
    assert [row["channel"] for row in exported(shell)] == ["visit", "letter", "letter"]


def test_officers_are_known_afterwards(shell: Shell, tmp_path: Path) -> None:
    head = [*HEAD, "承办单位", "经办人", "首接人"]
    table = [head, [*ROW, "城关派出所", "周敏", "李明"], ["2025-3-5", "李四", "低保", "城关派出所", "周敏", ""]]
    file = write_csv(tmp_path / "a.csv", table)
    for words in (["--dry-run"], []):
        assert "新增经办人 2 名: 周敏、李明" in shell.ok("import", file, *words).out
    assert "新增经办人" not in shell.ok("import", file).out
    assert len(shell.data("list", "--officer", "周敏")) == 2
    units = {row["officer"]: row["unit"] for row in shell.data("officer", "list")}
    assert units == {"周敏": "城关派出所", "李明": "某县公安局"}
    shell.ok("accept", "2025-1", "--officer", "李明", "--on", "2025-03-05")
    shell.sound()


def test_an_officer_without_a_unit_is_of_the_one_that_took_it_in(shell: Shell, tmp_path: Path) -> None:
    table = [[*HEAD, "首接单位", "经办人"], [*ROW, "信访室", "周敏"]]
    assert imported(shell, write_csv(tmp_path / "a.csv", table)) == Counts(1, 0, 0, 0)
    (row,) = exported(shell)
    assert (row["unit"], row["officer"]) == ("信访室", "周敏")
    shell.sound()


def test_an_appeal_whose_route_is_not_known_goes_into_no_other_procedure(shell: Shell, tmp_path: Path) -> None:
    """Only an import makes one: `classify` asks for the route (第三十一条)."""
    imported(shell, write_csv(tmp_path / "a.csv", [[*HEAD, "信访类别"], [*ROW, "申诉求决"]]))
    led = ("divert", "2025-1", "--procedure", "行政复议", "--to", "某县人民政府")
    assert "没有写明办理途径" in shell.refused("E321", *led).err
    shell.ok("classify", "2025-1", "--category", "appeal", "--route", 4)
    shell.ok(*led)
    shell.sound()


def test_an_appeal_whose_route_is_not_known_is_not_answered(shell: Shell, tmp_path: Path) -> None:
    """Whether it had to be accepted (第三十四条) and an opinion is owed (第三十一条) follows from the route alone."""
    imported(shell, write_csv(tmp_path / "a.csv", [[*HEAD, "信访类别"], [*ROW, "申诉求决"]]))
    answer = ("reply", "2025-1", "--outcome", "support", "--content", "已办", "--basis", "甲法")
    assert "没有写明办理途径" in shell.refused("E307", *answer).err
    (found,) = shell.data("check", "2025-1", "--name", "not-classified")
    assert "没有写明办理途径" in found["finding"]
    shell.ok("classify", "2025-1", "--category", "appeal", "--route", 6)
    shell.refused("E308", *answer)
    shell.sound()


@pytest.mark.parametrize("word", ["不详", "不清", "无", "未知", "—", "地址不详", "（不详）"])
def test_an_address_that_is_none(word: str, shell: Shell, tmp_path: Path) -> None:
    imported(shell, write_csv(tmp_path / "a.csv", [[*HEAD, "住址"], [*ROW, word]]))
    assert exported(shell)[0]["address"] == ""
    # Where the address is unclear no notice is owed (第二十三条第二款).
    assert shell.data("overdue") == []


def test_the_lowest_and_the_highest_number_of_each_year(shell: Shell, tmp_path: Path) -> None:
    head = ["信访件编号", *HEAD]
    days = {"2025-000007": "2025-3-4", "2025-000003": "2025-3-5", "2024-000009": "2024-3-4", "2025-000005": "2025-3-6"}
    table = [head, *([number, day, "张三", "户口"] for number, day in days.items())]
    said = shell.ok("import", write_csv(tmp_path / "a.csv", table)).out
    assert "编号 2024-000009，2025-000003 至 2025-000007\n" in said


def test_headings_in_our_own_words(shell: Shell, tmp_path: Path) -> None:
    said = shell.ok("import", write_csv(tmp_path / "a.csv", [[*HEAD, "信访人地区"], [*ROW, "某县"]])).out
    assert "认出的列: 信访人地区→住址；与本程序同名的: 收到日期、姓名、内容\n" in said
    shell.ok("export", "--reveal", "-o", "b.csv")
    ran = shell("import", "b.csv")
    assert counts(ran) == Counts(0, 1, 0, 0)
    assert "认出的列: 全部 25 列，都是本程序的列名\n" in ran.out


@pytest.mark.parametrize(
    ("cell", "heads", "people", "count"),
    [
        ("张三、李四", "", ["张三", "李四"], 2),
        ("张三\n李四\n阿依古丽·买买提", "", ["张三", "李四", "阿依古丽·买买提"], 3),
        ("张三，李四", "1", ["张三", "李四"], 2),
        ("张三、李四等二十余名村民", "", ["张三", "李四"], 20),
        ("张三、李四", "7", ["张三", "李四"], 7),
        # Not names of people one after the other.
        ("城关镇一、二组村民", "", ["城关镇一、二组村民"], 1),
        ("某县第一、第二建筑公司", "", ["某县第一、第二建筑公司"], 1),
        ("天宝煤矿、地宝煤矿", "", ["天宝煤矿、地宝煤矿"], 1),
        ("张三", "", ["张三"], 1),
    ],
)
def test_several_names_in_a_cell_are_several_people(
    cell: str, heads: str, people: list[str], count: int, shell: Shell, tmp_path: Path
) -> None:
    table = [[*HEAD, "人数"], ["2025-3-4", cell, "户口", heads]]
    assert imported(shell, write_csv(tmp_path / "a.csv", table)) == Counts(1, 0, 0, 0)
    paper = shell.data("show", "2025-1", "--reveal")["registration"]
    assert [each["name"] for each in paper["petitioners"]] == people
    assert paper.get("headcount", 1) == count
    shell.ok("correct", "2025-1", "--title", "户口问题", "--reason", "写全")
    assert imported(shell, tmp_path / "a.csv") == Counts(0, 1, 0, 0)


def test_what_an_older_version_kept_under_all_the_names_is_known_again(shell: Shell, tmp_path: Path) -> None:
    paper = ("--channel", "letter", "--name", "张三、李四", "--address", "某县", "--title", "户口", "--content", "户口")
    shell.ok("register", *paper, "--key", "信1号", "--received", "2026-01-04")
    row = [["编号", *HEAD], ["信1号", "2026-1-4", "张三、李四", "户口"]]
    assert imported(shell, write_csv(tmp_path / "a.csv", row)) == Counts(0, 1, 0, 0)


def test_who_is_not_known_by_name_need_not_be_told(shell: Shell, tmp_path: Path) -> None:
    """第二十三条第二款: 姓名（名称）、住址不清的除外."""
    table = [HEAD, ["2025-3-4", "不详", "户口"], ["2025-3-4", "张三", "户口"]]
    assert imported(shell, write_csv(tmp_path / "a.csv", table)) == Counts(2, 0, 0, 0)
    owed = [[each["deadline"] for each in shell.data("why", number)["deadlines"]] for number in ("2025-1", "2025-2")]
    assert owed == [[], ["inform"]]
