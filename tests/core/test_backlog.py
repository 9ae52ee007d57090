"""The backlog of a day, by hand: what one unit has of it, how many for which reason."""

from __future__ import annotations

import pytest

from xinfang.core.backlog import Holder, Stock

STATION, COURT = Holder("城关派出所", "accepted"), Holder("刑侦大队", "closed")
STOCK = Stock(
    ids=frozenset({1, 2, 3, 4}),
    held={STATION: frozenset({1, 2}), COURT: frozenset({3, 4})},
    overdue=frozenset({1, 3, 9}),
    old=frozenset({1, 2, 9}),
    came_again={4: "2026-03-02", 2: "2026-03-09"},
)
"""9 is overdue and old, and not of the backlog."""


def test_what_one_unit_had() -> None:
    station = STOCK.of("城关派出所")
    assert station.ids == STOCK.had_by("城关派出所") == {1, 2}
    assert station.held == {STATION: {1, 2}}
    assert (station.overdue, station.old) == ({1}, {1, 2})
    assert station.came_again == {2: "2026-03-09"}
    assert STOCK.of("北关派出所") == Stock(frozenset(), {}, frozenset(), frozenset(), {})


@pytest.mark.parametrize(("kind", "all_of_it", "station"), [("overdue", 2, 1), ("came-again", 2, 1), ("old", 2, 2)])
def test_how_many_for_which_reason(kind: str, all_of_it: int, station: int) -> None:
    assert (STOCK.count(kind), STOCK.of("城关派出所").count(kind)) == (all_of_it, station)


def test_why_each_is_in_it_and_who_had_it() -> None:
    assert [STOCK.kinds(petition) for petition in (1, 2, 3, 4)] == [
        ("overdue", "old"),
        ("came-again", "old"),
        ("overdue",),
        ("came-again",),
    ]
    assert STOCK.holders() == {1: STATION, 2: STATION, 3: COURT, 4: COURT}
