"""Numbered migrations, run from every schema ever released. Never edit one that was: add the next."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_M001 = """
CREATE TABLE fact (
    seq INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    turn INTEGER NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    by_officer TEXT NOT NULL,
    digest BLOB NOT NULL,
    chain BLOB NOT NULL,
    UNIQUE (subject, turn)
) STRICT;
CREATE TABLE payload (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    salt BLOB NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX fact_late ON fact (on_day, subject) WHERE on_day < substr(recorded_at, 1, 10);

CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fact_is_never_replaced BEFORE INSERT ON fact
WHEN EXISTS (SELECT 1 FROM fact WHERE seq = NEW.seq OR (subject = NEW.subject AND turn = NEW.turn))
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payload_is_never_changed BEFORE UPDATE ON payload
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payload_is_never_deleted BEFORE DELETE ON payload
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payload_is_never_replaced BEFORE INSERT ON payload
WHEN EXISTS (SELECT 1 FROM payload WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE petition (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    client_key TEXT UNIQUE,
    received_on TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    category TEXT NOT NULL,
    route INTEGER,
    code TEXT NOT NULL,
    branch TEXT NOT NULL,
    track TEXT NOT NULL,
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    is_limited INTEGER NOT NULL,
    is_restricted INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    unit TEXT NOT NULL,
    officer TEXT NOT NULL,
    first_unit TEXT NOT NULL,
    first_officer TEXT NOT NULL,
    first_handler TEXT NOT NULL,
    headcount INTEGER NOT NULL,
    title TEXT NOT NULL
) STRICT;
CREATE INDEX petition_received ON petition (received_on);
CREATE INDEX petition_open ON petition (state, unit) WHERE is_open = 1;
CREATE INDEX petition_unlimited ON petition (state_since) WHERE is_open = 1 AND is_limited = 0;

CREATE TABLE petitioner (
    petition INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (petition, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE spell (
    petition INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    state TEXT NOT NULL,
    unit TEXT NOT NULL,
    officer TEXT NOT NULL,
    category TEXT NOT NULL,
    route INTEGER,
    code TEXT NOT NULL,
    acknowledged INTEGER NOT NULL,
    PRIMARY KEY (petition, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
    event TEXT NOT NULL,
    on_day TEXT NOT NULL,
    petition INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    part INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (event, on_day, petition, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline (
    petition INTEGER NOT NULL,
    name TEXT NOT NULL,
    nth INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    duty TEXT NOT NULL,
    status TEXT NOT NULL,
    started_on TEXT NOT NULL,
    nominal_due TEXT,
    legal_due TEXT,
    missing_year INTEGER,
    ended_on TEXT,
    met INTEGER NOT NULL,
    label TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (petition, name, nth, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_status ON deadline (status, legal_due, ended_on, since, until);
CREATE INDEX deadline_duty ON deadline (duty, legal_due, since, until, met, ended_on);

CREATE TABLE content (
    petition INTEGER PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;
"""

# One word per character (store/spacing.py). Trigram indexes are silently wrong for one or two Chinese characters
# in the SQLite that Debian 12 ships (3.40), so they are not used.
_M001_INDEX = "CREATE VIRTUAL TABLE content_index USING fts5(spaced, content='', columnsize=0, tokenize='ascii')"

# What follows from the facts is made anew: nothing of it is worth carrying over.
_REMADE = ("petition", "spell")
_REFILLED = ("petitioner", "milestone", "deadline", "content")
_M002 = """
CREATE TABLE petition (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    client_key TEXT UNIQUE,
    received_on TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    source TEXT NOT NULL,
    source_unit TEXT NOT NULL,
    region TEXT NOT NULL,
    respondent_unit TEXT NOT NULL,
    category TEXT NOT NULL,
    route INTEGER,
    code TEXT NOT NULL,
    branch TEXT NOT NULL,
    track TEXT NOT NULL,
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    is_limited INTEGER NOT NULL,
    is_restricted INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    is_joint INTEGER NOT NULL,
    is_level_skipping INTEGER NOT NULL,
    unit TEXT NOT NULL,
    officer TEXT NOT NULL,
    first_unit TEXT NOT NULL,
    first_officer TEXT NOT NULL,
    first_handler TEXT NOT NULL,
    headcount INTEGER NOT NULL,
    title TEXT NOT NULL
) STRICT;
CREATE INDEX petition_received ON petition (received_on);
CREATE INDEX petition_open ON petition (state, unit) WHERE is_open = 1;
CREATE INDEX petition_unlimited ON petition (state_since) WHERE is_open = 1 AND is_limited = 0;

CREATE TABLE link (
    petition INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    relation TEXT NOT NULL,
    PRIMARY KEY (petition, earlier, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_earlier ON link (earlier);

CREATE TABLE spell (
    petition INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    unit TEXT NOT NULL,
    officer TEXT NOT NULL,
    category TEXT NOT NULL,
    route INTEGER,
    code TEXT NOT NULL,
    branch TEXT NOT NULL,
    acknowledged INTEGER NOT NULL,
    PRIMARY KEY (petition, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE oversight (
    petition INTEGER NOT NULL,
    kind TEXT NOT NULL,
    part INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    unit TEXT NOT NULL,
    matter TEXT NOT NULL,
    score INTEGER,
    by_day TEXT,
    answered_on TEXT,
    answer TEXT NOT NULL,
    closed_on TEXT,
    PRIMARY KEY (petition, kind, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX oversight_day ON oversight (kind, on_day);
CREATE INDEX oversight_due ON oversight (kind, by_day);
"""

OPEN_NOW = (
    "until IS NULL AND state NOT IN ('closed', 'concluded', 'declined', 'diverted', 'lapsed', 'redirected', "
    "'returned', 'void', 'withdrawn')"
)
"""Of a spell: that it still stands and is of an open petition. In these words SQLite finds the index `spell_open`, which
is as long as the stock, not as the file: ended petitions are not in it."""
NUMBERED_LATER = "received_on < substr(number, 1, 4)"
"""Of a petition: that it was received in a year before that of its number. These words find the index `petition_later`."""
# What identifies people and what is told in words stand in tables that hold nothing else (core/projected.PERSONAL).
_M003 = f"""
CREATE TABLE titled (
    petition INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
INSERT INTO titled SELECT petition, title, body FROM content JOIN petition ON petition.id = content.petition;
DROP TABLE content;
ALTER TABLE titled RENAME TO content;
ALTER TABLE petition DROP COLUMN title;
CREATE TABLE wording (
    petition INTEGER NOT NULL,
    kind TEXT NOT NULL,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (petition, kind, part)
) STRICT, WITHOUT ROWID;
INSERT INTO wording SELECT petition, kind, part, answer FROM oversight WHERE kind = 'diagnosed';
UPDATE oversight SET answer = '' WHERE kind = 'diagnosed';
CREATE INDEX spell_open ON spell (unit, state, since, until) WHERE {OPEN_NOW};
CREATE INDEX petition_later ON petition (received_on) WHERE {NUMBERED_LATER};
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the tables of connection.SCHEMA_VERSION.

    The projected ones may be empty then: `user_version` stays behind until they are filled (`settled`).
    """
    from sqlite_utils import Database, Migrations

    from .projected import clear

    migrations = Migrations("xinfang")

    @migrations()
    def m001_ledger_and_projections(db: Database) -> None:
        _run(db, _M001)
        db.execute(_M001_INDEX)
        db.execute("PRAGMA user_version = 1")

    @migrations()
    def m002_places_and_links(db: Database) -> None:
        for table in _REMADE:
            db.execute(f"DROP TABLE {table}")
        _run(db, _M002)
        for table in _REFILLED:
            db.execute(f"DELETE FROM {table}")
        db.execute("INSERT INTO content_index (content_index) VALUES ('delete-all')")

    @migrations()
    def m003_people_in_tables_of_their_own(db: Database) -> None:
        _run(db, _M003)

    # From here on all is made anew: acts have another effect than when the rows were made.
    @migrations()
    def m004_people_found_by_the_sound_of_their_names(db: Database) -> None:
        clear(connection)

    @migrations()
    def m005_hearings_hold_the_days_and_the_simple_track_is_left(db: Database) -> None:
        clear(connection)

    @migrations()
    def m006_a_day_missed_stays_missed_when_classified_otherwise(db: Database) -> None:
        clear(connection)

    @migrations()
    def m007_whose_demands_were_all_diverted_was_told(db: Database) -> None:
        clear(connection)

    migrations.apply(Database(connection, execute_plugins=False))


def _run(db: Database, script: str) -> None:
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    """The statements of a script; triggers keep the semicolons inside them."""
    statements: list[str] = []
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
