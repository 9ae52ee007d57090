"""年度报告 against recounts from the bare facts, and against the bulletin of the same year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied, founded

from xinfang.core.case import Case

from .asking import figures, printed_again, report
from .course import OUTSIDE, UNITS
from .monthly_recount import COUNTS, ENDED, MEASURES, RATES, Known, known_of
from .office import TODAY
from .rounding import divided
from .rows import compared
from .supervision_recount import Recount, counted, recount, supervised

YEARS = [2023, 2024, 2025]
AS_OF = [None, date(2024, 6, 14), date(2025, 2, 1)]
HEADINGS = [
    ("（一）", "信访事项的数据统计、信访事项涉及领域以及被投诉较多的机关、单位"),
    ("（二）", "党委和政府信访部门转送、交办、督办情况"),
    ("（三）", "党委和政府信访部门提出改进工作、完善政策、追究责任建议以及被采纳情况"),
    ("（四）", "其他应当报告的事项"),
]


def annual(shell: Shell, year: int, *more: str, as_of: date | None = None, unit: str = "") -> Any:
    return report(shell, "annual", f"--year {year}", *more, as_of=as_of, unit=unit)


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
@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_every_figure(years: Shell, year: int, as_of: date | None, unit: str) -> None:
    told = annual(years, year, as_of=as_of, unit=unit)
    assert [(part["item"], part["heading"]) for part in told["parts"]] == HEADINGS
    shown = {name: each for part in told["parts"] for name, each in figures(part).items()}
    now, earlier = (_counted(years, each, as_of, unit) for each in (year, year - 1))
    assert shown.keys() == now.keys()
    for name, each in shown.items():
        assert ((each["part"], each["whole"]) if "part" in each else each["value"]) == now[name], name
        assert (each["value"], each["previous"]) == tuple(_value(of[name]) for of in (now, earlier)), name
        assert each["definition"]


def _counted(shell: Shell, year: int, as_of: date | None, unit: str) -> dict[str, Any]:
    known = year_of(shell, year, as_of).of(lambda case: unit in ("", case.unit))
    seen = recount(shell, date(year, 1, 1), date(year, 12, 31), as_of).of(unit)
    return {
        **{name: count(known) for name, count in COUNTS.items()},
        **{name: rate(known) for name, rate in RATES.items()},
        **{f"oversight_{name}": figure for name, figure in counted(seen).items()},
    }


def _value(figure: Any) -> float | None:
    return divided(*figure) if isinstance(figure, tuple) else figure


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_every_month_and_none_to_come(years: Shell, year: int, as_of: date | None) -> None:
    statistics = annual(years, year, as_of=as_of)["parts"][0]
    known, before = year_of(years, year, as_of), year_of(years, year - 1, as_of)
    assert [row["month"] for row in statistics["by_month"]] == [f"{year}-{month:02}" for month in range(1, 13)]
    for month, row in enumerate(statistics["by_month"], start=1):
        events = Counter(
            event.name
            for _, event in known.events(*ENDED, "accepted", "replied", "resolved")
            if event.on.month == month
        )
        told: dict[str, int | None] = {
            "received": sum(case.registration.received_on.month == month for case in known.received()),
            **{name: events[name] for name in ("accepted", "replied")},
            "closed": sum(events[name] for name in ENDED),
            "resolved": events["resolved"],
        }
        if date(year, month, 1) > (as_of or TODAY):
            # A line that falls to zero in a month to come would be a lie.
            assert set(told.values()) == {0}
            told = dict.fromkeys(told)
        assert row == {
            "month": f"{year}-{month:02}",
            "previous": sum(case.registration.received_on.month == month for case in before.received()),
            **told,
        }


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_fields_and_units_complained_of(years: Shell, year: int, as_of: date | None) -> None:
    statistics = annual(years, year, as_of=as_of)["parts"][0]
    known, before = year_of(years, year, as_of), year_of(years, year - 1, as_of)
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
def test_every_unit(years: Shell, year: int, as_of: date | None) -> None:
    known = year_of(years, year, as_of)
    seen = recount(years, date(year, 1, 1), date(year, 12, 31), as_of)
    told = annual(years, year, as_of=as_of)["parts"][1]["by_unit"]
    compared(told, [*UNITS, OUTSIDE, "某县公安局"], lambda unit: _unit(known, seen.of(unit), unit), "unit")


def _unit(known: Known, seen: Recount, unit: str) -> dict[str, Any]:
    sent = Counter(event.name for _, event in known.events("forwarded", "assigned") if event.value == unit)
    met, due = RATES["on_time_rate"](known.of(lambda case: case.unit == unit))
    asked_of = supervised(seen)
    return {
        "unit": unit,
        **{name: sent[name] for name in ("forwarded", "assigned")},
        **{"due": due, "met_on_time": met, "on_time_rate": divided(met, due)},
        **{name: asked_of[name] for name in ("supervised", "unanswered")},
    }


@pytest.mark.parametrize(("year", "as_of"), asked())
def test_what_it_shares_with_the_report_on_supervision(years: Shell, year: int, as_of: date | None) -> None:
    """Its tables are counted again in test_supervision."""
    supervision = report(years, "supervision", f"--year {year}", as_of=as_of)
    *_, advice, other = annual(years, year, as_of=as_of)["parts"]
    for part, tables in ((advice, ("by_proposal", "by_body")), (other, ("by_grade", "by_meeting"))):
        assert {name: part[name] for name in tables} == {name: supervision[name] for name in tables}


def test_it_says_what_the_bulletin_of_the_year_says(years: Shell) -> None:
    told = annual(years, 2024, unit="刑侦大队")
    shown = {name: each for part in told["parts"] for name, each in figures(part).items()}
    for each in report(years, "monthly", "--year 2024", unit="刑侦大队")["indicators"]:
        assert (shown[each["name"]]["value"], shown[each["name"]]["previous"]) == (each["value"], each["previous"])
    assert sum(row["received"] for row in told["parts"][0]["by_month"]) == shown["received"]["value"]


@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_detail_lists_what_was_counted(years: Shell, unit: str) -> None:
    known = year_of(years, 2024, None).of(lambda case: unit in ("", case.unit))
    told = annual(years, 2024, "--detail", unit=unit)["detail"]
    assert Counter((row["measure"], row["number"], row["unit"], row["weight"]) for row in told) == Counter(
        (name, case.number, case.unit, int(weight)) for name, of in MEASURES.items() for case, weight in of(known)
    )


@pytest.mark.parametrize("unit", ["", "交警大队"])
def test_detail_lists_what_was_supervised_advised_and_inspected(years: Shell, unit: str) -> None:
    """As the report on supervision of that year does."""
    told = annual(years, 2024, "--detail", unit=unit)["oversight_detail"]
    assert told == report(years, "supervision", "--year 2024", "--detail", unit=unit)["detail"]
    assert {"supervised", "advised", "inspected_rate"} <= {row["measure"] for row in told}


def test_the_headings_are_those_of_a_paper(years: Shell) -> None:
    """Each of the four items once, what belongs to it numbered below it where there is more than one."""
    page = years.ok("report", "annual", "--year", "2024", "-f", "html").out
    headings = re.findall("<h[23]>(.*?)</h[23]>", page)
    assert re.findall("<h2>(.)", page) == ["（"] * 4
    assert len(headings) == len(set(headings))
    assert [each[:3] for each in headings if each.startswith("（")] == ["（一）", "（二）", "（三）", "（四）"]
    handing = headings.index("各机关、单位")
    assert headings[handing + 1].startswith("（三）")
    assert headings[handing + 2 :][:2] == ["1.三项建议", "2.向谁提出建议"]
    assert headings[1:3] == ["1.各月情况", "2.涉及领域"]


def test_the_article_is_named_once_for_the_police(years: Shell) -> None:
    [basis] = [each for each in years.ok("report", "annual", "--year", "2024").out.splitlines() if "依据: " in each]
    assert basis.count("第四十一条第一款") == 1


def test_only_a_year(years: Shell) -> None:
    years.refused("E105", "report", "annual", "--quarter", "2024-3")


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    shell = copied(years, tmp_path_factory.mktemp("later"))
    words = ("report", "annual", "--year", "2024", "--as-of", "2025-01-10")
    autumn = [row["number"] for row in shell.data("list", "--from", "2024-10-01", "--to", "2024-10-31")]
    # A repeat cannot come in before what it repeats.
    number = next(each for each in autumn if shell.data("show", each)["classes"][0] == "first")
    right = ("--respondent-unit", "县自然资源局", "--received", "2023-09-15")
    with printed_again(shell, *words):
        shell.ok("correct", number, *right, "--reason", "收到日有误")


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
    (row,) = annual(shell, 2026)["parts"][0]["respondents"]
    assert (row["respondent"], row["received"]) == ("柳林派出所", 2)
    assert "被反映: 柳林派出所\n" in shell.ok("show", 1).out


def test_a_correction_moves_the_unit_complained_of_with_the_respondent(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-03-31")
    for unit in ("柳林派出所", "交警大队"):
        shell.ok("unit", "add", unit)
    line = ("register", "--channel", "letter", "--name", "张三", "--address", "东街1号", "--title", "反映不出警")
    for accused in (("--respondent", "王某"), ("--respondent", "王某", "--respondent-unit", "柳林派出所")):
        shell.ok(*line, "--content", "报警无人出警", "--repeat-of", "none", *accused)

    def corrected(number: int, *words: str) -> str:
        shell.ok("correct", number, *words, "--reason", "核实")
        return str(shell.ok("show", number, "-f", "json").data["registration"].get("respondent_unit", ""))

    assert corrected(1, "--respondent", "柳林派出所") == "柳林派出所"
    assert corrected(1, "--respondent", "交警大队") == "交警大队"
    assert corrected(1, "--respondent", "交警大队民警") == ""
    assert corrected(1, "--respondent", "交警大队", "--respondent-unit", "某市公安局") == "某市公安局"
    # A person's unit was stated for itself: his name put right, it stays.
    assert corrected(2, "--respondent", "汪某") == "柳林派出所"
    assert corrected(2, "--respondent", "交警大队") == "交警大队"


def test_a_unit_added_since_makes_no_other_petition_of_a_key(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-03-31")
    person = ("--name", "张三", "--address", "东街1号", "--key", "k1", "--respondent", "柳林派出所")
    line = ("register", "--channel", "letter", *person, "--title", "反映不出警", "--content", "报警无人出警")
    shell.ok(*line)
    shell.ok("unit", "add", "柳林派出所")
    assert "此前已登记" in shell.ok(*line).out
