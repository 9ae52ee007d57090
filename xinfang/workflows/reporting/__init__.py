"""Reporting: which report was asked for, of which days, by what was known when; each report fetches its own figures."""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module

from ...core.errors import BadInput
from ...core.long import Long
from ...core.period import Period
from ...core.table import Document
from ...letters.words import day
from ...reports.gathered import gathered
from ...reports.shortened import shortened
from ...reports.spared import spared
from ...reports.unfinished import marked
from ...store import ledger
from .. import clock
from ..asked import checked_limit, known_unit
from ..desk import Desk
from .as_known import as_known as known_then
from .as_known import day_meant
from .proving import proven
from .request import Request
from .unverified import with_unverified

REPORTS: dict[str, str] = {
    "monthly": "月度通报",
    "first-receiver": "首接首办责任",
    "repeat": "重复信访",
    "observation": "信访观察",
    "backlog": "积案清零",
    "supervision": "督查督办",
    "annual": "年度报告",
}
"""Name of the report, and of its module here → what it is called."""


def report(
    desk: Desk,
    kind: str,
    period: Period,
    *,
    as_of: str | None,
    as_known: str | None,
    unit: str,
    detail: bool,
    limit: int | None,
) -> Document:
    """The report of that kind over the period, by how things stood at the end of `as_of` (default today, or the day of as_known).

    as_known: by what the ledger held at that fingerprint or time. unit: only what that unit has. detail: with the
    petitions behind the figures. limit: of each list. Raises BadInput E103 for a period that has not begun, E104 for a
    kind that does not exist, E108, E120, NotFound E202, E208.
    """
    name = _named(kind)
    limit = checked_limit(limit)
    if as_known is None:
        desk.must_be_today(as_of, option="--as-of")
    build = import_module(f".{name.replace('-', '_')}", __name__).build
    with ExitStack() as reading:
        then = reading.enter_context(known_then(desk, as_known))
        db = reading.enter_context(then.reading())
        known = clock.as_of(as_of) if as_of is not None else day_meant(as_known, ledger.last_day(db))
        if period.first > known:
            raise BadInput("E103", f"{period.name} 还没有开始（截至 {known}）。", remedy="写已经开始的时间段")
        request = Request(then.office, period, known, clock.today(), known_unit(then, unit), detail)
        issued = (request.heading.office, day(known))
        document = gathered(spared(marked(shortened(build(then, db, request), limit), period, known)))
        document = with_unverified(document, db, name, request)
        if any(isinstance(table.rows, Long) for table in document.tables):
            desk.keep(reading.pop_all())
        return proven(document, db, again=f"--as-of {known}")._replace(signed=issued)


def _named(typed: str) -> str:
    """The report of that name, or of what it is called in Chinese, or of a part of that which no other has: 积案."""
    called = [typed] if typed in REPORTS else [name for name, label in REPORTS.items() if typed and typed in label]
    if len(called) == 1:
        return called[0]
    choices = "、".join(f"{name} {label}" for name, label in REPORTS.items())
    raise BadInput("E104", f"没有“{typed}”这种报表。", remedy=f"可选: {choices}")
