"""As known 当时所知: the same questions put to the ledger as it was when a page was printed from it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ...core.errors import BadInput, NotFound
from ...sheets.dates import read_day
from ...store import connection as store
from ...store import past, projected
from .. import clock
from ..desk import Desk
from ..keeping import expected

_MOMENT = re.compile(r"(\S+?)[T\s]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?")
_CLOCK = re.compile(r"[:：时点]")


@contextmanager
def as_known(desk: Desk, typed: str | None) -> Iterator[Desk]:
    """A desk with the ledger as it was at a fingerprint, or at the end of a day or minute; the desk itself for None.

    What was written later is unknown there, late entries and corrections included. The facts are folded anew into a
    file of their own, which is gone afterwards. One thing is not as it was: what has turned out to be an accusation
    since is closed there too (第三十条第三款). Raises NotFound E208 when the ledger never was so, BadInput E102, and
    E103 for a day to come.
    """
    if typed is None:
        yield desk
        return
    with desk.reading() as db:
        facts = _facts(db, typed.strip())
    with tempfile.TemporaryDirectory(prefix="xinfang-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "known.db")
        with desk.reading() as db, store.translated(path):
            connection = past.copy_of(db, facts, path)
        with Desk(path, connection, None) as then:
            with store.writing(connection, path):
                projected.insert(connection, expected(then))
                with desk.reading() as db:
                    past.seal(connection, past.restricted(db))
            yield then


def day_meant(typed: str | None, last: date | None) -> date:
    """The day whose end the ledger of then is looked at where no other is asked for: as a page printed then had it.

    The day that was typed; for a fingerprint that of the `last` fact it proves; today for None.
    """
    today = clock.today()
    if typed is None:
        return today
    if past.is_fingerprint(typed.strip()):
        return min(last or today, today)
    match = _MOMENT.fullmatch(typed.strip())
    return _day(match[1] if match else typed.strip(), typed)


def _facts(db: store.Connection, typed: str) -> int:
    if past.is_fingerprint(typed):
        facts = past.facts_with(db, typed.lower())
        what = f"台账从来没有过指纹 {typed}"
        remedy = "核对印出的指纹；xinfang verify --against 指纹 查这份台账是不是那一份"
    else:
        moment = _moment(typed)
        facts = past.facts_by(db, moment)
        what = f"{typed} 以前台账里还没有记载"
        remedy = "写晚一些的日期、时间"
    if not facts:
        raise NotFound("E208", f"{what}。", remedy=remedy)
    return facts


def _moment(typed: str) -> str:
    """As recorded_at begins: a day, or a day and a minute, or a second of it."""
    match = _MOMENT.fullmatch(typed)
    day = _day(match[1] if match else typed, typed).isoformat()
    if match is None:
        # A reader of days passes a time over: it would be the end of that day that is shown.
        if _CLOCK.search(typed):
            raise _no_time(typed)
        return day
    hour, minute, second = map(int, match.groups("0")[1:])
    if hour > 23 or minute > 59 or second > 59:
        raise _no_time(typed)
    return f"{day}T{hour:02}:{minute:02}" + (f":{second:02}" if match[4] else "")


def _no_time(typed: str) -> BadInput:
    return BadInput("E102", f"“{typed}”不是时间。", remedy="写成 2026-03-01 或 2026-03-01 17:30")


def _day(written: str, typed: str) -> date:
    try:
        day = read_day(written)
    except BadInput as unread:
        raise BadInput(
            "E102",
            f"“{typed}”不是指纹，也不是日期、时间。",
            remedy="写印出的指纹，如 3f2a-91bc-77d0-e1a4；或写 2026-03-01、2026-03-01 17:30",
        ) from unread
    if day > clock.today():
        raise BadInput(
            "E103", f"{day} 还没有到（今天是 {clock.today()}）。", remedy="写印出的指纹，或者已经到了的日期、时间"
        )
    return day
