"""What scripts build on: names and types in JSON and CSV, options, exit codes. A change here breaks somebody's script."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from .samples import LOOKS, PETITION_LINE
from .shell import Shell

DEADLINE = {
    **{"number": str, "title": str, "petitioner": str, "unit": str, "officer": str, "deadline": str, "article": str},
    **{"started_on": str, "nominal_due": str, "legal_due": str},
}
PETITION = {
    **{"number": str, "received_on": str, "channel": str, "petitioner": str, "headcount": int, "title": str},
    **{"category": str, "route": (int, type(None)), "code": str, "state": str, "state_since": str, "unit": str},
    **{"officer": str, "first_unit": str, "restricted": bool},
}
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
    "overdue": {**DEADLINE, "days_over": int, "restricted": bool},
    "due": {**DEADLINE, "days_left": int, "restricted": bool},
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
FIGURES = {
    **dict.fromkeys(("received", "accepted", "replied", "closed", "due", "met_on_time"), int),
    "on_time_rate": (float, type(None)),
    **dict.fromkeys(("overdue_open", "late_entries"), int),
}
GROUP = {
    **dict.fromkeys(("received", "replied", "closed", "due", "met_on_time"), int),
    "on_time_rate": (float, type(None)),
}
RECEIPT = {"number": str, "state": str, "state_since": str, "unit": str, "officer": str, "deadlines": list}
REGISTERED = RECEIPT | {"repeat_of": str, "earlier": list}
OWED = {
    **{"deadline": str, "article": str, "started_on": str, "nominal_due": str, "legal_due": str},
    "overdue": bool,
}
REASON = {
    **{"deadline": str, "article": str, "source": str, "binds": str, "started_on": str, "nominal_due": str},
    **{"legal_due": str, "ended_on": (str, type(None)), "overdue": bool, "reasoning": list},
}


def fits(value: dict[str, Any], shape: dict[str, Any]) -> bool:
    """Exactly these keys in this order, each of its type; in JSON true is no number."""
    assert list(value) == list(shape)
    for key, kind in shape.items():
        kinds = kind if isinstance(kind, tuple) else (kind,)
        assert type(value[key]) in kinds, f"{key}: {value[key]!r}"
    return True


@pytest.mark.parametrize("look", ROWS)
def test_lists_are_arrays_of_objects(full: Shell, look: str) -> None:
    """JSON, JSON lines and CSV of every list have these keys; JSON these types."""
    command, shape = LOOKS[look], ROWS[look]
    rows = full.ok(*command, "-f", "json").data
    assert rows
    assert all(fits(row, shape) for row in rows)
    assert full.ok(*command, "-f", "jsonl").rows == rows
    assert next(csv.reader(io.StringIO(full.ok(*command, "-f", "csv").out))) == list(shape)


def test_overdue_row(full: Shell) -> None:
    """One row to the letter: 60 days from 2026-01-06 are 2026-03-07, a Saturday, so 2026-03-09 by law."""
    assert full.ok("overdue", "-f", "json").data == [
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
        }
    ]


def test_empty_lists_are_arrays(office: Shell) -> None:
    """Nothing found is still an array, a heading, or no line at all."""
    for look in ("overdue", "due", "list", "export", "officer"):
        command = LOOKS[look] if look != "officer" else ("list", "--state", "closed")
        assert office.ok(*command, "-f", "json").data == []
        assert office.ok(*command, "-f", "jsonl").out == ""
        assert len(office.ok(*command, "-f", "csv").out.splitlines()) == 1


def test_today_is_an_object_of_lists(full: Shell) -> None:
    """`today`: the day and its lists with the rows of `overdue`, `due` and `list`."""
    data = full.ok("today", "-f", "json").data
    lists = ["overdue", "due_soon", "unserved", "unacknowledged", "pending", "unlimited", "unverified"]
    assert list(data) == ["as_of", *lists]
    assert data["as_of"] == "2026-03-10"
    assert [len(data[name]) for name in list(data)[1:]] == [1, 1, 1, 1, 0, 0, 0]
    assert fits(data["overdue"][0], ROWS["overdue"])
    assert fits(data["due_soon"][0], ROWS["due"])
    assert fits(data["unserved"][0], PETITION)
    assert fits(data["unacknowledged"][0], PETITION)


def test_unverified_days_are_null(full: Shell) -> None:
    """Where the year's plan is missing the last lawful day is null, in `due` and `why` alike."""
    full.today = "2026-12-20"
    full.ok("register", "--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙")
    full.ok("classify", 5, "--category", "appeal", "--route", 6)
    full.ok("accept", 5)
    row = next(row for row in full.ok("due", "--within", "60", "-f", "json").data if row["number"] == "2026-000005")
    assert (row["nominal_due"], row["legal_due"], row["days_left"]) == ("2027-02-18", None, None)
    (deadline,) = (d for d in full.ok("why", 5, "-f", "json").data["deadlines"] if d["deadline"] == "reply")
    assert (deadline["nominal_due"], deadline["legal_due"], deadline["overdue"]) == ("2027-02-18", None, False)


