"""The monthly bulletin against a recount of every figure from the bare facts.

The recount folds the facts of each petition itself and asks the law for the deadlines; of the program's tables, queries
and reports it uses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli.shell import Shell
from store.folding import case_on, facts
from store.ledgers import copied, founded, register

from xinfang.core.case import Case, Event
from xinfang.core.entry import Entry
from xinfang.core.terms import State
from xinfang.rules.calendar import Calendar
from xinfang.rules.deadline import Deadline
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law

from .office import TODAY

LAW = Law(Calendar())
ENDED = {"closed", "declined", "redirected", "handed-back", "diverted", "withdrawn", "concluded"}
IN_PERSON = {"visit", "joint-reception", "down-visit", "video"}
GROUP, WATCHED = 5, timedelta(days=180)
PERIODS = [
    ("--month 2023-03", date(2023, 3, 1), date(2023, 3, 31)),
    ("--month 2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("--month 2024-10", date(2024, 10, 1), date(2024, 10, 31)),
    ("--month 2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    ("--quarter 2024-3", date(2024, 7, 1), date(2024, 9, 30)),
    ("--year 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("--from 2023-11-15 --to 2024-02-29", date(2023, 11, 15), date(2024, 2, 29)),
]
AS_OF = [None, date(2024, 10, 17), date(2025, 1, 2)]


class Known(NamedTuple):
    """What is known of the days from `first` to `last` at the end of `as_of`."""

    first: date
    last: date
    as_of: date
    cases: list[Case]
    entries: list[Entry]

    @property
    def until(self) -> date:
        return min(self.last, self.as_of)

    def within(self, day: date) -> bool:
        return self.first <= day <= self.until

    def received(self) -> list[Case]:
        return [case for case in self.cases if self.within(case.registration.received_on)]

    def events(self, *names: str) -> Iterator[tuple[Case, Event]]:
        for case in self.cases:
            yield from ((case, event) for event in case.events if event.name in names and self.within(event.on))

    def due(self, duty: str) -> list[Deadline]:
        """Of that duty, due in the period as far as it has come; what fell away before its day was not due."""
        return [
            deadline
            for case in self.cases
            for deadline in deadlines_of(case, LAW)
            if deadline.limit.duty == duty
            and deadline.legal is not None
            and self.first <= deadline.legal <= self.until
            and (deadline.ended_on is None or deadline.ended_on > deadline.legal or _met(deadline))
        ]

    def came_again(self, case: Case, since: date, until: date) -> bool:
        return any(since <= each.registration.received_on <= until for each in self.after(case))

    def after(self, case: Case) -> Iterator[Case]:
        """Whatever repeats the petition, or repeats what repeats it."""
        for each in self.cases:
            if each.repeat_of == case.number:
                yield each
                yield from self.after(each)

    def first_endings(self, first: date, last: date) -> list[tuple[Case, date]]:
        """Each matter once, by its last ending of those days."""
        ends = {
            case.number: (case, event.on)
            for case in self.cases
            for event in case.events
            if event.name in ENDED and first <= event.on <= last and not case.repeat_of
        }
        return list(ends.values())


def _met(deadline: Deadline) -> bool:
    return deadline.ended_by in deadline.limit.met_by


def _in_time(deadlines: list[Deadline]) -> tuple[int, int]:
    met = [d for d in deadlines if _met(d) and d.ended_on and d.legal and d.ended_on <= d.legal]
    return len(met), len(deadlines)


def _visits(known: Known) -> list[Case]:
    return [case for case in known.received() if case.registration.channel.value in IN_PERSON]


def _people(cases: list[Case]) -> int:
    return sum(case.registration.headcount for case in cases)


def _groups(known: Known) -> list[Case]:
    return [case for case in _visits(known) if case.registration.headcount >= GROUP]


def _joint(known: Known) -> int:
    written = [case for case in known.received() if case.registration.channel.value not in IN_PERSON]
    return sum(case.registration.joint_letter or case.registration.headcount >= GROUP for case in written)


def _happened(*names: str) -> Callable[[Known], int]:
    return lambda known: sum(1 for _ in known.events(*names))


def _satisfied(body: str) -> Callable[[Known], tuple[int, int]]:
    def rate(known: Known) -> tuple[int, int]:
        told = [e.value.split(":")[1] for _, e in known.events("rated") if e.value.startswith(body)]
        told = [rating for rating in told if rating != "not-rated"]
        return sum(rating in {"satisfied", "basic"} for rating in told), len(told)

    return rate


def _once(known: Known) -> tuple[int, int]:
    ended = known.first_endings(known.first - WATCHED, known.until - WATCHED)
    return sum(not known.came_again(case, on, on + WATCHED) for case, on in ended), len(ended)


def _again(known: Known) -> tuple[int, int]:
    ended = known.first_endings(known.first, known.until)
    return sum(known.came_again(case, on, known.as_of) for case, on in ended), len(ended)


def _sponsored(known: Known) -> tuple[int, int]:
    sponsored = [c for c in known.cases if any(e.name == "sponsored" and e.on <= known.until for e in c.events)]
    done = [any(e.name == "resolved" and e.on <= known.until for e in case.events) for case in sponsored]
    return sum(done), len(done)


def _repeats(known: Known) -> int:
    return sum(bool(case.repeat_of) for case in known.received())


COUNTS: dict[str, Callable[[Known], int]] = {
    "received": lambda known: len(known.received()),
    "people": lambda known: _people(known.received()),
    "visits": lambda known: len(_visits(known)),
    "visitors": lambda known: _people(_visits(known)),
    "group_visits": lambda known: len(_groups(known)),
    "group_visitors": lambda known: _people(_groups(known)),
    "joint_letters": _joint,
    "level_skipping": lambda known: sum(case.registration.level_skipping for case in known.received()),
    "repeats": _repeats,
    "informed": _happened("informed"),
    "forwarded": _happened("forwarded", "assigned"),
    "accepted": _happened("accepted"),
    "extended": _happened("extended"),
    "replied": _happened("replied"),
    "served": _happened("served"),
    "closed": _happened(*ENDED),
    "resolved": _happened("resolved"),
    "due": lambda known: len(known.due("reply")),
    "met_on_time": lambda known: _in_time(known.due("reply"))[0],
}
RATES: dict[str, Callable[[Known], tuple[int, int]]] = {
    "prompt_rate": lambda known: _in_time(known.due("route")),
    "told_rate": lambda known: _in_time(known.due("tell")),
    "on_time_rate": lambda known: _in_time(known.due("reply")),
    "rated_rate": lambda known: _in_time(known.due("rating")),
    "satisfied_office_rate": _satisfied("office"),
    "satisfied_unit_rate": _satisfied("unit"),
    "once_rate": _once,
    "resolved_rate": _sponsored,
    "repeat_rate": lambda known: (_repeats(known), len(known.received())),
    "came_again_rate": _again,
}


def known_of(shell: Shell, first: date, last: date, as_of: date | None) -> Known:
    on = as_of or TODAY
    every = facts(shell)
    folded = [case for entries in every.values() if (case := case_on(entries, on)) is not None]
    cases = [case for case in folded if case.state is not State.VOID]
    return Known(first, last, on, cases, [entry for entries in every.values() for entry in entries])


def report(shell: Shell, period: str, as_of: date | None, *more: str) -> Any:
    return shell.ok("report", *period.split(), *(("--as-of", as_of) if as_of else ()), *more, "-f", "json").data


def asked() -> list[Any]:
    return [
        pytest.param(period, first, last, as_of, id=f"{period} as of {as_of}")
        for period, first, last in PERIODS
        for as_of in AS_OF
        if as_of is None or first <= as_of
    ]


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_every_figure(years: Shell, period: str, first: date, last: date, as_of: date | None) -> None:
    known = known_of(years, first, last, as_of)
    told = {each["name"]: each for each in report(years, period, as_of)["indicators"]}
    assert set(told) == {*COUNTS, *RATES}
    assert {name: told[name]["value"] for name in COUNTS} == {name: count(known) for name, count in COUNTS.items()}
    assert {name: (told[name]["part"], told[name]["whole"]) for name in RATES} == {
        name: rate(known) for name, rate in RATES.items()
    }
    for name in RATES:
        part, whole = RATES[name](known)
        assert told[name]["value"] == (round(part / whole, 4) if whole else None)


def test_the_office_is_busy_enough(years: Shell) -> None:
    """No figure is compared only with nothing."""
    told = report(years, "--from 2023-01-01 --to 2025-12-31", None)["indicators"]
    idle = {each["name"] for each in told if not each.get("whole", each["value"])}
    assert idle <= {"prompt_rate"}


@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked())
def test_what_stood_open_and_what_came_late(
    years: Shell, period: str, first: date, last: date, as_of: date | None
) -> None:
    known = known_of(years, first, last, as_of)
    then = known_of(years, first, last, known.until)
    overdue = [
        (case.number, deadline.limit.name)
        for case in then.cases
        for deadline in deadlines_of(case, LAW)
        if deadline.ended_on is None and deadline.legal and deadline.legal < known.until
        if not deadline.limit.is_window
    ]
    late = [entry for entry in known.entries if known.within(entry.on) and entry.recorded_on > entry.on]
    told = report(years, period, as_of)
    assert told["figures"]["overdue_open"] == len(overdue)
    assert told["figures"]["late_entries"] == len(late)
    assert {(row["number"], row["deadline"]) for row in told["overdue"]} <= set(overdue)
    assert len(told["overdue"]) == min(50, len(overdue))
    assert len(told["late"]) == min(50, len(late))


@pytest.mark.parametrize("column", ["channel", "region", "category", "unit", "branch"])
@pytest.mark.parametrize(("period", "first", "last", "as_of"), asked()[:9])
def test_every_part(years: Shell, period: str, first: date, last: date, as_of: date | None, column: str) -> None:
    known = known_of(years, first, last, as_of)
    of: dict[str, Callable[[Case], str]] = {
        "channel": lambda case: case.registration.channel.value,
        "region": lambda case: case.registration.region,
        "category": lambda case: case.category.value if case.category else "",
        "unit": lambda case: case.unit,
        "branch": lambda case: case.branch,
    }
    part = of[column]
    for row in report(years, period, as_of)[f"by_{column}"]:
        own = known._replace(cases=[case for case in known.cases if part(case) == row[column]])
        expected = {name: COUNTS[name](own) for name in ("received", "replied", "closed", "due", "met_on_time")}
        assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize("unit", ["城关派出所", "某县公安局"])
def test_one_unit(years: Shell, unit: str) -> None:
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    known = known_of(years, first, last, None)
    own = known._replace(cases=[case for case in known.cases if case.unit == unit])
    told = report(years, "--year 2024", None, "--unit", unit)
    for each in told["indicators"]:
        name = each["name"]
        expected = COUNTS[name](own) if name in COUNTS else RATES[name](own)[1]
        if name not in {"once_rate", "came_again_rate"}:
            assert each.get("whole", each["value"]) == expected, name


def test_detail_lists_what_was_counted(years: Shell) -> None:
    told = report(years, "--year 2024", None, "--detail")
    counted = {each["name"]: each for each in told["indicators"]}
    behind: dict[str, list[int]] = {}
    for row in told["detail"]:
        behind.setdefault(row["measure"], []).append(row["weight"])
    assert len(behind["received"]) == counted["received"]["value"]
    assert sum(behind["received"]) == counted["people"]["value"]
    assert (sum(behind["reply_due"]), len(behind["reply_due"])) == (
        counted["on_time_rate"]["part"],
        counted["on_time_rate"]["whole"],
    )
    assert len(behind.get("closed", [])) == counted["closed"]["value"]


def test_printed_again_after_more_has_happened(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page printed from the ledger as it was comes out again to the letter, whatever was written since."""
    shell = copied(years, tmp_path_factory.mktemp("later"))
    asked_for = ("report", "--month", "2024-10", "--as-of", "2024-11-05")
    printed = shell.ok(*asked_for)
    fingerprint = shell.ok(*asked_for, "-f", "json").data["ledger"]["fingerprint"]
    number = shell.ok("list", "--from", "2024-10-01", "--to", "2024-10-31", "-f", "json").data[0]["number"]
    shell.ok("correct", number, "--received", "2024-09-15", "--reason", "收到日有误")
    register(shell, "补登的一件", received="2024-10-20")
    changed = shell.ok(*asked_for)
    assert changed.out != printed.out
    assert shell.ok(*asked_for, "--as-known", fingerprint).out == printed.out
    assert "至今一条未改；此后又记了 2 条" in shell.ok("verify", "--against", fingerprint).out
    for moment in (TODAY, f"{TODAY} 09:00"):
        assert shell.ok(*asked_for, "--as-known", moment).out == changed.out
    for moment in ("2025-12-30", f"{TODAY} 08:59"):
        shell.refused("E208", *asked_for, "--as-known", moment)
    shell.refused("E102", *asked_for, "--as-known", f"{TODAY} 25:00")


