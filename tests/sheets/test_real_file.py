"""The real export of 1,408 messages, where it is at hand (XINFANG_DATA or ../shared/data)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from needs import MESSAGES, real_messages

from xinfang.core.terms import Channel
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.mapping import Mapping

from .samples import read


@real_messages
def test_every_message_is_read() -> None:
    mapping = Mapping({"留言时间": ("received", "accepted")}, {"channel": Channel.WEB, "route": 6})
    ledger = open_ledger(MESSAGES, map=mapping)
    rows, faults = read(ledger)
    assert not faults
    assert not ledger.skipped
    assert not ledger.ignored
    assert ledger.total == len(rows) == 1408
    assert len({row.key for row in rows}) == 1408
    first = rows[0]
    assert (first.line, first.key, first.name) == (2, "2549", "A00045581")
    assert first.title == "A2区景蓉华苑物业管理有问题"
    assert first.received == first.accepted == date(2019, 4, 25)
    assert first.replied == date(2019, 5, 10)
    assert first.content.startswith("2019年4月以来，位于A市A2区桂花坪街道")
    assert not any("\t" in row.content or row.content != row.content.strip() for row in rows)
    years = Counter(row.received.year for row in rows if row.received)
    assert set(years) == set(range(2011, 2021))
    assert all(row.replied and row.received and row.replied >= row.received and row.reply for row in rows)