def test_today_warns_of_a_day_that_nobody_has_confirmed(office: Shell) -> None:
    """The 15th day is Monday 2027-01-04, of a year without a plan: told three weekdays ahead, as any other, and after."""
    office.today = "2026-12-20"
    office.ok("register", "--channel", "letter", "--name", "甲", "--address", "乙", "--title", "丙", "--content", "丁")
    for day, told in (("2026-12-29", 0), ("2026-12-30", 1), ("2027-01-04", 1), ("2027-01-10", 1)):
        office.today = day
        data = office.ok("today", "-f", "json").data
        assert len(data["unverified"]) == told, day
        assert data["overdue"] == data["due_soon"] == []


def test_a_list_that_was_cut_short_gives_no_total(full: Shell) -> None:
    """`--limit`, and the limit that a terminal has by itself: what is listed is not called all there is."""
    for number in (5, 6):
        full.ok(
            "register", "--channel", "letter", "--name", "甲", "--address", "乙", "--title", "丙", "--content", "丁"
        )
        full.ok("accept", number, "--not-told")
    for day, look in (("2026-03-26", ("overdue",)), ("2026-03-10", ("due", "--within", "60"))):
        every = len(full.ok(*look, "-f", "json", XINFANG_TODAY=day).data)
        assert every >= 2
        assert f"共 {every} 项。" in full.ok(*look, "--limit", every, XINFANG_TODAY=day).out
        fewer = full.ok(*look, "--limit", every - 1, XINFANG_TODAY=day).out
        assert f"只列了 {every - 1} 条" in fewer
        assert "共 " not in fewer
    assert "只列了 1 条" in full.ok("today", "--limit", 1).out
    assert "只列了" not in full.ok("today", "--limit", 9).out


def test_show(full: Shell) -> None:
    """`show`: the case, its register, its deadlines and its time line."""
    data = full.ok("show", 1, "-f", "json").data
    assert list(data) == [
        *("number", "as_of", "state", "state_since", "registered_on", "category", "route", "code", "branch", "track"),
        *("unit", "co_units", "officer", "first_unit", "first_officer", "first_handler", "outcome"),
        *("demands", "restricted", "readers", "classes", "links", "registration"),
        *("deadlines", "timeline"),
    ]
    assert list(data["registration"]) == [
        "received_on",
        "channel",
        "title",
        "content",
        "petitioners",
        "first_unit",
        "first_officer",
    ]
    assert data["registration"]["petitioners"][0]["name"] == "张*"
    limit = {
        **{"deadline": str, "started_on": str, "nominal_due": str, "legal_due": str, "ended_on": (str, type(None))},
        **{"status": str, "article": str},
    }
    assert all(fits(row, limit) for row in data["deadlines"])
    assert {row["deadline"]: row["status"] for row in data["deadlines"]} == {"inform": "met", "reply": "overdue"}
    entry = {
        **{"turn": int, "on": str, "act": str, "details": str, "by": str, "recorded_at": str, "days_late": int},
        "retracted": bool,
    }
    assert all(fits(row, entry) for row in data["timeline"])
    assert [(row["act"], row["days_late"]) for row in data["timeline"]] == [
        ("register", 64),
        ("classify", 64),
        ("accept", 63),
    ]