def test_limit_shortens_the_lists_and_no_figure(years: Shell) -> None:
    whole, short = report(years, "--year 2024", None), report(years, "--year 2024", None, "--limit", "2")
    assert len(whole["overdue"]) > 2 < len(whole["late"])
    assert (short["overdue"], short["late"]) == (whole["overdue"][:2], whole["late"][:2])
    rest = set(whole) - {"overdue", "late"}
    assert {name: short[name] for name in rest} == {name: whole[name] for name in rest}
    assert "只列了 2 条" in years.ok("report", "--year", "2024", "--limit", "2").out
    years.refused("E108", "report", "--year", "2024", "--limit", "0")


def test_the_sentences_say_what_the_tables_say(years: Shell) -> None:
    told = report(years, "--month 2024-10", None)
    value = {each["name"]: each["value"] for each in told["indicators"]}
    rate = {each["name"]: f"（{each['part']}/{each['whole']}）" for each in told["indicators"] if "part" in each}
    _, _, came, done, owed, *_ = years.ok("report", "--month", "2024-10").out.splitlines()
    counts = [int(number) for number in re.findall(r"(?<![.\d])\d+(?= (?:件|人次|批次))", came)]
    names = ("received", "people", "visits", "visitors", "group_visits", "group_visitors", "repeats")
    assert counts == [value[name] for name in names]
    assert done.startswith(f"应办结 {value['due']} 件，按期率 ")
    assert rate["on_time_rate"] in done
    assert rate["told_rate"] in done or rate["told_rate"].endswith("/0）")
    assert f"办结 {value['closed']} 件，化解 {value['resolved']} 件" in done
    first = told["overdue"][0]
    assert owed.startswith(f"月末超期 {told['figures']['overdue_open']} 项，最早的一项是 {first['number']} 的")
    assert first["legal_due"] in owed


