"""What day it is. XINFANG_TODAY stands in for the real day in tests, demonstrations and drills.

An old PC whose battery is empty begins again in 2000 or 2015; the ledger knows that it is later.
"""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta

from ..core.days import day_of_iso

A_DAY = timedelta(days=1)
"""How much earlier than the last of the facts it may be: two PCs that write to one ledger do not agree to the hour."""


def today() -> date:
    """The current business day, local time."""
    return now().date()


def now() -> datetime:
    """The current moment, local time with its offset, to the second."""
    pretended = os.environ.get("XINFANG_TODAY")
    if not pretended:
        return _of_the_machine()
    return datetime.combine(any_day(pretended), time(9, 0)).astimezone()


def _of_the_machine() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def must_not_have_gone_back(written: str | None, *, option: str) -> None:
    """Raises BadInput E120 where the clock stands before what is written down already.

    written: about when the last facts were. option: by which a day is typed instead.
    """
    if written is None or os.environ.get("XINFANG_TODAY"):
        return
    if (moment := _of_the_machine()) < datetime.fromisoformat(written) - A_DAY:
        from ..core.errors import BadInput

        raise BadInput(
            "E120",
            f"电脑的日期是 {moment.date()}，台账里已有 {written[:10]} 的记载，电脑的时钟多半退回去了。",
            remedy=f"改正电脑的日期再办；日期没有错的（原先走快了），加 {option} {moment.date()}",
        )


def day(text: str | None, *, default: date | None = None) -> date:
    """The day of an act that a person typed, or today. Raises BadInput E102; E103 when it lies in the future.

    An empty one is refused: a script whose variable is empty means another day.
    """
    return _come(text, "已经办了的事才能记；今天的可不写日期") if text is not None else default or today()


def as_of(text: str | None) -> date:
    """The day as of which a person wants to look, or today. Raises BadInput E102; E103 when it lies in the future."""
    return _come(text, "以后要到期的: xinfang due --within 天数") if text is not None else today()


def _come(text: str, remedy: str) -> date:
    found = any_day(text)
    if found > today():
        from ..core.errors import BadInput

        raise BadInput("E103", f"{found} 还没有到（今天是 {today()}）。", remedy=remedy)
    return found


def any_day(text: str) -> date:
    """The day a person typed, past or future. Raises BadInput E102."""
    day = day_of_iso(text)
    if day is None:
        from ..sheets.dates import read_day  # late: scripts and most people write 2026-01-05

        day = read_day(text)
    return day


def parse_day(text: str | None) -> date | None:
    """The same, of an option that may be left out: None then."""
    return any_day(text) if text else None