def test_why(full: Shell) -> None:
    """`why`: number, day and every deadline with its reasoning."""
    data = full.ok("why", 1, "-f", "json").data
    assert list(data) == ["number", "as_of", "deadlines"]
    assert all(fits(row, REASON) for row in data["deadlines"])
    assert all(isinstance(line, str) for row in data["deadlines"] for line in row["reasoning"])


def test_days(shell: Shell) -> None:
    """`days` works without a ledger."""
    assert fits(
        shell.ok("days", "2024-09-18", "--days", 15, "-f", "json").data,
        {
            **{"start": str, "days": int, "counts": str, "nominal_due": str, "legal_due": str},
            **{"missing_year": type(None), "reasoning": list},
        },
    )
    working = shell.ok("days", "2026-12-29", "--working-days", 5, "-f", "json").data
    assert (working["counts"], working["legal_due"], working["missing_year"]) == ("working", None, 2027)


def test_report(full: Shell) -> None:
    """`report`: the month's figures, those it is compared with, and the parts of it."""
    data = full.ok("report", "--month", "2026-03", "-f", "json").data
    assert list(data)[:8] == [
        *(
            "month",
            "as_of",
            "figures",
            "previous_month",
            "same_month_last_year",
            "by_channel",
            "by_category",
            "by_unit",
        ),
    ]
    assert set(data) - set(list(data)[:8]) == {
        *("by_route", "by_content", "by_branch", "by_region", "period", "unit", "indicators", "group_visits"),
        *("unit_ranking", "overdue", "late", "ledger"),
    }
    assert fits(data["figures"], FIGURES)
    assert fits(data["previous_month"], {"month": str, **FIGURES})
    assert fits(data["same_month_last_year"], {"month": str, **FIGURES})
    for part in ("channel", "category", "unit"):
        assert data[f"by_{part}"]
        assert all(fits(row, {part: str, **GROUP}) for row in data[f"by_{part}"])
        assert sum(row["received"] for row in data[f"by_{part}"]) == data["figures"]["received"]
    assert (data["month"], data["previous_month"]["month"], data["same_month_last_year"]["month"]) == (
        *("2026-03", "2026-02", "2025-03"),
    )
    assert data["figures"] == {
        **{"received": 1, "accepted": 0, "replied": 1, "closed": 0, "due": 1, "met_on_time": 0, "on_time_rate": 0.0},
        **{"overdue_open": 1, "late_entries": 2},
    }


def test_receipts(office: Shell) -> None:
    """Every act answers `-f json` with the same receipt: number, state, unit and what is owed now."""
    office.ok("unit", "add", "县信访局", "--outside")
    sent = ("--source", "forwarded", "--from", "县信访局")
    base = PETITION_LINE
    lines: list[tuple[str, ...]] = [
        (*base, *sent),
        ("object", "1", "--reason", "不属职权"),
        base,
        ("correct", "2", "--title", "丙", "--reason", "录错"),
        ("inform", "2"),
        ("classify", "2", "--category", "appeal", "--route", "6"),
        ("assign", "2", "--unit", "城关派出所", "--report-by", "2026-02-01"),
        ("accept", "2"),
        ("extend", "2", "--approver", "李局长", "--reason", "复杂"),
        ("note", "2", "一笔"),
        ("reply", "2", "--outcome", "support"),
        ("serve", "2"),
        ("close", "2", "--despite", "依据另附"),
        ("reopen", "2", "--reason", "新事实"),
        ("retract", "2", "--act", "reopen", "--reason", "录错"),
        base,
        ("decline", "3", "--ground", "concluded", "--other", "复核〔2025〕3号"),
        base,
        ("redirect", "4", "--to", "县民政局"),
        base,
        ("forward", "5", "--unit", "城关派出所"),
        base,
        ("classify", "6", "--category", "appeal", "--route", "6"),
        ("mediate", "6", "--result", "agreed", "--text", "分期付清", "--perform-by", "2026-06-01"),
        ("carry-out", "6"),
        ("resolve", "6", "--how", "performed"),
        base,
        ("classify", "7", "--category", "appeal", "--route", "6"),
        ("accept", "7"),
        ("hear", "7", "convene", "--for", "2026-02-01", "--place", "会议室"),
        ("reply", "7", "--outcome", "refuse"),
        ("serve", "7"),
        ("ask-review", "7", "--to", "某市公安局"),
        ("review", "7", "--outcome", "uphold"),
        ("serve", "7", "--method", "post", "--proof", "EMS1"),
        ("ask-recheck", "7", "--to", "某省公安厅"),
        ("recheck", "7", "--outcome", "uphold"),
        ("serve", "7", "--method", "electronic"),
        ("conclude", "7"),
        ("care", "7", "--kind", "education", "--text", "释法"),
        ("assist", "7", "--kind", "social", "--text", "临时救助"),
        base,
        ("withdraw", "8", "--document", "撤回申请书", "--by-petitioner"),
    ]
    for line in lines:
        data = office.ok(*line, "-f", "json").data
        assert fits(data, REGISTERED if line[0] == "register" else RECEIPT), line
        assert all(fits(each, OWED) for each in data["deadlines"]), line


