"""Lists of petitions: by filter, by text."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import islice

from ...core import clean
from ...core.errors import BadInput
from ...core.long import Long
from ...core.lookups import Filters
from ...core.table import Table
from ...core.terms import Category, Channel, State
from ...reports.lists import listing
from ...store import search as text_search
from ...store.queries import petitions
from .. import clock, long_tables
from ..asked import checked_limit, known_officer, known_unit, one_more, recorded
from ..desk import Desk

NOT_SEARCHED = "检举控告等限知件不在查找之列。"
SEARCHED_TOO = "限知件只查找了可以查看的。"


def listed(
    desk: Desk,
    *,
    state: str,
    open_only: bool,
    unit: str,
    officer: str,
    channel: str,
    category: str,
    code: str,
    since: str | None,
    until: str | None,
    sort: str,
    limit: int | None,
    as_of: str | None,
    reveal: bool,
) -> Table:
    """The petitions that answer to every filter given. since, until: received on these days or between.

    Raises BadInput E104 for an unknown order, state, channel or category, E114 where `since` comes after `until`, NotFound
    E202, E203, E204 for an unknown unit, officer or content category.
    """
    on = desk.as_of(as_of)
    if sort not in petitions.SORTS:
        raise BadInput("E104", f"不能按“{sort}”排序。", remedy=f"可选: {'、'.join(petitions.SORTS)}")
    first, last = map(clock.parse_day, (since, until))
    if first and last and first > last:
        raise BadInput("E114", f"--from {first} 晚于 --to {last}。", remedy="把两个日期对调，或去掉一个")
    filters = Filters(
        state=State.parse(state, what="现状").value if state else "",
        open_only=open_only,
        unit=known_unit(desk, unit),
        officer=known_officer(desk, officer),
        channel=Channel.parse(channel, what="渠道").value if channel else "",
        category=Category.parse(category, what="类别").value if category else "",
        code=_known_code(desk, code),
        since=first,
        until=last,
    )
    limit = checked_limit(limit)
    ask = partial(petitions.listed, desk.connection, filters, on=on, sort=sort, limit=one_more(limit))
    table = listing.long_listing(Long(lambda _: desk.answers(ask())), title="信访件", limit=limit, reveal=reveal)
    return long_tables.read(desk, table, record=partial(desk.record_look, "list") if reveal else None)


def _known_code(desk: Desk, typed: str) -> str:
    """The content category to filter by, named as `classify` takes it, or nothing.

    One of an earlier table of the office's is known as long as petitions have it.
    """
    with desk.reading() as db:
        if not typed or petitions.has_code(db, typed):
            return typed
    from ...rules import categories
    from ..office.categorizing import codes_of

    return categories.find(typed, codes_of(desk))


def search(
    desk: Desk,
    text: str,
    *,
    as_of: str | None,
    limit: int | None,
    reveal: bool,
    restricted: bool,
) -> Table:
    """Petitions in which the text occurs, from one character up, newest first.

    Accusations are not searched, and that is all that is said of them. restricted: those are that the acting officer
    may see, and on each that was found it is written down. Raises NotAllowed E318 when no officer is named.
    """
    on = desk.as_of(as_of)
    wanted = clean.line(text, what="要找的文字", required=True)
    limit = checked_limit(limit)
    # Found once, so that what was written down as seen is what is shown; eight bytes each.
    found, opened = array("q"), set[str]()
    with desk.reading() as db:
        hits = text_search.hits(db, wanted, as_of=on, restricted=restricted)
        if restricted:
            from ..access import visible

            hits = visible(desk, hits)
        for hit in islice(hits, one_more(limit)):
            if hit.restricted and len(found) != limit:
                opened.add(hit.number)
            found.append(hit.id)

    table = listing.long_listing(
        Long(lambda _: desk.answers(petitions.by_ids(desk.connection, found, on=on))),
        title=f"含“{wanted}”的信访件",
        limit=limit,
        reveal=reveal,
        opened=opened,
        below=(SEARCHED_TOO if restricted else NOT_SEARCHED,),
    )

    def record(shown: int) -> None:
        recorded(desk, "search", shown, reveal)
        if opened:
            desk.record_looks("search --restricted", sorted(opened))

    return long_tables.read(desk, table, record=record if reveal or opened else None)
