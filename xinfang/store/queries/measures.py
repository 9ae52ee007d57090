"""What reports count: each measure one SELECT over the period's part of an index, taken apart by group in one pass.

The same words of SQL count and list, so the petitions behind a number are always those that were counted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ...core.figures import GROUPED_BY, Rate, Tally
from ...core.period import Period
from ...rules.petition_classes import IN_PERSON
from .phrases import ended, of_asked_unit, quoted, stood, was_repeat

VISITS = f"channel IN ({quoted(IN_PERSON)})"
RECEIVED = "petition.received_on BETWEEN :first AND :until AND petition.state <> 'void'"
REPEATS = f"EXISTS (SELECT 1 FROM link WHERE link.petition = {{0}} AND {was_repeat(':as_of')})"
SPELL = f"spell.petition = {{0}} AND {stood('spell', ':as_of')}"
CONTENT = "CASE WHEN instr(spell.code, '/') THEN substr(spell.code, 1, instr(spell.code, '/') - 1) ELSE spell.code END"
"""The first of the three levels of a content category."""
OF_UNIT = "AND EXISTS (SELECT 1 FROM spell WHERE {0} AND spell.unit = :unit)"
"""Only what that unit has; SPELL to be put in."""
_GROUPS = f"""
    channel, region, spell.category, coalesce(spell.route, ''),
    {CONTENT},
    spell.unit, spell.branch
