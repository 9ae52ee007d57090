"""督查督办 to the day: what counts on the first day and on the last, and on which day what was asked can be judged."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.overseen import Advice, Supervision
from xinfang.core.period import Period
from xinfang.reports.supervision.figures import ADVICE_OVERDUE, Window, answers, closed, opened, without_feedback

MARCH = Period.of("month", date(2026, 3, 1))
AFTER = Window.of(MARCH, date(2026, 4, 20))


def supervision(
    on: str = "2026-03-02", by: str = "2026-03-20", answered: str | None = None, over: str | None = None
) -> Supervision:
    return Supervision("2026-000001", 1, "城关派出所", "s-handle-late", on, by, answered, over)


@pytest.mark.parametrize(("on", "counts"), [("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-31", 1), ("2026-04-01", 0)])
def test_the_first_and_the_last_day_are_of_the_month(on: str, counts: int) -> None:
    assert len(opened([supervision(on=on)], AFTER)) == counts
    assert len(closed([supervision(on="2026-02-01", over=on)], AFTER)) == counts


@pytest.mark.parametrize(
    ("answered", "over", "judged"),
    [
        ("2026-03-20", None, (1, 0, 0)),
        ("2026-03-21", None, (0, 1, 0)),
        (None, None, (0, 0, 1)),
        # Closed without an answer by its day, none was owed any more; a day later one had been.
        (None, "2026-03-20", (0, 0, 0)),
        (None, "2026-03-21", (0, 0, 1)),
        ("2026-03-21", "2026-03-20", (0, 1, 0)),
    ],
)
def test_how_it_was_answered_that_was_to_be_by_the_20th(
    answered: str | None, over: str | None, judged: tuple[int, int, int]
) -> None:
    assert tuple(map(len, answers([supervision(answered=answered, over=over)], AFTER))) == judged


@pytest.mark.parametrize(
    ("as_of", "due"), [(date(2026, 3, 30), 0), (date(2026, 3, 31), 1), (date(2026, 4, 1), 1), (date(2026, 4, 20), 1)]
)
def test_what_is_due_on_the_last_day_is_judged_when_that_day_is_over(as_of: date, due: int) -> None:
    assert answers([supervision(by="2026-03-31")], Window.of(MARCH, as_of)).rate.whole == due


@pytest.mark.parametrize(("as_of", "due"), [(date(2026, 3, 20), 0), (date(2026, 3, 21), 1)])
def test_what_is_due_within_the_month_is_judged_the_day_after(as_of: date, due: int) -> None:
    assert answers([supervision()], Window.of(MARCH, as_of)).rate.whole == due


def test_advice_without_feedback_waits_longer_than_practice_allows() -> None:
    """30 days from 21 March end on 20 April; what was given the day before has waited 31."""
    assert ADVICE_OVERDUE == 30
    given = [Advice("2026-000001", 1, "县住建局", "improve", day, None, "") for day in ("2026-03-21", "2026-03-20")]
    told = given[1]._replace(on="2026-02-01", answered_on="2026-04-01", adoption="adopted")
    assert without_feedback([*given, told], AFTER) == [given[1]]
