"""`--map`: headings nobody knows, one column for several fields, values that hold for every row."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from sheets.samples import write_csv, write_text, write_xlsx

from .intake import Counts, exported, imported

TABLE = [
    ["甲", "乙", "丙", "丁", "信访渠道"],
    ["7", "2025-3-4", "张三", "户口", ""],
    ["8", "2025-3-5", "李四", "低保", "来访"],
]
MAP = """
[columns]
"甲" = "key"
"乙" = ["received", "accepted"]
"丙" = "name"
"丁" = "content"
[constants]
channel = "web"
category = "appeal"
route = 6
unit = "城关派出所"
"""


def test_a_map_says_what_columns_and_constants_are(shell: Shell, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", TABLE)
    shell.refused("E504", "import", file)
    assert imported(shell, file, "--map", write_text(tmp_path / "m.toml", MAP)) == Counts(2, 0, 0, 0)
    first, second = exported(shell)
    assert (first["key"], first["received"], first["accepted"], first["channel"]) == (
        "7",
        "2025-03-04",
        "2025-03-04",
        "web",
    )
    assert (first["category"], first["route"], first["unit"]) == ("appeal", 6, "城关派出所")
    assert second["channel"] == "visit"
    assert [unit["unit"] for unit in shell.data("unit", "list")] == ["某县公安局", "城关派出所"]


def test_a_wrong_map_is_refused_and_nothing_written(shell: Shell, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", TABLE)
    for text in (
        MAP.replace('"key"', '"kye"'),
        MAP.replace('"丁"', '"戊"'),
        MAP.replace("route = 6", "route = 7"),
        MAP.replace("[columns]", "[colums]"),
        MAP + "[",
    ):
        shell.refused("E505", "import", file, "--map", write_text(tmp_path / "m.toml", text))
    for unreadable in (tmp_path / "没有.toml", tmp_path):
        shell.refused("E501", "import", file, "--map", unreadable)
    (tmp_path / "m.toml").write_bytes(b"\xff\xff")
    shell.refused("E506", "import", file, "--map", tmp_path / "m.toml")
    assert shell.sound() == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_map_may_be_saved_by_notepad(shell: Shell, tmp_path: Path, encoding: str) -> None:
    """That of a Chinese Windows saves GBK, or UTF-8 with a mark before it; its lines end with two signs."""
    written = write_text(tmp_path / "m.toml", MAP.replace("\n", "\r\n"), encoding)
    file = write_csv(tmp_path / "a.csv", TABLE)
    assert imported(shell, file, "--map", written) == Counts(2, 0, 0, 0)


def test_a_sheet_by_name(shell: Shell, tmp_path: Path) -> None:
    head = ["收到日期", "姓名", "内容"]
    file = write_xlsx(
        tmp_path / "a.xlsx",
        {
            "一月": [head, ["2025-1-4", "张三", "户口"]],
            "二月": [head, ["2025-2-4", "李四", "低保"]],
            "填表说明": [["略"]],
        },
    )
    told = shell.ok("import", file, "--dry-run").out
    assert "工作簿有 2 张有内容的工作表: 一月、二月；只读了第一张有表头的" in told
    assert "工作表" not in shell.ok("import", file, "--dry-run", "--sheet", "二月").out
    assert imported(shell, file, "--sheet", "二月") == Counts(1, 0, 0, 0)
    assert [row["name"] for row in exported(shell)] == ["李四"]
    assert imported(shell, file) == Counts(1, 0, 0, 0)
    assert shell("import", file, "--sheet", "三月").code == 2
