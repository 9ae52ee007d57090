"""What `today`, `show`, `why`, `days` and `report` give a script. A change here breaks somebody's script."""

from __future__ import annotations

from reports.monthly_recount import FAMILIES

from .contracts import DUE, OVERDUE, PETITION, fits
from .shell import Shell

FIGURES = {
    **dict.fromkeys(("received", "accepted", "replied", "closed", "due", "met_on_time"), int),
    "on_time_rate": (float, type(None)),
    **dict.fromkeys(("overdue_open", "late_entries"), int),
}
RATE = (float, type(None))
GROUP = {
    **dict.fromkeys(("received", "replied", "closed", "due", "met_on_time"), int),
    "on_time_rate": (float, type(None)),
}
REASON = {
    **{"deadline": str, "article": str, "source": str, "binds": str, "started_on": str, "nominal_due": str},
    **{"legal_due": str, "ended_on": (str, type(None)), "overdue": bool, "reasoning": list},
    "deadline_label": str,
}


def test_today_is_an_object_of_lists(full: Shell) -> None:
    """`today`: the day and its lists with the rows of `overdue`, `due` and `list`."""
    data = full.data("today")
    lists = ["overdue", "due_soon", "unserved", "unacknowledged", "pending", "unlimited", "unverified"]
    assert list(data) == ["as_of", *lists]
    assert data["as_of"] == "2026-03-10"
    assert [len(data[name]) for name in list(data)[1:]] == [1, 1, 1, 1, 0, 0, 0]
    assert fits(data["overdue"][0], OVERDUE)
    assert fits(data["due_soon"][0], DUE)
    assert fits(data["unserved"][0], PETITION)
    assert fits(data["unacknowledged"][0], PETITION)


def test_unverified_days_are_null(full: Shell) -> None:
    """Where the year's plan is missing the last lawful day is null, in `due` and `why` alike."""
    full.today = "2026-12-20"
    full.ok("register", "--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙")
    full.ok("classify", 5, "--category", "appeal", "--route", 6)
    full.ok("accept", 5)
    row = next(row for row in full.data("due", "--within", "60") if row["number"] == "2026-000005")
    assert (row["nominal_due"], row["legal_due"], row["days_left"]) == ("2027-02-18", None, None)
    (deadline,) = (d for d in full.data("why", 5)["deadlines"] if d["deadline"] == "reply")
    assert (deadline["nominal_due"], deadline["legal_due"], deadline["overdue"]) == ("2027-02-18", None, False)


def test_today_warns_of_a_day_that_nobody_has_confirmed(office: Shell) -> None:
    """The 15th day is Monday 2027-01-04, of a year without a plan: told three weekdays ahead, as any other, and after."""
    office.today = "2026-12-20"
    office.ok("register", "--channel", "letter", "--name", "甲", "--address", "乙", "--title", "丙", "--content", "丁")
    for day, told in (("2026-12-29", 0), ("2026-12-30", 1), ("2027-01-04", 1), ("2027-01-10", 1)):
        office.today = day
        data = office.data("today")
        assert len(data["unverified"]) == told, day
        assert data["overdue"] == data["due_soon"] == []


def test_show(full: Shell) -> None:
    """`show`: the case, its register, its deadlines and its time line."""
    data = full.data("show", 1)
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
        **{"status": str, "article": str, "deadline_label": str},
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
    data = full.data("why", 1)
    assert list(data) == ["number", "as_of", "deadlines"]
    assert all(fits(row, REASON) for row in data["deadlines"])
    assert all(isinstance(line, str) for row in data["deadlines"] for line in row["reasoning"])


def test_days(shell: Shell) -> None:
    """`days` works without a ledger."""
    assert fits(
        shell.data("days", "2024-09-18", "--days", 15),
        {
            **{"start": str, "days": int, "counts": str, "nominal_due": str, "legal_due": str},
            **{"missing_year": type(None), "reasoning": list},
        },
    )
    working = shell.data("days", "2026-12-29", "--working-days", 5)
    assert (working["counts"], working["legal_due"], working["missing_year"]) == ("working", None, 2027)


def test_report(full: Shell) -> None:
    """`report`: the month's figures, those it is compared with, and the parts of it."""
    data = full.data("report", "--month", "2026-03")
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
        *("unit_ranking", "overdue", "late", "ledger", "comparable", "unverified"),
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


def test_a_report_in_detail(full: Shell) -> None:
    """Besides: every figure taken apart, what each unit owes, and the petitions."""
    data = full.data("report", "--month", "2026-03")
    apart = full.data("report", "--month", "2026-03", "--detail")
    assert apart.keys() - data.keys() == {*FAMILIES, "detail"}
    assert all(fits(row, {"unit": str, **GROUP, "overdue_open": int}) for row in apart["by_unit"])
    for table, (counts, rates) in FAMILIES.items():
        ratio = {f"{name}{end}": kind for name in rates for end, kind in (("_whole", int), ("_part", int), ("", RATE))}
        row = {"by": str, "name": str, **dict.fromkeys(counts, int), **ratio}
        beside = {"repeat_rate": RATE, "previous": int, "last_year": int} if table == "parts_received" else {}
        assert all(fits(each, row | beside) for each in apart[table])
    assert apart["parts_received"] and apart["parts_handled"]