@pytest.fixture
def one(tmp_path: Path) -> Shell:
    """One petition, accepted on 2026-01-05: to be answered by 2026-03-06."""
    shell = founded(tmp_path, today="2026-06-30")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2026-01-05")
    shell.ok("accept", 1, "--on", "2026-01-05")
    return shell


def _rate(shell: Shell, name: str, *period: str) -> tuple[int, int]:
    (told,) = (each for each in shell.ok("report", *period, "-f", "json").data["indicators"] if each["name"] == name)
    return told["part"], told["whole"]


def test_what_is_not_due_yet_makes_no_rate_worse(one: Shell) -> None:
    """While the month runs its later days are nobody's delay; on the last day itself the reply is due."""
    march = ("--month", "2026-03", "--as-of")
    assert _rate(one, "on_time_rate", *march, "2026-03-05") == (0, 0)
    assert _rate(one, "on_time_rate", *march, "2026-03-06") == (0, 1)
    assert "本月未满（31日中的5日）" in one.ok("report", *march, "2026-03-05").out
    assert "本月未满" not in one.ok("report", *march, "2026-03-31").out


def test_another_leader_takes_over_and_it_is_one_case(one: Shell) -> None:
    one.ok("sponsor", 1, "--leader", "王建国", "--post", "副县长", "--on", "2026-02-02")
    one.ok("sponsor", 1, "--leader", "周宁", "--post", "县长", "--on", "2026-03-02")
    assert _rate(one, "resolved_rate", "--month", "2026-03") == (0, 1)


