"""`overdue`, `due` and `today` say who owes it: the unit supervised, the body asked, else who has the petition."""

from __future__ import annotations

import pytest

from .shell import Shell

GIVEN = ("--name", "张三", "--address", "城关镇幸福路1号", "--title", "反映拖欠工资", "--content", "请求支付")


@pytest.fixture
def watched(office: Shell) -> Shell:
    """A petition with 城关派出所, for which 刑侦大队 is supervised; and one whose opinion is before the superior."""
    office.ok("register", "--channel", "visit", *GIVEN)
    office.ok("classify", 1, "--category", "appeal", "--route", 6)
    office.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明")
    asked = ("--situation", "s-evasive", "--unit", "刑侦大队", "--text", "限期说明", "--answer-by", "2026-01-20")
    office.ok("supervise", 1, *asked)
    office.ok("register", "--channel", "visit", *GIVEN)
    office.ok("classify", 2, "--category", "appeal", "--route", 6)
    office.ok("accept", 2, "--unit", "城关派出所")
    office.ok("reply", 2, "--outcome", "refuse", "--basis", "甲法第一条")
    office.ok("serve", 2)
    office.ok("ask-review", 2)
    return office


def owed(shell: Shell, *line: object) -> dict[str, str]:
    """Limit → who owes it."""
    return {row["deadline"]: row["unit"] for row in shell.data(*line)}


def test_everything_that_is_overdue_names_who_owes_it(watched: Shell) -> None:
    watched.today = "2026-04-01"
    assert owed(watched, "overdue") == {
        "supervision": "刑侦大队",
        "reply": "城关派出所",
        "review": "某市公安局",
    }


def test_a_unit_is_shown_what_it_owes_and_no_more(watched: Shell) -> None:
    watched.today = "2026-04-01"
    assert owed(watched, "overdue", "--unit", "刑侦大队") == {"supervision": "刑侦大队"}
    assert owed(watched, "overdue", "--unit", "城关派出所") == {"reply": "城关派出所"}
    watched.today = "2026-01-15"
    assert owed(watched, "due", "--within", 7, "--unit", "刑侦大队") == {"supervision": "刑侦大队"}


def test_what_a_unit_owes_comes_in_the_order_of_its_days(watched: Shell) -> None:
    """A supervision of the second petition is due before that of the first, and before what is the unit's own."""
    asked = ("--situation", "s-evasive", "--unit", "刑侦大队", "--text", "限期说明")
    watched.ok("supervise", 2, *asked, "--answer-by", "2026-01-12")
    watched.ok("register", "--channel", "visit", *GIVEN)
    watched.ok("forward", 3, "--unit", "刑侦大队")
    watched.today = "2026-04-01"
    listed = watched.data("overdue", "--unit", "刑侦大队")
    assert [(row["number"][-1], row["legal_due"]) for row in listed] == [
        ("2", "2026-01-12"),
        ("1", "2026-01-20"),
        ("3", "2026-01-20"),
    ]
    assert watched.data("overdue", "--unit", "刑侦大队", "--limit", 1) == listed[:1]


def test_today_of_a_unit_has_its_supervision(watched: Shell) -> None:
    watched.today = "2026-01-19"
    assert "督办答复期限" in watched.ok("today", "--unit", "刑侦大队").out
    assert "督办答复期限" not in watched.ok("today", "--unit", "城关派出所").out


def test_while_a_recheck_is_heard_nothing_is_late_and_it_is_not_without_a_limit(watched: Shell) -> None:
    """第三十六条第二款: the time of the hearing does not count; asked again later about those days, it did not either."""
    watched.ok("review", 2, "--outcome", "uphold", "--document", "信复查〔2026〕3号")
    watched.ok("serve", 2)
    watched.ok("ask-recheck", 2, "--to", "某省公安厅")
    watched.ok("hear", 2, "convene", "--for", "2026-02-03", "--place", "省厅接待室")
    watched.today = "2026-02-03"
    watched.ok("hear", 2, "start")
    watched.today = "2026-02-20"
    assert "recheck" not in owed(watched, "overdue")
    morning = watched.data("today")
    assert "2026-000002" not in str(morning), "neither overdue nor without a limit"
    (limit,) = (row for row in watched.data("show", 2)["deadlines"] if row["deadline"] == "recheck")
    assert (limit["status"], limit["legal_due"]) == ("suspended", None)
    watched.ok("hear", 2, "finish", "--conclusion", "事实清楚", "--on", "2026-02-20")
    watched.today = "2026-03-20"
    assert "recheck" in owed(watched, "overdue")
    assert "recheck" not in owed(watched, "overdue", "--as-of", "2026-02-19")
