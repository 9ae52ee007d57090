"""年度报告 against recounts from the bare facts, and against the bulletin of the same year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied, founded

from xinfang.core.case import Case

from .monthly_recount import COUNTS, ENDED, RATES, Known, known_of
from .rounding import divided
from .supervision_recount import counted, recount

YEARS = [2023, 2024, 2025]
AS_OF = [None, date(2024, 6, 14), date(2025, 2, 1)]
HEADINGS = [
    ("（一）", "信访事项的数据统计、信访事项涉及领域以及被投诉较多的机关、单位"),
    ("（二）", "党委和政府信访部门转送、交办、督办情况"),
    ("（三）", "党委和政府信访部门提出改进工作、完善政策、追究责任建议以及被采纳情况"),
    ("（四）", "其他应当报告的事项"),
]


def report(shell: Shell, year: int, as_of: date | None, *more: str) -> Any:
    day = ("--as-of", str(as_of)) if as_of else ()
    return shell.ok("report", "annual", "--year", str(year), *day, *more, "-f", "json").data


def asked() -> list[Any]:
    return [
        pytest.param(year, as_of, id=f"{year} as of {as_of}")
        for year in YEARS
        for as_of in AS_OF
        if as_of is None or year <= as_of.year
    ]


def year_of(shell: Shell, year: int, as_of: date | None) -> Known:
    return known_of(shell, date(year, 1, 1), date(year, 12, 31), as_of)


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_every_figure(busy_years: Shell, year: int, as_of: date | None) -> None:
    told = report(busy_years, year, as_of)
    assert [(part["item"], part["heading"]) for part in told["parts"]] == HEADINGS
    known = year_of(busy_years, year, as_of)
    seen = counted(recount(busy_years, date(year, 1, 1), date(year, 12, 31), as_of))
    expected = {
        **{name: count(known) for name, count in COUNTS.items()},
        **{name: rate(known) for name, rate in RATES.items()},
        **{f"oversight_{name}": figure for name, figure in seen.items()},
    }
    shown = {each["name"]: each for part in told["parts"] for each in part["indicators"]}
    assert shown.keys() == expected.keys()
    for name, each in shown.items():
        assert ((each["part"], each["whole"]) if "part" in each else each["value"]) == expected[name], name
        assert each["definition"]


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_the_year_before_stands_beside_it(busy_years: Shell, year: int, as_of: date | None) -> None:
    known = year_of(busy_years, year - 1, as_of)
    shown = {each["name"]: each for part in report(busy_years, year, as_of)["parts"] for each in part["indicators"]}
    for name, count in COUNTS.items():
        assert shown[name]["previous"] == count(known), name


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_months(busy_years: Shell, year: int, as_of: date | None) -> None:
    statistics = report(busy_years, year, as_of)["parts"][0]
    known, before = year_of(busy_years, year, as_of), year_of(busy_years, year - 1, as_of)
    assert [row["month"] for row in statistics["by_month"]] == [f"{year}-{month:02}" for month in range(1, 13)]
    for month, row in enumerate(statistics["by_month"], start=1):
        events = Counter(
            event.name
            for _, event in known.events(*ENDED, "accepted", "replied", "resolved")
            if event.on.month == month
        )
        assert row == {
            "month": f"{year}-{month:02}",
            "received": sum(case.registration.received_on.month == month for case in known.received()),
            "previous": sum(case.registration.received_on.month == month for case in before.received()),
            **{name: events[name] for name in ("accepted", "replied")},
            "closed": sum(events[name] for name in ENDED),
            "resolved": events["resolved"],
        }


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_fields_and_units_complained_of(busy_years: Shell, year: int, as_of: date | None) -> None:
    statistics = report(busy_years, year, as_of)["parts"][0]
    known, before = year_of(busy_years, year, as_of), year_of(busy_years, year - 1, as_of)
    of: dict[str, Callable[[Case], str]] = {
        "content": lambda case: case.code.split("/")[0],
        "branch": lambda case: case.branch,
        "category": lambda case: case.category.value if case.category else "",
    }
    for column, part in of.items():
        now, then = Counter(map(part, known.received())), Counter(map(part, before.received()))
        rows = {row[column]: (row["received"], row["previous"]) for row in statistics[f"by_{column}"]}
        assert rows == {name: (now[name], then[name]) for name in {*now, *then}}
        for row in statistics[f"by_{column}"]:
            assert row["share"] == divided(row["received"], now.total())
    against = Counter(case.registration.respondent_unit for case in known.received())
    had = Counter(case.registration.respondent_unit for case in before.received())
    expected = sorted(((-n, unit) for unit, n in against.items() if unit and n >= 2))
    assert [(row["respondent"], row["received"], row["previous"]) for row in statistics["respondents"]] == [
        (unit, -number, had[unit]) for number, unit in expected
    ]


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_units(busy_years: Shell, year: int, as_of: date | None) -> None:
    handing = report(busy_years, year, as_of)["parts"][1]
    known = year_of(busy_years, year, as_of)
    for row in handing["by_unit"]:
        for column, event in (("forwarded", "forwarded"), ("assigned", "assigned")):
            assert row[column] == sum(each.value == row["unit"] for _, each in known.events(event))
        own = known._replace(cases=[case for case in known.cases if case.unit == row["unit"]])
        assert (row["due"], row["met_on_time"]) == (COUNTS["due"](own), COUNTS["met_on_time"](own))
        assert row["supervised"] == sum(event.about == row["unit"] for _, event in known.events("supervised"))
    for column, name in (("due", "due"), ("met_on_time", "met_on_time")):
        assert sum(row[column] for row in handing["by_unit"]) == COUNTS[name](known)
    assert sum(row["forwarded"] + row["assigned"] for row in handing["by_unit"]) == COUNTS["forwarded"](known)


def test_it_says_what_the_bulletin_of_the_year_says(busy_years: Shell) -> None:
    bulletin = busy_years.ok("report", "--year", "2024", "--unit", "刑侦大队", "-f", "json").data["indicators"]
    annual = report(busy_years, 2024, None, "--unit", "刑侦大队")
    shown = {each["name"]: each for part in annual["parts"] for each in part["indicators"]}
    for each in bulletin:
        assert (shown[each["name"]]["value"], shown[each["name"]]["previous"]) == (each["value"], each["previous"])
    assert sum(row["received"] for row in annual["parts"][0]["by_month"]) == shown["received"]["value"]


def test_the_office_is_busy_enough(busy_years: Shell) -> None:
    """No table is compared only with nothing."""
    for part, tables in zip(
        report(busy_years, 2024, None)["parts"],
        (
            ("by_content", "by_branch", "by_category", "respondents"),
            ("by_unit",),
            ("by_proposal", "by_body"),
            ("by_grade", "by_meeting"),
        ),
        strict=True,
    ):
        for table in tables:
            assert part[table], table


def test_detail_lists_what_was_counted(busy_years: Shell) -> None:
    told = report(busy_years, 2024, None, "--detail")
    assert sum(row["measure"] == "received" for row in told["detail"]) == told["parts"][0]["indicators"][0]["value"]


def test_only_a_year(busy_years: Shell) -> None:
    busy_years.refused("E105", "report", "annual", "--quarter", "2024-3")


def test_printed_again_after_more_has_happened(busy_years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(busy_years, tmp_path_factory.mktemp("later"))
    words = ("report", "annual", "--year", "2024", "--as-of", "2025-01-10")
    printed = shell.ok(*words)
    fingerprint = shell.ok(*words, "-f", "json").data["ledger"]["fingerprint"]
    number = shell.ok("list", "--from", "2024-10-01", "--to", "2024-10-31", "-f", "json").data[0]["number"]
    shell.ok(
        "correct", number, "--respondent-unit", "县自然资源局", "--received", "2023-09-15", "--reason", "收到日有误"
    )
    assert shell.ok(*words).out != printed.out
    assert shell.ok(*words, "--as-known", fingerprint).out == printed.out


def test_a_unit_complained_of_is_counted_however_it_was_written_down(tmp_path: Path) -> None:
    """第四十一条第一款（一）: the clerk writes the station where 被反映的单位或者人员 is asked for; a person is no unit."""
    shell = founded(tmp_path, today="2026-03-31")
    shell.ok("unit", "add", "柳林派出所")
    line = ("register", "--channel", "letter", "--name", "张三", "--address", "东街1号", "--title", "反映不出警")
    for accused in (
        ("--respondent", "柳林派出所"),
        ("--respondent", "王某", "--respondent-unit", "柳林派出所"),
        ("--respondent", "王某"),
    ):
        shell.ok(*line, "--content", "报警无人出警", "--repeat-of", "none", *accused)
    (row,) = report(shell, 2026, None)["parts"][0]["respondents"]
    assert (row["respondent"], row["received"]) == ("柳林派出所", 2)
    assert "被反映: 柳林派出所\n" in shell.ok("show", 1).out


def test_a_unit_added_since_makes_no_other_petition_of_a_key(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-03-31")
    person = ("--name", "张三", "--address", "东街1号", "--key", "k1", "--respondent", "柳林派出所")
    line = ("register", "--channel", "letter", *person, "--title", "反映不出警", "--content", "报警无人出警")
    shell.ok(*line)
    shell.ok("unit", "add", "柳林派出所")
    assert "此前已登记" in shell.ok(*line).out
