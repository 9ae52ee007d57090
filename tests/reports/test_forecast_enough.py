"""到期预测: from how many past duties on a chance is stated."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.report_rows import EndedDuties
from xinfang.reports.forecast.chances import Horizon


@pytest.mark.parametrize(("numbers", "enough"), [([], False), ([29], False), ([10, 20], True), ([31], True)])
def test_thirty_past_duties_are_enough(numbers: list[int], enough: bool) -> None:
    past = [EndedDuties("reply", "城关派出所", 60, 5, number) for number in numbers]
    assert Horizon(date(2026, 3, 2), date(2026, 3, 30), [], past).enough == enough
