"""The ledger: facts appended once, each chained to the one before.

The chain hashes a salted digest of each payload, not the payload: payload and salt can be erased by law
(个人信息保护法) and the proof that a fact existed still stands.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..core.days import iso
from ..core.digest import sha256
from ..core.entry import OFFICE, Entry
from ..core.errors import StoreUnusable

GENESIS = b"xinfang ledger 1"
"""What the first fact is chained to."""
SALT_BYTES = 16
CHAIN_SHOWN = 8
"""How many bytes of the chain a fingerprint shows."""
RECENT, AGREEING = 100, 10
"""Of so many of the last facts so many, or half of the first few, have to say that it is as late."""
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_ENTRY = (
    "SELECT fact.seq, subject, turn, act, on_day, recorded_at, by_officer, body "
    "FROM fact JOIN payload ON payload.seq = fact.seq "
)


def _chance(at_once: int) -> Iterator[bytes]:
    """Salts, each once. The system is asked for so many at a time."""
    while True:
        asked = os.urandom(SALT_BYTES * at_once)
        yield from (asked[at : at + SALT_BYTES] for at in range(0, len(asked), SALT_BYTES))


_salts = _chance(1)


def expect_many() -> None:
    """Hash with OpenSSL from now on, and ask for salts by the thousand: half the time for each fact, worth its loading
    where there are thousands."""
    global sha256, _salts
    from hashlib import sha256

    _salts = _chance(4096)


class Payload(NamedTuple):
    """A fact's content as it is stored, sealed by a salted digest before its place in the ledger is known."""

    salt: bytes
    body: str
    digest: bytes


def seal(data: Mapping[str, Any]) -> Payload:
    """The payload that holds this content, under a salt of its own."""
    (payload,) = seal_all([encoded(data)])
    return payload


def encoded(data: Mapping[str, Any]) -> str:
    """The content as it is stored."""
    return _encode(data)


def seal_all(bodies: Sequence[str]) -> list[Payload]:
    """As `seal`, of contents that are encoded already."""
    return [Payload(salt := next(_salts), body, digest_of(salt, body)) for body in bodies]


class Writer:
    """Appends facts inside the caller's write transaction; whoever made it puts `facts` and `payloads` into the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.facts: list[tuple[object, ...]] = []
        self.payloads: list[tuple[int, bytearray, str]] = []
        last = connection.execute("SELECT seq, chain FROM fact ORDER BY seq DESC LIMIT 1").fetchone()
        self.seq: int = last[0] if last else 0
        self.chain: bytes = last[1] if last else GENESIS

    def append(
        self, subject: str, turn: int, act: str, *, on: date, recorded_at: str, by: str, data: Mapping[str, Any]
    ) -> Entry:
        """The entry as it will be stored. `turn` is one above the subject's last."""
        self.add(subject, turn, [(act, on, seal(data))], recorded_at=recorded_at, by=by)
        return Entry(self.seq, subject, turn, act, on, recorded_at, by, dict(data))

    def add(
        self, subject: str, first: int, sealed: Iterable[tuple[str, date, Payload]], *, recorded_at: str, by: str
    ) -> None:
        """As `append`, of facts about one subject that are sealed already: act, day and content of each, in turns from `first` on."""
        seq, chain = self.seq, self.chain
        for turn, (act, on, (salt, body, digest)) in enumerate(sealed, start=first):
            seq += 1
            on_day = iso(on)
            chain = link(chain, seq, subject, turn, act, on_day, recorded_at, by, digest)
            # sqlite3 asks its adapters about every `bytes`, not about a bytearray: a quarter of the time to bind one.
            self.facts.append((seq, subject, turn, act, on_day, recorded_at, by, bytearray(digest), bytearray(chain)))
            self.payloads.append((seq, bytearray(salt), body))
        self.seq, self.chain = seq, chain

    def flush(self) -> None:
        """Write what was appended."""
        self._connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self.facts)
        self._connection.executemany("INSERT INTO payload VALUES (?, ?, ?)", self.payloads)
        self.facts.clear()
        self.payloads.clear()


def digest_of(salt: bytes, body: str) -> bytes:
    """The salted digest of a payload."""
    return bytes(sha256(salt + body.encode()).digest())


