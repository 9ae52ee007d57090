"""Laws that hold for any history: acts are tried in any order, on any day, and those that the law allows are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from xinfang.acts import replay
from xinfang.acts.registry import fact_of
from xinfang.core.case import Case
from xinfang.core.errors import Problem
from xinfang.core.projected import TABLES, Row
from xinfang.core.terms import ENDED, Kind, State
from xinfang.projections.case_rows import rows_of
from xinfang.rules.calendar import Calendar, read_plan
from xinfang.rules.deadlines import Deadline, deadlines_of

from .history import CALENDAR, History, paper

UNITS = ("城关派出所", "刑侦大队", "某县公安局")
ENDS = {"close": State.CLOSED, "decline": State.DECLINED, "redirect": State.REDIRECTED}
MOVES_TO = {"accept": State.ACCEPTED, "reply": State.REPLIED, "serve": State.SERVED, "object": State.OBJECTED, **ENDS}
NOTHING_MOVES = {"note", "inform", "reveal"}
"""Acts from which no deadline can start or move (2022 and 2005 alike)."""


class Try(NamedTuple):
    """An act to be tried `day` days after the petition came in."""

    act: str
    day: int
    details: dict[str, Any]


units = st.sampled_from(UNITS)
tracks = st.sampled_from(["ordinary", "simple", "difficult"])
DETAILS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "classify": st.one_of(
        st.fixed_dictionaries({"category": st.just("appeal"), "route": st.just(6), "track": tracks}),
        st.fixed_dictionaries({"category": st.just("appeal"), "route": st.integers(1, 6), "track": tracks}),
        st.fixed_dictionaries({"category": st.sampled_from(["suggestion", "accusation"])}),
    ),
    "inform": st.just({}),
    "accept": st.fixed_dictionaries({"unit": units, "told": st.booleans()}),
    "decline": st.just({"ground": "in-progress"}),
    "redirect": st.just({"to": "县人力资源和社会保障局"}),
    "forward": st.fixed_dictionaries({"unit": units, "told": st.booleans()}),
    "object": st.sampled_from([{}, {"late_reason": "转送单在途中"}]),
    "assign": st.fixed_dictionaries(
        {"unit": units, "report_by": st.none() | st.dates(date(2022, 4, 1), date(2026, 12, 31))}
    ),
    "extend": st.fixed_dictionaries({"days": st.integers(1, 31)}),
    "reply": st.fixed_dictionaries({"outcome": st.sampled_from(["support", "refuse", "explain", "adopt", "answered"])}),
    "serve": st.just({}),
    "close": st.sampled_from([{}, {"result": "已导入"}, {"despite": "信访人撤回"}]),
    "reopen": st.just({}),
    "note": st.just({"text": "电话联系"}),
    "retract": st.one_of(
        st.just({}),
        st.fixed_dictionaries({"turn": st.integers(1, 12)}),
        st.fixed_dictionaries({"of": st.sampled_from(["accept", "classify", "reply", "close", "extend", "reopen"])}),
    ),
    "correct": st.fixed_dictionaries(
        {
            "changes": st.sampled_from(
                [
                    {"title": "反映拖欠工资问题"},
                    {"address_unclear": True},
                    {"source": "forwarded", "source_unit": "县信访局"},
                    {"received_on": "2022-04-29"},
                    {"received_on": "2024-09-20"},
                    {"received_on": "2024-09-27"},
                ]
            )
        }
    ),
}
# What leads somewhere is tried more often, or few histories would get as far as an answer.
LIKELY = ["classify", "accept", "extend", "reply", "serve", "close", "reopen", "assign", "forward"]
# Few days, so that acts meet on one day, cross each other's, and hit the ends of 5 working, 15, 60 and 90 days.
offsets = st.sampled_from([-2, -1, 0, 0, 1, 2, 3, 5, 8, 12, 15, 16, 20, 30, 45, 60, 61, 66, 75, 90])
tries = st.sampled_from([*DETAILS, *LIKELY, *LIKELY]).flatmap(
    lambda act: st.builds(Try, st.just(act), offsets, DETAILS[act])
)
papers = st.one_of(
    st.builds(paper, st.dates(date(2022, 4, 25), date(2022, 5, 5)), source=st.sampled_from(["direct", "forwarded"])),
    st.builds(paper, st.dates(date(2024, 8, 1), date(2024, 9, 30)), source=st.sampled_from(["direct", "forwarded"])),
    st.builds(paper, st.dates(date(2026, 9, 1), date(2026, 12, 1)), source=st.just("assigned")),
)
kinds = st.sampled_from(Kind)
appeal = Try("classify", 0, {"category": "appeal", "route": 6, "track": "ordinary"})
accepted = Try("accept", 3, {"unit": "城关派出所", "told": True})
replied = Try("reply", 30, {"outcome": "support"})
STORIES: list[list[Try]] = [
    [],
    [appeal, accepted],
    [appeal, accepted, Try("extend", 45, {"days": 30})],
    [appeal, accepted, replied],
    [appeal, accepted, replied, Try("serve", 40, {}), Try("close", 45, {})],
    [Try("classify", 0, {"category": "suggestion"}), Try("reply", 5, {"outcome": "adopt"})],
    [
        Try("classify", 0, {"category": "suggestion"}),
        Try("close", 5, {"result": "已转有关部门研究"}),
        Try("reopen", 20, {}),
    ],
    [Try("forward", 2, {"unit": "刑侦大队", "told": False}), Try("assign", 8, {"unit": "城关派出所"})],
    [Try("redirect", 5, {"to": "县人力资源和社会保障局"})],
    [Try("object", 2, {}), appeal, Try("accept", 8, {"unit": "城关派出所", "told": False})],
    [
        Try("decline", 3, {"ground": "concluded"}),
        Try("reopen", 8, {}),
        appeal,
        Try("accept", 12, {"unit": "刑侦大队", "told": True}),
    ],
]
"""How petitions usually go, to start from: tried act by act like everything else."""
attempts = st.builds(list.__add__, st.sampled_from(STORIES), st.lists(tries, min_size=1, max_size=10))


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A petition after any lawful sequence of acts: in order, late, corrected, retracted, ended and taken up again."""
    history = History(draw(papers), draw(kinds))
    for _ in tried(history, draw(attempts)):
        pass
    return history


