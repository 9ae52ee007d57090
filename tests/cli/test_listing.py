"""`list --code`: a content category finds what was put under it and below it, and a slip is no empty list."""

from __future__ import annotations

import pytest

from .conftest import PETITION
from .shell import Shell

TABLE = "劳动保障,工资,拖欠工资\n劳动保障,工资,社保补缴\n劳动保障,工伤,\n"
SORTED = ("--category", "appeal", "--route", 6)


@pytest.fixture
def sorted_out(office: Shell) -> Shell:
    """Petitions under 拖欠工资, under 工资 as a whole, and under 工伤."""
    (office.folder / "分类.csv").write_text(TABLE, encoding="utf-8")
    office.ok("category", "import", "分类.csv")
    for number, code in ((1, "拖欠工资"), (2, "劳动保障/工资"), (3, "工伤")):
        office.ok(*PETITION)
        office.ok("classify", number, *SORTED, "--code", code)
    return office


def listed(shell: Shell, code: str) -> list[str]:
    """The last digit of each petition of the category."""
    return [row["number"][-1] for row in shell.data("list", "--code", code)]


def test_what_is_under_a_category_and_below_it(sorted_out: Shell) -> None:
    assert listed(sorted_out, "劳动保障") == ["3", "2", "1"]
    assert listed(sorted_out, "劳动保障/工资") == ["2", "1"]
    assert listed(sorted_out, "工资") == ["2", "1"], "named as classify takes it"
    assert listed(sorted_out, "社保补缴") == []


def test_a_slip_is_no_empty_list(sorted_out: Shell) -> None:
    assert "拖欠工资" in sorted_out.refused("E204", "list", "--code", "拖欠公资").err


def test_petitions_keep_the_category_of_an_earlier_table(sorted_out: Shell) -> None:
    (sorted_out.folder / "新.csv").write_text("民生,欠薪,\n", encoding="utf-8")
    sorted_out.ok("category", "import", "新.csv")
    assert listed(sorted_out, "劳动保障/工资") == ["2", "1"]
    assert listed(sorted_out, "欠薪") == []
    sorted_out.refused("E204", "list", "--code", "劳动保障/社保补缴")