def link(
    previous: bytes, seq: int, subject: str, turn: int, act: str, on: str, recorded_at: str, by: str, digest: bytes
) -> bytes:
    """The chain's next value. Fields are set apart by a character that none of them can hold."""
    head = f"{seq}\x1f{subject}\x1f{turn}\x1f{act}\x1f{on}\x1f{recorded_at}\x1f{by}\x1f"
    return bytes(sha256(previous + head.encode() + digest).digest())


def fingerprint(chain: bytes) -> str:
    """The chain's head, short enough to be printed on a page: `3f2a-91bc-77d0-e1a4`."""
    text = chain[:CHAIN_SHOWN].hex()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def own_salt(connection: sqlite3.Connection) -> bytes:
    """The salt of the ledger's first fact: no other ledger has it, and it goes where the contents go."""
    (salt,) = connection.execute("SELECT salt FROM payload WHERE seq = 1").fetchone()
    return bytes(salt)


def entries_of(connection: sqlite3.Connection, subject: str) -> list[Entry]:
    """Every fact about a petition, or about the office, in the order written."""
    rows = connection.execute(_ENTRY + "WHERE subject = ? ORDER BY turn", (subject,))
    return [_entry(row) for row in rows]


def entry_at(connection: sqlite3.Connection, seq: int) -> Entry:
    """The fact at that place in the ledger."""
    return _entry(connection.execute(_ENTRY + "WHERE fact.seq = ?", (seq,)).fetchone())


def office_entries(connection: sqlite3.Connection) -> list[Entry]:
    """Every fact about the office itself."""
    return entries_of(connection, OFFICE)


def by_subject(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Entry]]]:
    """Each petition's facts, petition after petition; memory holds one at a time."""
    from itertools import groupby

    rows = connection.execute(_ENTRY + "WHERE subject BETWEEN '0' AND ':' ORDER BY subject, turn")
    for subject, group in groupby(map(_entry, rows), key=lambda entry: entry.subject):
        yield subject, list(group)


def petitions(connection: sqlite3.Connection) -> int:
    """Of how many petitions there are facts."""
    (count,) = connection.execute("SELECT count(*) FROM fact WHERE subject BETWEEN '0' AND ':' AND turn = 1").fetchone()
    return int(count)


def salt_of(connection: sqlite3.Connection, subject: str) -> bytes | None:
    """The random value of the subject's first fact, or None where there is none (any more)."""
    row = connection.execute(
        "SELECT salt FROM fact JOIN payload ON payload.seq = fact.seq WHERE subject = ? AND turn = 1", (subject,)
    ).fetchone()
    return bytes(row[0]) if row else None


def last_turn(connection: sqlite3.Connection, subject: str) -> int:
    """The turn of the subject's last fact, 0 when it has none."""
    (turn,) = connection.execute("SELECT coalesce(max(turn), 0) FROM fact WHERE subject = ?", (subject,)).fetchone()
    return int(turn)


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """How many facts there are, and the fingerprint of the last."""
    row = connection.execute("SELECT seq, chain FROM fact ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], fingerprint(row[1])) if row else (0, fingerprint(GENESIS))


def last_day(connection: sqlite3.Connection) -> date | None:
    """The day on which the last fact was written down; None where there is none."""
    row = connection.execute("SELECT substr(recorded_at, 1, 10) FROM fact ORDER BY seq DESC LIMIT 1").fetchone()
    return date.fromisoformat(row[0]) if row else None


def written_lately(connection: sqlite3.Connection) -> str | None:
    """About when the last facts were written down, whatever one clock or another said; None where there are none.

    Neither the last alone, which may be of the very clock that is asked about, nor the latest, of one that was once fast.
    """
    rows = connection.execute("SELECT recorded_at FROM fact ORDER BY seq DESC LIMIT ?", (RECENT,))
    moments = sorted(moment for (moment,) in rows)
    return moments[-min(AGREEING, (len(moments) + 1) // 2)] if moments else None


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, subject, turn, act, on_day, recorded_at, by, body = row
    try:
        return Entry(seq, subject, turn, act, date.fromisoformat(on_day), recorded_at, by, json.loads(body))
    except ValueError as fault:
        raise StoreUnusable("E407", f"第 {seq} 条记载读不出来。", remedy="xinfang verify 检查台账") from fault