def test_limit(full: Shell) -> None:
    """--limit keeps the first; it is refused where it makes no sense."""
    for look in ("overdue", "due", "list", "search", "export"):
        rows = full.ok(*LOOKS[look], "-f", "json").data
        assert full.ok(*LOOKS[look], "--limit", 1, "-f", "json").data == rows[:1], look
        full.refused("E108", *LOOKS[look], "--limit", 0)
    full.refused("E108", "today", "--limit", "-1")
    assert "还有更多" in full.ok("list", "--limit", 3).out
    assert "还有更多" not in full.ok("list", "--limit", 4).out


def test_as_of(full: Shell) -> None:
    """--as-of answers as things stood on that day, by what is known now."""
    assert [len(full.ok("overdue", "--as-of", day, "-f", "json").data) for day in ("2026-03-09", "2026-03-10")] == [
        0,
        1,
    ]
    assert [row["number"] for row in full.ok("list", "--as-of", "2026-02-24", "-f", "json").data] == [
        "2026-000002",
        "2026-000001",
    ]
    states = [full.ok("show", 1, "--as-of", day, "-f", "json").data["state"] for day in ("2026-01-05", "2026-01-06")]
    assert states == ["registered", "accepted"]
    assert full.ok("today", "--as-of", "2026-02-24", "-f", "json").data["unserved"] == []
    assert (
        full.ok("report", "--month", "2026-03", "--as-of", "2026-03-08", "-f", "json").data["figures"]["received"] == 0
    )
    assert len(full.ok("export", "--as-of", "2026-01-31", "-f", "json").data) == 1
    assert full.ok("search", "反映", "--as-of", "2026-01-31", "-f", "json").data[0]["number"] == "2026-000001"
    looks = ("today", "board", "overdue", "due", "list", "show", "why", "search", "report", "forecast", "export")
    for line in (*(LOOKS[look] for look in looks), ("check",), ("next", "1"), ("matter", "1"), ("similar", "1")):
        assert "xinfang due --within" in full.refused("E103", *line, "--as-of", "2026-03-11").err, line


def test_exit_codes(full: Shell) -> None:
    """0 done, 1 asked and found, 2 usage, 3 not allowed, 4 not found, 5 store."""
    assert full("overdue").code == 0
    assert full("overdue", "--exit-code").code == 1
    assert full("overdue", "--exit-code", "--as-of", "2026-03-09").code == 0
    assert full("overdue", "--nonsense").code == 2
    assert full("accept", 1).code == 3
    assert full("show", 99).code == 4
    assert full("overdue", "--db", "没有.db").code == 5


def test_exit_codes_of_a_real_program(full: Shell) -> None:
    """The same as the shell sees them."""
    assert [
        full.outside(*line).code
        for line in (("today",), ("overdue", "--exit-code"), ("today", "-x"), ("accept", 1), ("show", 99))
    ] == [0, 1, 2, 3, 4]
    assert full.outside("today", "--db", "没有.db").code == 5