def test_a_matter_ended_twice_in_a_month_is_one_matter(one: Shell) -> None:
    opinion = ("--outcome", "support", "--content", "已责令改正", "--basis", "甲法第一条", "--document")
    one.ok("reply", 1, *opinion, "信复〔2026〕1号", "--on", "2026-02-02")
    one.ok("serve", 1, "--on", "2026-02-02")
    one.ok("close", 1, "--on", "2026-02-03", "--despite", "已约定执行日期")
    one.ok("reopen", 1, "--reason", "出现新的事实", "--on", "2026-02-10")
    one.ok("reply", 1, *opinion, "信复〔2026〕2号", "--on", "2026-02-12")
    one.ok("serve", 1, "--on", "2026-02-12")
    one.ok("close", 1, "--on", "2026-02-20", "--despite", "已约定执行日期")
    told = one.ok("report", "--month", "2026-02", "-f", "json").data["figures"]
    assert told["closed"] == 2, "counted by time 件次"
    assert _rate(one, "came_again_rate", "--month", "2026-02") == (0, 1)


def test_a_cut_list_says_how_many_there_are(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-06-30")
    for place in range(51):
        register(shell, f"反映欠薪{place}", received="2026-01-05")
    told = shell.ok("report", "--month", "2026-02", "-f", "json").data
    assert told["figures"]["overdue_open"] > len(told["overdue"]) == 50
    whole = told["figures"]["overdue_open"]
    assert f"共 {whole} 项，列出最早届满的 50 项。" in shell.ok("report", "--month", "2026-02").out


def test_a_year_is_held_against_the_year_before_once(years: Shell) -> None:
    assert years.ok("report", "--year", "2024").out.count("比上年  ") == 1


@pytest.mark.parametrize("column", ["channel", "category", "unit", "route", "content", "branch", "region"])
def test_the_parts_add_up_to_the_whole(years: Shell, column: str) -> None:
    told = report(years, "--year 2024", None)
    value = {each["name"]: each["value"] for each in told["indicators"]}
    for name in ("received", "replied", "closed", "due", "met_on_time"):
        assert sum(row[name] for row in told[f"by_{column}"]) == value[name]
