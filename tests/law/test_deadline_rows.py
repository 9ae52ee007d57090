"""A row of an outside ledger is projected from its facts at once; read back from the ledger they must say the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from xinfang.acts.from_ledger import Facts, facts_of, steps_of
from xinfang.core.terms import Category, Kind, Outcome
from xinfang.projections.case_rows import rows_of

from .history import LAW, UNIT, History, paper

RECEIVED = date(2024, 8, 3)
NOTHING: dict[str, Any] = {
    "category": None,
    "route": None,
    "code": "",
    "unit": "",
    "officer": "",
    "informed": None,
    "accepted": None,
    "told": True,
    "replied": None,
    "outcome": None,
    "reply_text": "",
    "served": None,
    "closed": None,
}
days = st.none() | st.sampled_from([-3, 0, 1, 15, 16, 60, 61, 70]).map(lambda n: RECEIVED + timedelta(days=n))
rows = st.fixed_dictionaries(
    {
        "category": st.none() | st.sampled_from(Category),
        "route": st.none() | st.sampled_from([1, 5, 6]),
        "code": st.sampled_from(["", "城乡建设/物业"]),
        "unit": st.sampled_from(["", UNIT, "城关派出所"]),
        "officer": st.sampled_from(["", "李明"]),
        "informed": days,
        "accepted": days,
        "told": st.booleans(),
        "replied": days,
        "outcome": st.none() | st.sampled_from(Outcome),
        "reply_text": st.sampled_from(["", "已责令支付"]),
        "served": days,
        "closed": days,
    }
)
sources = st.sampled_from(["direct", "forwarded", "assigned"])
IN_ORDER = {
    "category": Category.APPEAL,
    "route": 6,
    "unit": "城关派出所",
    "accepted": RECEIVED,
    "replied": RECEIVED + timedelta(days=66),
    "served": RECEIVED + timedelta(days=70),
    "closed": RECEIVED + timedelta(days=70),
}


def facts(row: dict[str, Any], kind: Kind, source: str) -> Facts:
    """What the row says was done."""
    return facts_of(paper(RECEIVED, source=source), kind=kind, **{**NOTHING, **row})


def written(told: Facts) -> History:
    """The same facts, each sent through the ledger's JSON."""
    (_, registered), *later = told
    history = History(registered.registration, registered.kind)
    for act, fact in later:
        history.write(act, fact)
    return history


@given(rows, st.sampled_from(Kind), sources)
@example(IN_ORDER, Kind.POLICE, "direct")
@example(IN_ORDER | {"accepted": RECEIVED - timedelta(days=1)}, Kind.POLICE, "direct")
@example(IN_ORDER | {"replied": RECEIVED + timedelta(days=71)}, Kind.POLICE, "forwarded")
@example(IN_ORDER | {"accepted": None}, Kind.BUREAU, "assigned")
def test_facts_of_a_row_and_the_same_read_back(row: dict[str, Any], kind: Kind, source: str) -> None:
    told = facts(row, kind, source)
    at_once = list(steps_of(History.number, told))
    read_back = written(told).steps
    assert at_once == read_back
    assert rows_of(at_once, LAW) == rows_of(read_back, LAW)


@given(rows, st.sampled_from(Kind), sources)
def test_every_column_of_the_row_becomes_a_fact(row: dict[str, Any], kind: Kind, source: str) -> None:
    told = facts(row, kind, source)
    acts = [act for act, _ in told]
    assert acts[0] == "register"
    assert len(acts) == len(set(acts))
    assert ("classify" in acts) == any((row["category"], row["route"], row["code"]))
    named = {"inform": "informed", "accept": "accepted", "reply": "replied"}
    for act, column in {**named, "serve": "served", "close": "closed"}.items():
        assert (act in acts) == (row[column] is not None), act
    assert ("assign" in acts) == (row["accepted"] is None and (row["unit"] not in ("", UNIT) or row["officer"] != ""))


def test_an_office_s_row_is_overdue_as_if_it_had_been_written_day_by_day() -> None:
    """60 days from 2024-08-03 end on 2024-10-08 (国庆); the answer of the row came on that very day."""
    row = rows_of(list(steps_of(History.number, facts(IN_ORDER, Kind.POLICE, "direct"))), LAW)
    history = History(paper(RECEIVED))
    history.do("classify", RECEIVED, category="appeal", route=6)
    history.do("accept", RECEIVED, unit="城关派出所")
    history.do("reply", RECEIVED + timedelta(days=66), outcome="support")
    history.do("serve", RECEIVED + timedelta(days=70))
    history.do("close", RECEIVED + timedelta(days=70))
    assert row["deadline"] == rows_of(history.steps, LAW)["deadline"]
