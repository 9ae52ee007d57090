"""A petition, or one of its demands, classified otherwise than before: the event keeps as what, for a day missed stays missed."""

from datetime import date

from .case import Case, Demand, Event
from .terms import Category

RECLASSIFIED = "reclassified"


def reclassified(
    before: Case | Demand, category: Category | None, route: int | None, *, on: date, part: int = 0
) -> tuple[Event, ...]:
    """The event, where `before` was classified already and now is otherwise; part: the demand's number, 0 for the whole."""
    if before.category is None or (before.category, before.route) == (category, route):
        return ()
    value = before.category.value if before.route is None else f"{before.category.value} {before.route}"
    return (Event(RECLASSIFIED, on, part=part, value=value),)


def classified_before(event: Event) -> tuple[Category, int | None]:
    """As what it was classified until the event: category and route.

    >>> from datetime import date
    >>> classified_before(Event(RECLASSIFIED, date(2026, 4, 1), value="appeal 6"))
    (<Category.APPEAL: 'appeal'>, 6)
    """
    category, _, route = event.value.partition(" ")
    return Category(category), int(route) if route else None