def tried(history: History, wanted: list[Try]) -> Iterator[tuple[Try, Case]]:
    """Tries each act; gives those that were allowed with the case before them."""
    received = history.case.registration.received_on
    for attempt in wanted:
        before = history.case
        try:
            history.do(attempt.act, received + timedelta(days=attempt.day), **attempt.details)
        except Problem:
            assert history.case == before
            continue
        yield attempt, before


@given(histories())
def test_every_fact_survives_json_and_the_case_is_the_same_read_back(history: History) -> None:
    # `write` has sent each fact through JSON text and compared it; here the facts are added up once more from entries.
    assert replay.case_of(history.entries) == history.case
    assert [fact_of(entry).on for entry in history.entries] == [entry.on for entry in history.entries]


@given(papers, kinds, attempts)
def test_acts_in_the_order_of_their_days_add_up_step_by_step(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    """Replay of the ledger is what applying each fact to the case so far gives, where nothing was late or undone."""
    history = History(paper_, kind)
    case = history.case
    latest = paper_.received_on
    for attempt in wanted:
        day = paper_.received_on + timedelta(days=attempt.day)
        if day < latest or attempt.act in {"retract", "correct"}:
            continue
        try:
            entry = history.do(attempt.act, day, **attempt.details)
        except Problem:
            continue
        latest = day
        case = replay.module_of(entry.act).apply(case, fact_of(entry))
        assert case == history.case


@given(papers, kinds, attempts)
def test_an_act_leads_where_it_says(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        case = history.case
        if attempt.act in ENDS:
            assert case.state is ENDS[attempt.act], attempt
        elif attempt.act == "reopen":
            assert case.open and before.state in ENDED
        elif attempt.act in {"reply", "serve"}:
            assert case.state is MOVES_TO[attempt.act], attempt
        elif before.state in {State.REPLIED, State.SERVED} and attempt.act not in {"retract", "close"}:
            assert case.state is before.state, attempt
        assert case.state in State


@given(papers, kinds, attempts)
def test_nothing_happens_to_what_has_ended(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    """Read by business day, between an end and the taking up again there is nothing but what ends, notes or looks."""
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if not before.open:
            assert attempt.act in {"reopen", "retract", "note", "correct"}, attempt
        if before.state is State.VOID:
            assert attempt.act in {"note", "retract"}, attempt


@given(histories())
def test_days_never_go_back(history: History) -> None:
    days = [day for day, _ in history.steps]
    assert days == sorted(days)
    received = history.case.registration.received_on
    assert days[0] == received
    assert replay.case_of(history.entries, as_of=received - timedelta(days=1)) is None


@given(histories())
def test_no_extension_passes_acceptance_and_ninety_days(history: History) -> None:
    for deadline in deadlines_of(history.case, CALENDAR):
        if deadline.limit.name == "reply" and deadline.nominal:
            assert deadline.started_on == history.case.last("accepted")
            assert deadline.nominal <= deadline.started_on + timedelta(days=90)
            assert len(deadline.extensions) <= 1
        elif deadline.limit.counts != "given":
            assert not deadline.extensions


def moved(before: Case, after: Case, calendar: Calendar = CALENDAR) -> bool:
    """Whether any deadline of `before` and `after` differs in start or due days."""
    return days_of(before, calendar) != days_of(after, calendar)


def days_of(case: Case, calendar: Calendar) -> list[tuple[str, date, date | None, date | None]]:
    """What a deadline is in days."""
    return [(d.limit.name, d.started_on, d.nominal, d.legal) for d in deadlines_of(case, calendar)]


@given(papers, kinds, attempts)
def test_no_deadline_moves_but_by_an_act_that_may_move_it(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if attempt.act in NOTHING_MOVES or attempt.act in {"reply", "close", "decline", "redirect", "reopen", "object"}:
            assert not moved(before, history.case), attempt
        if attempt.act == "extend":
            assert moved(before, history.case)
        if attempt.act == "retract" and history.entries[-1].data["act"] in NOTHING_MOVES:
            assert not moved(before, history.case)


PLAN_2027 = read_plan(
    """
year = 2027
notice = "试验用，非正式安排"
title = "2027年部分节假日安排（试验用）"
notice_source = "MEMORY"
[[holiday]]
name = "元旦"
off = { from = 2027-01-01, to = 2027-01-03 }
[[holiday]]
name = "劳动节"
off = { from = 2027-05-01, to = 2027-05-05 }
[[holiday]]
name = "国庆节"
off = { from = 2027-10-01, to = 2027-10-07 }
""",
    "2027.toml",
)


@given(histories())
def test_a_new_plan_moves_only_what_was_unverified(history: History) -> None:
    before = deadlines_of(history.case, CALENDAR)
    after = deadlines_of(history.case, CALENDAR.with_plan(PLAN_2027))
    for old, new in zip(before, after, strict=True):
        if old.missing_year == PLAN_2027.year:
            assert new.legal is not None
            assert old.nominal in (None, new.nominal)
        else:
            assert (old.nominal, old.legal) == (new.nominal, new.legal)


@given(papers, kinds, attempts)
def test_retracting_the_last_act_restores_what_was_before(paper_: Any, kind: Kind, wanted: list[Try]) -> None:
    history = History(paper_, kind)
    for attempt, before in tried(history, wanted):
        if attempt.act == "retract":
            continue
        kept = list(history.entries)
        history.do("retract", kept[-1].on, turn=kept[-1].turn)
        assert history.case == before
        assert len(history.entries) == len(kept) + 1
        history.entries[:] = kept


# The rows by which questions about any day are answered, against adding the facts up as of that day.


def naive(history: History, day: date) -> Case | None:
    """The case as of the end of `day`: a plain fold over the facts that stand, with `on` up to that day."""
    entries = history.entries
    gone = {entry.data["turn"] for entry in entries if entry.act == "retract"}
    first = entries[0]
    case: Case = replay.module_of("register").apply(first.subject, fact_of(first))
    if first.turn in gone:
        return case._replace(state=State.VOID) if day >= case.registration.received_on else None
    left = [entry for entry in entries[1:] if entry.act != "retract" and entry.turn not in gone]
    for entry in left:
        if entry.act == "correct":
            case = replay.module_of("correct").apply(case, fact_of(entry))
    if day < case.registration.received_on:
        return None
    for entry in sorted(left, key=lambda entry: entry.on):
        if entry.act != "correct" and entry.on <= day:
            case = replay.module_of(entry.act).apply(case, fact_of(entry))
    return case


def text(day: date | None) -> str | None:
    """A day as rows hold it."""
    return day.isoformat() if day else None


def told(deadline: Deadline, nth: int) -> dict[str, Any]:
    """What the rows must tell about a deadline on the day it is asked for."""
    return {
        "name": deadline.limit.name,
        "nth": nth,
        "duty": deadline.limit.duty,
        "started_on": text(deadline.started_on),
        "nominal_due": text(deadline.nominal),
        "legal_due": text(deadline.legal),
        "missing_year": deadline.missing_year,
        "article": deadline.limit.basis,
        "label": deadline.limit.label,
        "ended_on": text(deadline.ended_on),
    }


def expected(case: Case) -> list[dict[str, Any]]:
    """The deadlines of the case, each with its place among those of its name."""
    seen: dict[str, int] = {}
    rows = []
    for deadline in deadlines_of(case, CALENDAR):
        name = deadline.limit.name
        seen[name] = seen.get(name, 0) + 1
        rows.append(told(deadline, seen[name]))
    return sorted(rows, key=lambda row: (row["name"], row["nth"]))


def as_of(rows: tuple[Row, ...], table: str, day: date) -> list[dict[str, Any]]:
    """The rows of a table with `since`/`until` that hold on `day`."""
    named = [dict(zip(TABLES[table], row, strict=True)) for row in rows]
    return [row for row in named if row["since"] <= day.isoformat() < (row["until"] or "9999")]


def days_that_matter(history: History) -> list[date]:
    """The days of all facts and the last days of all deadlines, each with its neighbours."""
    days = {entry.on for entry in history.entries} | {day for day, _ in history.steps}
    for _, case in history.steps:
        days |= {d.legal for d in deadlines_of(case, CALENDAR) if d.legal}
    return sorted({day + timedelta(days=n) for day in days for n in (-1, 0, 1)})


@settings(deadline=None)
@given(histories())
def test_rows_tell_of_every_day_what_the_facts_up_to_it_add_up_to(history: History) -> None:
    rows = rows_of(history.steps, CALENDAR)
    for day in days_that_matter(history):
        case = naive(history, day)
        spells = as_of(rows["spell"], "spell", day)
        found = sorted(as_of(rows["deadline"], "deadline", day), key=lambda row: (row["name"], row["nth"]))
        if case is None:
            assert not spells and not found, day
            continue
        assert [(row["state"], row["unit"], row["officer"]) for row in spells] == [
            (case.state, case.unit, case.officer)
        ]
        wanted = expected(case)
        for row in found:
            # A row knows already when it was ended; on a day before that it had not been.
            if row["ended_on"] and row["ended_on"] > day.isoformat():
                row["ended_on"] = None
        assert [{key: row[key] for key in each} for row, each in zip(found, wanted, strict=True)] == wanted, day


@given(histories())
def test_rows_of_now_are_the_case_as_it_stands(history: History) -> None:
    rows = rows_of(history.steps, CALENDAR)
    case = history.case
    ((petition),) = [dict(zip(TABLES["petition"], row, strict=True)) for row in rows["petition"]]
    assert petition["state"] == case.state
    assert petition["state_since"] == case.state_since.isoformat()
    assert petition["is_open"] == (case.state not in ENDED)
    assert petition["first_handler"] == case.first_handler
    standing = [dict(zip(TABLES["deadline"], row, strict=True)) for row in rows["deadline"] if row[4] is None]
    now = {
        (d.limit.name, text(d.started_on), d.status.value, int(d.ended_by in d.limit.met_by))
        for d in deadlines_of(case, CALENDAR)
    }
    assert {(row["name"], row["started_on"], row["status"], row["met"]) for row in standing} == now


@given(histories())
def test_keys_of_rows_are_unique(history: History) -> None:
    rows = rows_of(history.steps, CALENDAR)
    for table, width in {
        "petition": 1,
        "petitioner": 2,
        "spell": 2,
        "milestone": 4,
        "deadline": 4,
        "content": 1,
    }.items():
        keys = [row[:width] for row in rows[table]]
        assert len(keys) == len(set(keys)), table