"""


class Measure(NamedTuple):
    """Rows of a table to count. weight: what is summed beside; a truth is 1 or 0."""

    table: str
    where: str
    weight: str = "0"

    @property
    def petition(self) -> str:
        """The id of the petition that a row belongs to."""
        return "petition.id" if self.table == "petition" else f"{self.table}.petition"


class Scope(NamedTuple):
    """Of what is counted: the days, how things stood at the end of `as_of`, one unit or (empty) all.

    group_size: from how many people on a visit is a group's 集体访. watched_days: how long after the end a matter is
    watched for coming again (一次性化解).
    """

    period: Period
    as_of: date
    unit: str = ""
    group_size: int = 5
    watched_days: int = 180

    @property
    def settings(self) -> dict[str, int]:
        """What the office sets of it, as the definitions of figures name it."""
        return {"group_size": self.group_size, "watched_days": self.watched_days}

    @property
    def values(self) -> dict[str, object]:
        """Named parameters of the SQL below."""
        period = self.period
        watched = timedelta(days=self.watched_days)
        return {
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "until": period.until(self.as_of).isoformat(),
            "over": period.over(self.as_of).isoformat(),
            "as_of": self.as_of.isoformat(),
            "unit": self.unit,
            "group_size": self.group_size,
            "watched": self.watched_days,
            "watched_first": (period.first - watched).isoformat(),
            "watched_last": (period.until(self.as_of) - watched).isoformat(),
        }


def _received(where: str = "1", weight: str = "0") -> Measure:
    return Measure("petition", f"{RECEIVED} AND {where}", weight)


def _happened(*events: str, where: str = "1", weight: str = "0") -> Measure:
    return Measure("milestone", f"event IN ({quoted(events)}) AND on_day BETWEEN :first AND :until AND {where}", weight)


def _due(duty: str, but: str = "") -> Measure:
    """Time limits whose last lawful day is one of the days that can be judged; weight: those met by that day.

    but: the name of one that is not among them.

    One that fell away before its day (the petition was closed without a reply) was not due; nor is one whose last day
    is not over yet, done early or not: as in the lists, nothing is late on its last day.
    """
    others = f" AND name <> '{but}'" if but else ""
    return Measure(
        "deadline",
        f"duty = '{duty}'{others} AND legal_due BETWEEN :first AND :over AND {stood('deadline', ':as_of')} "
        "AND (met OR ended_on IS NULL OR ended_on > legal_due OR ended_on > :as_of)",
        "(met AND ended_on <= legal_due AND ended_on <= :as_of)",
    )


def _once_each(events: str, which: str) -> str:
    """Of the events of one petition only that one (min or max of nth), for what counts matters."""
    only = f"SELECT petition, {which}(nth) FROM milestone WHERE {events} GROUP BY petition"
    return f"(milestone.petition, milestone.nth) IN ({only})"


# A repeat may be tied to another repeat: whatever hangs on the petition, directly or not, is its matter.
_CAME_AGAIN = f"""EXISTS (
    WITH RECURSIVE matter (id) AS (
        SELECT milestone.petition
        UNION SELECT link.petition FROM link JOIN matter ON link.earlier = matter.id
        WHERE {was_repeat(":as_of")}
    )
    SELECT 1 FROM matter JOIN petition AS later ON later.id = matter.id
    WHERE matter.id <> milestone.petition AND later.state <> 'void' AND later.received_on BETWEEN on_day AND {{until}}
)"""

_ENDED = f"{ended()} AND on_day BETWEEN :first AND :until"
_WATCHED = f"{ended()} AND on_day BETWEEN :watched_first AND :watched_last"
_SPONSORED = "event = 'sponsored' AND on_day <= :until"
# What was taken up again since is not resolved any more, until it is once more (acts/resolve.py). Of the sponsored alone:
# they are few, all that was ever resolved would have to be sorted.
_RESOLVED = (
    "SELECT petition FROM milestone WHERE event IN ('resolved', 'reopened') AND on_day <= :until "
    f"AND petition IN (SELECT petition FROM milestone WHERE {_SPONSORED}) "
    "GROUP BY petition HAVING max(nth) = max(CASE event WHEN 'resolved' THEN nth END)"
)

MEASURES: dict[str, Measure] = {
    "received": _received(weight="headcount"),
    "visits": _received(VISITS, "headcount"),
    "group_visits": _received(f"{VISITS} AND headcount >= :group_size", "headcount"),
    "joint_letters": _received(f"NOT {VISITS} AND (is_joint OR headcount >= :group_size)", "headcount"),
    "level_skipping": _received("is_level_skipping"),
    "repeats": _received(weight=REPEATS.format("petition.id")),
    "informed": _happened("informed"),
    "accepted": _happened("accepted"),
    "forwarded": _happened("forwarded", "assigned"),
    "extended": _happened("extended"),
    "replied": _happened("replied"),
    "served": _happened("served"),
    "closed": Measure("milestone", _ENDED),
    "resolved": _happened("resolved"),
    # 及时受理率 is about the 15 days of a bureau (第二十二条), not about those an office may set for the simple track.
    "route_due": _due("route", but="accept-simple"),
    "tell_due": _due("tell"),
    "reply_due": _due("reply"),
    "rating_due": _due("rating"),
    "rated_office": _happened(
        "rated",
        where="milestone.value LIKE 'office:%' AND milestone.value <> 'office:not-rated'",
        weight="milestone.value IN ('office:satisfied', 'office:basic')",
    ),
    "rated_unit": _happened(
        "rated",
        where="milestone.value LIKE 'unit:%' AND milestone.value <> 'unit:not-rated'",
        weight="milestone.value IN ('unit:satisfied', 'unit:basic')",
    ),
    "once": Measure(
        "milestone",
        f"{_WATCHED} AND {_once_each(_WATCHED, 'max')} AND NOT {REPEATS.format('milestone.petition')}",
        "NOT " + _CAME_AGAIN.format(until="date(on_day, '+' || :watched || ' days')"),
    ),
    "came_again": Measure(
        "milestone",
        f"{_ENDED} AND {_once_each(_ENDED, 'max')} AND NOT {REPEATS.format('milestone.petition')}",
        _CAME_AGAIN.format(until=":as_of"),
    ),
    "closed_inspected": Measure(
        "milestone",
        _ENDED,
        # By the petition: the unary plus keeps the planner from going through every inspection.
        "EXISTS (SELECT 1 FROM oversight WHERE oversight.petition = milestone.petition "
        "AND +oversight.kind = 'inspected' AND oversight.on_day <= :until)",
    ),
    "sponsored": Measure(
        "milestone",
        # Another leader may take over: the petition is one all the same.
        f"{_SPONSORED} AND {_once_each(_SPONSORED, 'min')}",
        f"milestone.petition IN ({_RESOLVED})",
    ),
}
"""Name → what is counted."""


def tally(connection: sqlite3.Connection, name: str, scope: Scope) -> Tally:
    """How many rows and what weight in each group that occurs."""
    measure = MEASURES[name]
    rows = connection.execute(
        f"SELECT {_GROUPS}, count(*), coalesce(sum({measure.weight}), 0) {_grouped(measure)} GROUP BY 1, 2, 3, 4, 5, 6, 7",
        scope.values,
    )
    return {tuple(map(str, row[:-2])): (row[-2], row[-1]) for row in rows}


def total(connection: sqlite3.Connection, name: str, scope: Scope) -> Tally:
    """The same in one group without a name: all that a period is compared by, and less than half the work."""
    measure = MEASURES[name]
    of_unit = OF_UNIT.format(SPELL.format(measure.petition))
    row = connection.execute(
        f"SELECT count(*), coalesce(sum({measure.weight}), 0) FROM {measure.table} "
        f"WHERE {measure.where} {of_unit if scope.unit else ''}",
        scope.values,
    ).fetchone()
    return {("",) * len(GROUPED_BY): (row[0], row[1])}


def by_unit(connection: sqlite3.Connection, name: str, scope: Scope) -> dict[str, Rate]:
    """Weight of rows for each unit, without the other groups of a tally."""
    measure = MEASURES[name]
    rows = connection.execute(
        f"SELECT spell.unit, coalesce(sum({measure.weight}), 0), count(*) FROM {measure.table} "
        f"JOIN spell ON {SPELL.format(measure.petition)} WHERE {measure.where} AND {of_asked_unit()} "
        "GROUP BY 1",
        scope.values,
    )
    return {unit: Rate(weight, count) for unit, weight, count in rows}


def petitions(connection: sqlite3.Connection, name: str, scope: Scope) -> Iterator[tuple[str, str, int]]:
    """Number, unit and weight of every row counted, in order of numbers."""
    measure = MEASURES[name]
    # The plus keeps SQLite from reading a whole table in that order: what was counted is few, and soon sorted.
    # By weight, or rows of one petition would change places with what happens to it after the day asked about.
    yield from connection.execute(
        f"SELECT petition.number, spell.unit, {measure.weight} {_grouped(measure)} ORDER BY +petition.id, 3",
        scope.values,
    )


def _grouped(measure: Measure) -> str:
    petition = "" if measure.table == "petition" else f"JOIN petition ON petition.id = {measure.petition}"
    spell = f"JOIN spell ON {SPELL.format(measure.petition)}"
    return f"FROM {measure.table} {petition} {spell} WHERE {measure.where} AND {of_asked_unit()}"
