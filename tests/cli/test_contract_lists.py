"""The lists that scripts read: their columns in JSON, JSON lines and CSV. A change here breaks somebody's script."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from .contracts import DUE, OVERDUE, PETITION, fits
from .samples import LOOKS
from .shell import Shell

EXPORTED = {
    **{"number": str, "key": str, "received": str, "name": str, "id_number": str, "phone": str, "address": str},
    **{"channel": str, "title": str, "content": str, "category": str, "route": (int, type(None)), "code": str},
    **{"unit": str, "officer": str, "first_unit": str, "first_officer": str, "headcount": int},
    **{name: (str, type(None)) for name in ("informed", "accepted")},
    "reply": str,
    **{name: (str, type(None)) for name in ("replied", "served", "closed")},
    "outcome": str,
}
ROWS: dict[str, dict[str, Any]] = {
    "overdue": OVERDUE,
    "due": DUE,
    "list": PETITION,
    "search": PETITION,
    "export": EXPORTED,
    "unit": {"unit": str, "parent": str, "outside": bool},
    "officer": {"officer": str, "unit": str},
    "rules": {
        **dict.fromkeys(("id", "instrument", "article", "who", "must", "limit", "source", "carried"), str),
        **{"note": str, "homes": str},
    },
    "setting": {"name": str, "value": str, "since": (str, type(None)), "meaning": str},
    "category": {"level1": str, "level2": str, "level3": str},
    "calendar": {"day": str, "weekday": str, "kind": str, "name": str},
}
"""Look → key and type of each column, in order."""


@pytest.mark.parametrize("look", ROWS)
def test_lists_are_arrays_of_objects(full: Shell, look: str) -> None:
    """JSON, JSON lines and CSV of every list have these keys; JSON these types."""
    command, shape = LOOKS[look], ROWS[look]
    rows = full.data(*command)
    assert rows
    assert all(fits(row, shape) for row in rows)
    assert full.ok(*command, "-f", "jsonl").rows == rows
    assert next(csv.reader(io.StringIO(full.ok(*command, "-f", "csv").out))) == list(shape)


def test_overdue_row(full: Shell) -> None:
    """One row to the letter: 60 days from 2026-01-06 are 2026-03-07, a Saturday, so 2026-03-09 by law."""
    assert full.data("overdue") == [
        {
            "number": "2026-000001",
            "title": "反映拖欠工资 138****8000",
            "petitioner": "张*",
            "unit": "城关派出所",
            "officer": "李明",
            "deadline": "reply",
            "article": "《信访工作条例》第三十四条",
            "started_on": "2026-01-06",
            "nominal_due": "2026-03-07",
            "legal_due": "2026-03-09",
            "days_over": 1,
            "restricted": False,
            "deadline_label": "办理期限",
        }
    ]


def test_of_several_demands_each_says_which_it_is(full: Shell) -> None:
    """The name of the limit is the same, and so may all of its days be; and what is offered for it is what works."""
    full.ok("demand", 1, "--text", "请求补缴社保", "--category", "appeal", "--route", 6, "--on", "2026-01-06")
    both = ["办理期限（诉求1）", "办理期限（诉求2）"]
    assert [row["deadline_label"] for row in full.data("overdue")] == both
    for look in ("show", "why"):
        told = full.data(look, 1)["deadlines"]
        assert [row["deadline_label"] for row in told if row["deadline"] == "reply"] == both
    assert [row["deadline_label"] for row in full.data("note", 1, "催办")["deadlines"]] == both
    found = full.data("check", 1, "--name", "over-time")
    assert [row["remedy"].split(" --outcome")[0] for row in found] == [
        f"xinfang reply 2026-000001 --demand {part}" for part in (1, 2)
    ]


def test_empty_lists_are_arrays(office: Shell) -> None:
    """Nothing found is still an array, a heading, or no line at all."""
    for look in ("overdue", "due", "list", "export", "officer"):
        command = LOOKS[look] if look != "officer" else ("list", "--state", "closed")
        assert office.data(*command) == []
        assert office.ok(*command, "-f", "jsonl").out == ""
        assert len(office.ok(*command, "-f", "csv").out.splitlines()) == 1


def test_a_list_that_was_cut_short_gives_no_total(full: Shell) -> None:
    """`--limit`, and the limit that a terminal has by itself: what is listed is not called all there is."""
    for number in (5, 6):
        full.ok(
            "register", "--channel", "letter", "--name", "甲", "--address", "乙", "--title", "丙", "--content", "丁"
        )
        full.ok("accept", number, "--not-told")
    for day, look in (("2026-03-26", ("overdue",)), ("2026-03-10", ("due", "--within", "60"))):
        every = len(full.data(*look, XINFANG_TODAY=day))
        assert every >= 2
        assert f"共 {every} 项。" in full.ok(*look, "--limit", every, XINFANG_TODAY=day).out
        fewer = full.ok(*look, "--limit", every - 1, XINFANG_TODAY=day).out
        assert f"只列了 {every - 1} 条" in fewer
        assert "共 " not in fewer
    assert "只列了 1 条" in full.ok("today", "--limit", 1).out
    assert "只列了" not in full.ok("today", "--limit", 9).out
