"""Looking: questions that change nothing, except that a look without the mask is written down."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from ..acts.retract import standing
from ..core import clean
from ..core.errors import BadInput
from ..core.lookups import Filters
from ..core.table import Document, Table
from ..core.terms import Category, Channel, State
from ..reports import deadline_tables, listing, morning, reasons
from ..reports.case_page import case_page
from ..rules.calendar import Calendar, YearNotPublished
from ..store import search as text_search
from ..store.queries import deadlines, petitions
from . import clock
from .desk import Desk

WARN_WORKING_DAYS = "3"
"""Unless the office has set `warn-working-days`."""


def overdue(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose last lawful day has passed."""
    on = clock.day(as_of)
    with desk.reading() as db:
        rows = deadlines.overdue(db, on=on, today=clock.today(), unit=_unit(desk, unit), limit=checked_limit(limit))
    _record(desk, "overdue", len(rows), reveal)
    return deadline_tables.overdue(rows, on=on, reveal=reveal)


def due(
    desk: Desk, *, within: int, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Table:
    """Duties whose nominal day comes within so many calendar days, and open ones whose day is 未核."""
    on = clock.day(as_of)
    if within < 0:
        raise BadInput("E108", f"--within 不能是 {within}。", remedy="写 0 或正整数")
    until = on + timedelta(days=within)
    with desk.reading() as db:
        unit = _unit(desk, unit)
        rows = deadlines.due(db, on=on, until=until, unit=unit, limit=checked_limit(limit))
        rows += deadlines.unverified(db, on=on, until=until, unit=unit)
    rows = rows[:limit]
    _record(desk, "due", len(rows), reveal)
    return deadline_tables.due(rows, on=on, title=f"{within} 日内到期（{on} 至 {until}）", reveal=reveal)


def today(
    desk: Desk, *, as_of: str | None = None, unit: str = "", limit: int | None = None, reveal: bool = False
) -> Document:
    """What to do now."""
    on = clock.day(as_of)
    limit = checked_limit(limit)
    ahead = int(desk.office.setting("warn-working-days", on=on, default=WARN_WORKING_DAYS))
    with desk.reading() as db:
        unit = _unit(desk, unit)
        late = deadlines.overdue(db, on=on, today=clock.today(), unit=unit, limit=limit)
        soon = deadlines.due(db, on=on, until=_working_days_on(on, ahead, desk.calendar), unit=unit, limit=limit)
        unverified = deadlines.unverified(db, on=on, until=on, unit=unit)[:limit]
        unserved = petitions.in_state(db, State.REPLIED.value, on=on, today=clock.today(), unit=unit, limit=limit)
        sent = petitions.in_state(db, State.FORWARDED.value, on=on, today=clock.today(), unit=unit, limit=limit)
    _record(desk, "today", len(late) + len(soon) + len(unserved) + len(sent), reveal)
    return morning.morning(
        on=on,
        ahead=ahead,
        overdue=late,
        due_soon=soon,
        unverified=unverified,
        unserved=unserved,
        unacknowledged=sent,
        reveal=reveal,
    )


def listed(
    desk: Desk,
    *,
    state: str = "",
    open_only: bool = False,
    unit: str = "",
    officer: str = "",
    channel: str = "",
    category: str = "",
    code: str = "",
    since: str | None = None,
    until: str | None = None,
    sort: str = "number",
    limit: int | None = None,
    as_of: str | None = None,
    reveal: bool = False,
) -> Table:
    """Petitions by filter."""
    on = clock.day(as_of)
    if sort not in petitions.SORTS:
        raise BadInput("E104", f"不能按“{sort}”排序。", remedy=f"可选: {'、'.join(petitions.SORTS)}")
    filters = Filters(
        state=State.parse(state, what="现状").value if state else "",
        open_only=open_only,
        unit=_unit(desk, unit),
        officer=desk.office.officer(officer).name if officer else "",
        channel=Channel.parse(channel, what="渠道").value if channel else "",
        category=Category.parse(category, what="类别").value if category else "",
        code=code,
        since=clock.any_day(since) if since else None,
        until=clock.any_day(until) if until else None,
    )
    limit = checked_limit(limit)
    with desk.reading() as db:
        rows = petitions.listed(db, filters, on=on, sort=sort, limit=None if limit is None else limit + 1)
    more = limit is not None and len(rows) > limit
    rows = rows[:limit]
    _record(desk, "list", len(rows), reveal)
    return listing.listing(rows, title="信访件", reveal=reveal, more=more)


def search(desk: Desk, text: str, *, as_of: str | None = None, limit: int | None = None, reveal: bool = False) -> Table:
    """Petitions in which the text occurs, from one character up, newest first."""
    on = clock.day(as_of)
    wanted = clean.line(text, what="要找的文字", required=True)
    limit = checked_limit(limit)
    with desk.reading() as db:
        ids = list(islice(text_search.hits(db, wanted, as_of=on), None if limit is None else limit + 1))
        more = limit is not None and len(ids) > limit
        rows = petitions.by_ids(db, ids[:limit], on=on)
    _record(desk, "search", len(rows), reveal)
    return listing.listing(rows, title=f"含“{wanted}”的信访件", reveal=reveal, more=more)


def show(desk: Desk, typed: str, *, as_of: str | None = None, reveal: bool = False) -> Document:
    """One petition with its time line."""
    on = clock.day(as_of)
    number = desk.number(typed)
    if reveal:
        desk.record_look("show", 1, number=number)
    entries = desk.entries(number)
    case = desk.case(number, as_of=on)
    retracted = frozenset(entry.turn for entry in entries) - frozenset(entry.turn for entry in standing(entries))
    retracted -= frozenset(entry.turn for entry in entries if entry.act == "retract")
    until = [entry for entry in entries if entry.on <= on or entry.act in {"register", "correct"}]
    return case_page(case, until, retracted, desk.calendar, on=on, reveal=reveal)


def why(desk: Desk, typed: str, *, as_of: str | None = None) -> Document:
    """Every deadline of a petition, explained."""
    on = clock.day(as_of)
    return reasons.reasons(desk.case(desk.number(typed), as_of=on), desk.calendar, on=on)


def where(given: Path | None) -> str:
    """The ledger file in use."""
    from . import places

    return str(places.ledger_path(given))


def checked_limit(limit: int | None) -> int | None:
    """A limit that makes sense. Raises BadInput E108."""
    if limit is not None and limit < 1:
        raise BadInput("E108", f"--limit 不能是 {limit}。", remedy="写正整数，或不写")
    return limit


def _unit(desk: Desk, unit: str) -> str:
    return desk.office.unit(unit).name if unit else ""


def _record(desk: Desk, command: str, shown: int, reveal: bool) -> None:
    if reveal:
        desk.record_look(command, shown)


def _working_days_on(on: date, number: int, calendar: Calendar) -> date:
    """So many working days after `on`; without a holiday plan so many calendar days, which is never later."""
    day, left = on, number
    try:
        while left:
            day += timedelta(days=1)
            left -= calendar.is_working_day(day)
    except YearNotPublished:
        return on + timedelta(days=number)
    return day
