"""Ugly ledgers: what goes in, what is known, what is refused with its place and reason, what is passed over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.shell import Shell
from sheets.samples import write_csv, write_ole, write_xls, write_xlsx

from .intake import Counts, counts, exported, faults, imported

ID = "11010519491231002X"
TABLE: list[list[str]] = [
    ["收到日期", "姓名", "身份证号码", "联系电话", "住址", "渠道", "标题", "内容", "承办单位"],
    ["2025.3.4", "张三", ID, "13800138000", "某县城关镇1号", "来信", "欠薪", "请求支付工资", "城关派出所"],
    ["2025年3月5日", "李　四", "", "１３９００１３９０００", "某县东关2号", "来访", "噪音", "夜间施工", "城关派出所"],
    ["2025/3/6 18:00:54", "王五", "", "", "", "网上", "", "“引号”, 逗号\n换行", "东关派出所"],
    ["", "", "", "", "", "", "", "", ""],
    ["2025-2-30", "赵六", "", "", "", "来信", "日期", "没有这一天", ""],
    ["2025-3-7", "", "", "", "", "来信", "无名", "没有姓名", ""],
    ["2025-3-8", "钱七", "110105194912310021", "", "", "来信", "证件", "校验位不对", ""],
    ["2025-3-9", "孙八", "", "", "", "飞鸽", "渠道", "没有这个渠道", ""],
    ["2027-3-9", "周九", "", "", "", "来信", "将来", "还没有到", ""],
    ["合计", "", "", "", "", "", "", "", ""],
]
EXPECTED = Counts(new=3, known=0, faulty=5, skipped=2)


def as_text(encoding: str) -> Callable[[Path], Path]:
    return lambda folder: write_csv(folder / "台账.csv", TABLE, encoding)


def as_xls(folder: Path) -> Path:
    return write_xls(folder / "台账.xls", TABLE)


def as_json(folder: Path) -> Path:
    path = folder / "台账.json"
    rows = [dict(zip(TABLE[0], row, strict=True)) for row in TABLE[1:]]
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return path


def as_json_lines(folder: Path) -> Path:
    path = folder / "台账.jsonl"
    rows = [dict(zip(TABLE[0], row, strict=True)) for row in TABLE[1:]]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


MADE: dict[str, tuple[Callable[[Path], Path], int]] = {
    "utf-8": (as_text("utf-8"), 0),
    "utf-8 with mark": (as_text("utf-8-sig"), 0),
    "gb18030": (as_text("gb18030"), 0),
    "utf-16": (as_text("utf-16"), 0),
    "xlsx": (lambda folder: write_xlsx(folder / "台账.xlsx", {"台账": TABLE}), 0),
    "xlsx named csv": (lambda folder: write_xlsx(folder / "台账.csv", {"台账": TABLE}), 0),
    "xls": (as_xls, 0),
    # The headings are no line of theirs.
    "json": (as_json, -1),
    "json lines": (as_json_lines, -1),
}


@pytest.mark.parametrize("kind", MADE)
def test_the_same_table_in_every_file(kind: str, shell: Shell, tmp_path: Path) -> None:
    make, shift = MADE[kind]
    file = make(tmp_path)
    assert imported(shell, file, "--errors", "错误.csv") == EXPECTED
    assert faults(shell.folder / "错误.csv") == [
        (6 + shift, "收到日期", "2025-2-30", "E102"),
        (7 + shift, "姓名", "", "E105"),
        (8 + shift, "身份证号码", "110105194912310021", "E106"),
        (9 + shift, "渠道", "飞鸽", "E104"),
        (10 + shift, "收到日期", "2027-03-09", "E103"),
    ]
    first, second, third = exported(shell)
    assert first["number"] == "2025-000001"
    assert (first["received"], first["name"], first["id_number"], first["phone"]) == (
        "2025-03-04",
        "张三",
        ID,
        "13800138000",
    )
    assert (second["received"], second["name"], second["phone"]) == ("2025-03-05", "李四", "13900139000")
    assert (third["received"], third["channel"], third["content"]) == (
        "2025-03-06",
        "web",
        "“引号”, 逗号\n换行",
    )
    assert third["title"] == "“引号”, 逗号\n换行".replace("\n", " ")
    units = [row["unit"] for row in shell.data("unit", "list")]
    assert units == ["某县公安局", "城关派出所", "东关派出所"]
    assert imported(shell, file) == Counts(0, 3, 5, 2)
    shell.sound()


def test_a_title_line_merged_cells_and_a_head_of_two_lines(shell: Shell, tmp_path: Path) -> None:
    file = write_xlsx(
        tmp_path / "某县信访台账.xlsx",
        {
            "说明": [["本表由办公室填写"]],
            "台账": [
                ["某县公安局2025年信访台账", None, None, None, None, None],
                [None, None, None, None, None, None],
                ["序号", "信访人", None, "受理", None, "备注"],
                [None, "姓名", "联系电话", "收到日期", "内容", None],
                [1, "张三", 13800138000.0, 45720, "户口", ""],
                [2, "李四", 13900139000.0, 45721.75, "低保", "重复"],
                ["小计", None, None, None, "2件", None],
                [3, "王五", None, "2025.3.6", "噪音", None],
                ["合计", None, None, None, "3件", None],
                ["制表人：李明", None, None, None, None, None],
            ],
        },
    )
    ran = shell("import", file, "--errors", "错误.csv")
    assert counts(ran).new == 3
    assert [row["received"] for row in exported(shell)] == ["2025-03-04", "2025-03-05", "2025-03-06"]
    assert [row["phone"] for row in exported(shell)] == ["13800138000", "13900139000", ""]
    assert "合计行" in ran.out
    assert "说明行" in ran.out


def test_excel_has_rounded_the_id_number(shell: Shell, tmp_path: Path) -> None:
    file = write_xlsx(
        tmp_path / "a.xlsx",
        {"a": [["收到日期", "姓名", "身份证号码", "内容"], ["2025-3-4", "张三", 110105194912310020.0, "户口"]]},
    )
    assert imported(shell, file, "--errors", "e.csv") == Counts(0, 0, 1, 0)
    ((line, column, _, code),) = faults(shell.folder / "e.csv")
    assert (line, column, code) == (2, "身份证号码", "E106")
    assert imported(shell, file, "--accept-id") == Counts(0, 0, 1, 0)


def test_every_fault_of_a_row_is_told_and_nothing_of_it_goes_in(shell: Shell, tmp_path: Path) -> None:
    table = [
        ["收到日期", "姓名", "身份证号码", "内容", "受理日期", "答复日期", "人数"],
        ["2025-3-4", "张三", "123", "户口", "2025-3-1", "x", "零"],
    ]
    assert imported(shell, write_csv(tmp_path / "a.csv", table), "--errors", "e.csv") == Counts(0, 0, 1, 0)
    assert {(column, code) for _, column, _, code in faults(shell.folder / "e.csv")} == {
        ("身份证号码", "E106"),
        ("答复日期", "E102"),
        ("人数", "E108"),
        ("受理日期", "E114"),
    }
    assert exported(shell) == []


def test_without_errors_file_the_first_faults_are_printed(shell: Shell, tmp_path: Path) -> None:
    table = [["收到日期", "姓名", "内容"], *[["昨天", f"张{place}", "户口"] for place in range(12)]]
    ran = shell("import", write_csv(tmp_path / "a.csv", table))
    assert ran.code == 1
    assert ran.out.count("E102") == 10
    assert "第 2 行 收到日期“昨天”: E102" in ran.out
    assert "另有 2 处" in ran.out


def test_dry_run_tells_the_same_and_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "台账.csv", TABLE)
    before = shell.ledger.read_bytes()
    tried = shell("import", file, "--dry-run")
    assert tried.code == 1
    assert "试运行" in tried.out
    assert counts(tried) == EXPECTED
    assert exported(shell) == []
    assert shell.ledger.read_bytes()[:100] == before[:100]
    # The look at personal data in `exported` is the only fact but the founding.
    assert shell.sound() == 2
    assert imported(shell, file) == EXPECTED
    assert counts(shell("import", file, "--dry-run")) == Counts(0, 3, 5, 2)


REFUSED: list[tuple[str, bytes, str]] = [
    ("照片.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64), "E502"),
    ("照片.xlsx", b"\xff\xd8\xff\xe0" + bytes(64), "E502"),
    ("空.csv", b"", "E504"),
    ("无表头.csv", "甲,乙\n丙,丁\n".encode(), "E504"),
    ("坏.json", b'[{"name": ', "E502"),
    ("乱码.csv", "收到日期,姓名\n2025-1-1,张三\n".encode() + b"2025-1-2,\xff\xff\n", "E506"),
]


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_what_is_no_ledger_is_refused(name: str, content: bytes, code: str, shell: Shell) -> None:
    (shell.folder / name).write_bytes(content)
    shell.refused(code, "import", name)
    assert shell.sound() == 1


def test_a_workbook_with_a_password(shell: Shell) -> None:
    streams = {"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": bytes(range(256)) * 20}
    write_ole(shell.folder / "密码.xlsx", streams)
    shell.refused("E503", "import", "密码.xlsx")


def test_no_such_file_and_a_folder(shell: Shell) -> None:
    shell.refused("E501", "import", "没有.xlsx")
    shell.refused("E501", "import", shell.folder)
