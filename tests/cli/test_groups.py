"""A group under one name, 张三等5人: typed, sent or corrected it is read as in a cell of a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from needs import posix
from sheets.samples import HEAD, write_csv
from sheets.test_several import CELLS
from store.ledgers import foreign

from .shell import Shell
from .test_asking import typed

LINE = ("register", "--channel", "visit", "--address", "东关村", "--title", "反映欠薪", "--content", "反映欠薪")


def people(shell: Shell, number: object) -> tuple[list[str], int]:
    """The names of the petitioners, and how many they are."""
    paper: dict[str, Any] = shell.data("show", number, "--reveal")["registration"]
    return [each["name"] for each in paper["petitioners"]], paper.get("headcount", 1)


@pytest.mark.parametrize("cell", [cell for cell, heads, _, _ in CELLS if not heads])
def test_a_name_typed_is_read_as_in_a_cell(cell: str, office: Shell, tmp_path: Path) -> None:
    number = office.data(*LINE, "--name", cell)["number"]
    office.ok("import", write_csv(tmp_path / "台账.csv", [HEAD, ["2026-01-05", cell, "", "", "反映欠薪"]]))
    assert people(office, number) == people(office, 2)


def test_a_group_is_counted_however_it_comes_in(office: Shell) -> None:
    office.ok(*LINE, "--name", "张三等5人", "--representative", "张三")
    assert people(office, 1) == (["张三"], 5)
    assert "张三" not in office.ok("list").out
    assert office.data("show", 1)["registration"]["petitioners"][0]["representative"] is True
    office.ok(*LINE, "--name", "张三等5人", "--also", "李四")
    assert people(office, 2) == (["张三", "李四"], 5)
    office.ok(*LINE, "--name", "张三等5人", "--also", "李四等二十余人")
    assert people(office, 3) == (["张三", "李四"], 25)
    office.ok(*LINE, "--name", "红星公司等5户", "--person", "legal")
    assert people(office, 4) == (["红星公司等5户"], 1)


def test_a_number_stated_agrees_with_the_name_or_is_refused(office: Shell) -> None:
    office.ok(*LINE, "--name", "张三等5人", "--headcount", 5)
    office.ok(*LINE, "--name", "张三等二十余人", "--headcount", 26)
    assert [people(office, number)[1] for number in (1, 2)] == [5, 26]
    for name, count in (("张三等5人", 1), ("张三等5人", 6), ("张三等二十余人", 19)):
        ran = office.refused("E108", *LINE, "--name", name, "--headcount", count)
        assert f"人，人数写的是 {count} 人" in ran.err
        assert "可试: " in ran.err
    office.refused("E108", *LINE, "--name", "张三、李四、王五等2人")
    office.refused("E108", *LINE, "--name", "张三等2人", "--also", "李四", "--also", "王五")


def test_a_name_is_corrected_into_a_group(office: Shell) -> None:
    office.ok(*LINE, "--name", "张三")
    office.ok("correct", 1, "--name", "张三、李四等5人", "--reason", "漏写")
    assert people(office, 1) == (["张三", "李四"], 5)
    office.ok("correct", 1, "--name", "张三等4人", "--reason", "写错")
    assert people(office, 1) == (["张三", "李四"], 4)
    office.ok("correct", 1, "--name", "张三等三十余人", "--headcount", 33, "--reason", "写错")
    office.ok("correct", 1, "--name", "张三等三十余人", "--phone", "13800138000", "--reason", "补电话")
    assert people(office, 1) == (["张三", "李四"], 33)
    office.refused("E108", "correct", 1, "--name", "张三等5人", "--headcount", 6, "--reason", "写错")


def test_a_key_under_which_an_older_version_kept_a_group_as_one_name_is_known_again(office: Shell) -> None:
    keyed = (*LINE, "--name", "张三等5人", "--key", "信1号")
    office.ok(*keyed, "--person", "body")
    with foreign(office) as connection:
        connection.execute("DROP TRIGGER payload_is_never_changed")
        connection.execute(
            "UPDATE payload SET body = replace(body, '\"kind\":\"body\",', '') WHERE body LIKE '%张三等%'"
        )
    assert people(office, 1) == (["张三等5人"], 1)
    assert office.data(*keyed)["number"] == "2026-000001"
    office.refused("E110", *LINE, "--name", "张三等6人", "--key", "信1号")


@posix
def test_asked_field_by_field_the_number_in_the_name_is_offered(office: Shell) -> None:
    code, screen = typed(
        office,
        *("", "", "", "张三、李四、王五等2人", "张三等5人", "东关村", "", "", "反映欠薪", "请求支付", "", "", "4", ""),
    )
    assert code == 0, screen
    assert "写明姓名的却有 3 人" in screen
    assert "人数 [5]: " in screen
    assert "人数写的是 4 人" in screen
    assert people(office, 1) == (["张三"], 5)
