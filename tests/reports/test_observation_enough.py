"""信访观察: how much history it takes to be tested."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.period import Period
from xinfang.reports.observation.seen import Seen, Stretch


def stretch(groups: int = 1) -> Stretch:
    month = Period.of("month", date(2026, 3, 1))
    return Stretch(month, month.last, {}, [("",)] * groups)


@pytest.mark.parametrize(("periods", "testable"), [(0, False), (11, False), (12, True), (13, True)])
def test_twelve_whole_months_are_enough(periods: int, testable: bool) -> None:
    assert Seen(stretch(), [stretch()] * periods, [], 12, calendar_known=True).testable == testable


def test_twelve_months_in_which_nothing_came_in_are_no_history() -> None:
    assert not Seen(stretch(), [stretch(0)] * 12, [], 12, calendar_known=True).testable
    assert Seen(stretch(), [*[stretch(0)] * 11, stretch()], [], 12, calendar_known=True).testable
