"""Acts tried in any order on any day: those that the law allows are kept, and make any history there can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from xinfang.core.case import Case
from xinfang.core.errors import Problem
from xinfang.core.terms import Kind

from .history import History, paper

UNITS = ("城关派出所", "刑侦大队", "某县公安局")


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
