"""An office that grows, by hand: its earlier years count as much as they would at the level of the last."""

from __future__ import annotations

import pytest

from xinfang.core.statistics.against_history import Past, judge
from xinfang.core.statistics.growth import levelled
from xinfang.core.statistics.spread import KNOWN

MONTH = 30.0


@pytest.mark.parametrize(
    ("counts", "a_year", "taken"),
    [
        pytest.param([10] * 4 + [20] * 4, 4, [15.0] * 4 + [30.0] * 4, id="twice as much"),
        pytest.param(
            [7] + [10] * 4 + [20] * 4, 4, [15.0] * 5 + [30.0] * 4, id="a quarter over, with the year after it"
        ),
        pytest.param([1, 2, 3, 4, 2, 4, 6, 8], 4, [15.0] * 4 + [30.0] * 4, id="each season once in a year"),
        pytest.param([10] * 3 + [20] * 4, 4, [30.0] * 7, id="less than two years"),
        pytest.param([10] * 4 + [0] * 4, 4, [30.0] * 8, id="nothing in the last year"),
        pytest.param([0] * 4 + [20] * 4, 4, [0.0] * 4 + [30.0] * 4, id="nothing in the first year"),
        pytest.param([10, 20, 40], 0, [30.0] * 3, id="periods that make no year"),
        pytest.param([], 12, [], id="no past"),
    ],
)
def test_levelled(counts: list[int], a_year: int, taken: list[float]) -> None:
    assert levelled(counts, [MONTH] * len(counts), a_year) == taken


def test_what_the_last_year_had_is_expected_of_an_office_that_grows() -> None:
    """10, 20, 40 a month in three years: 40 of the next month, where all three years together would say 23."""
    counts = [10] * 12 + [20] * 12 + [40] * 12
    seasons = list(range(1, 13)) * 3
    days = levelled(counts, [MONTH] * 36, 12)
    found = judge(40, MONTH, Past(counts, days, seasons), season=1, spread=KNOWN)
    assert found is not None
    assert found.expected == pytest.approx(40)
    assert found.low <= 40 <= found.high
    assert not found.seasonal
