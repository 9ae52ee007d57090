"""重复信访: every matter, reason and visit against a recount by the plain fold of the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cli.shell import Shell
from store.folding import facts

from .asking import report
from .monthly_recount import MEASURES, RATES, Known, known_of
from .monthly_recount import visits as in_person
from .periods import asked
from .repeat_recount import Recount, Seen, Visit
from .rounding import divided
from .rows import compared

TOSSED = [
    ("2025-07-01", "2025-12-31", "2025-12-31"),
    ("2025-09-01", "2025-09-30", "2025-12-31"),
    ("2025-08-15", "2025-12-31", "2025-10-20"),
]


REASONS = ["no-reply", "unserved", "not-carried-out", "unsatisfied", "new-facts", "in-time", "outside", "none"]
WHEN = {"in_time": "in-time", "overdue": "overdue", "after_reply": "after-reply", "ended": "ended"}


def checked(data: Any, recount: Recount, known: Known) -> None:
    """Every matter, every table and every line of the detail; known: what the two rates are counted of."""
    matters = list(recount.matters())
    listed = {row["root"]: row for row in data["matters"]}
    assert len(listed) == len(matters)
    for seen in matters:
        row = listed[seen.numbers[0]]
        assert row["numbers"].split("、") == seen.numbers
        assert (row["reason"], row["unit"]) == (seen.reason, seen.unit), seen
        assert {each for each in row["also"].split("、") if each} == seen.also, seen
        assert {name: row[name] for name in seen.shown} == seen.shown, seen
    visits = [visit for seen in matters for visit in seen.visits]
    when = Counter(visit.when for visit in visits)
    assert data["figures"] == {
        "matters": len(matters),
        "petitions": sum(seen.shown["in_period"] for seen in matters),
        "petitions_in_all": sum(len(seen.numbers) for seen in matters),
        "visits_again": len(visits),
        "visits_before_reply": when["in-time"] + when["overdue"],
        "visits_after_reply": when["after-reply"],
        "visits_after_end": when["ended"],
    }
    apart = ("visits_before_reply", "visits_after_reply", "visits_after_end")
    assert sum(data["figures"][name] for name in apart) == data["figures"]["visits_again"]
    rates = {each["name"]: (each["part"], each["whole"], each["value"]) for each in data["rates"]}
    assert rates == {name: (*RATES[name](known), divided(*RATES[name](known))) for name in rates}
    whole = Counter(seen.reason for seen in matters)
    keys = ("order", "reason", "matters", "of_matters", "share")
    assert [tuple(row[key] for key in keys) for row in data["by_reason"]] == [
        (order, reason, whole[reason], len(matters), divided(whole[reason], len(matters)))
        for order, reason in enumerate(REASONS, start=1)
    ]
    for key, of in (("unit", lambda seen: seen.unit), ("category", lambda seen: seen.category)):
        compared(data[f"by_{key}"], map(of, matters), lambda each, k=key, f=of: _by_reason(matters, k, f, each), key)
    units = {visit.unit for visit in visits}
    compared(data["visits_by_unit"], units, lambda unit: {"unit": unit, **_visits(visits, unit)}, "unit")
    for row in data["visits_by_month"]:
        every = sum(f"{c.registration.received_on:%Y-%m}" == row["month"] for c in in_person(known))
        again = _visits(visits, row["month"])
        share = divided(again["visits_again"], every)
        assert row == {"month": row["month"], **again, "visits": every, "share": share}
    assert sum(row["visits_again"] for row in data["visits_by_month"]) == len(visits)
    rows = Counter((row["measure"], row["number"], row["root"], row["value"], row["weight"]) for row in data["detail"])
    assert rows == Counter(
        [
            *(("matters", number, seen.numbers[0], seen.reason, 1) for seen in matters for number in seen.numbers),
            *(("visits_again", v.number, seen.numbers[0], v.when, 1) for seen in matters for v in seen.visits),
            *((name, c.number, "", "", int(n)) for name in ("repeats", "came_again") for c, n in MEASURES[name](known)),
        ]
    )


def _by_reason(matters: list[Seen], key: str, of: Callable[[Seen], str], value: str) -> dict[str, Any]:
    own = Counter(seen.reason for seen in matters if of(seen) == value)
    return {key: value, "matters": own.total(), **{reason.replace("-", "_"): own[reason] for reason in REASONS}}


def _visits(visits: list[Visit], value: str) -> dict[str, Any]:
    own = Counter(each.when for each in visits if value in (each.unit, f"{each.on:%Y-%m}"))
    return {"visits_again": own.total(), **{name: own[when] for name, when in WHEN.items()}}


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_an_office_of_years(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = as_of or date.fromisoformat(years.today)
    data = report(years, "repeat", period, "--detail", as_of=as_of)
    checked(data, Recount(facts(years), first, min(last, known), known), known_of(years, first, last, known))


@pytest.mark.parametrize(("first", "last", "as_of"), TOSSED)
def test_an_office_of_to_and_fro(tossed: Shell, first: str, last: str, as_of: str) -> None:
    data = report(tossed, "repeat", f"--from {first} --to {last}", "--detail", as_of=as_of)
    days = [date.fromisoformat(day) for day in (first, last, as_of)]
    checked(data, Recount(facts(tossed), days[0], min(days[1:]), days[2]), known_of(tossed, *days))
