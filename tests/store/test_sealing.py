"""What a later release has to seal is enough: without the facts' contents, the personal tables and the text index, no
byte of the file says any more what people said or are: no column of a fact, no other table, no index, no free page.
"""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell

from xinfang.acts.correct import Corrected
from xinfang.acts.registry import PETITION_ACTS
from xinfang.acts.replay import steps
from xinfang.core.codec import to_data
from xinfang.core.entry import Entry
from xinfang.core.petition import Petitioner
from xinfang.core.projected import PERSONAL, Rows
from xinfang.projections.case_rows import rows_of
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law
from xinfang.store.connection import connect, create
from xinfang.store.ledger import Writer
from xinfang.store.projected import change, insert

from .canaries import ACTS, LATER, OF_A_REGISTRATION, OF_AN_ACT, facts_of, made, registered

LAW = Law(Calendar())
SAID = re.compile("«".encode() + rb"([a-z_.]{2,})" + "»".encode())
TO_BE_SEALED = ("payload", "content_index", *PERSONAL)
OF_THE_OFFICE = OF_A_REGISTRATION.union(*OF_AN_ACT.values())
NAMES = {PETITION_ACTS[act].fact: act for act in PETITION_ACTS}
CORRECTION = Corrected(
    LATER,
    "«correction»",
    {"title": "«corrected»", "content": "«corrected»", "petitioners": [to_data(made(Petitioner, "corrected"))]},
)


def appended(writer: Writer, number: str, facts: list[Any], *, first: int = 1) -> list[Entry]:
    """Those facts of a petition, written down by an officer."""
    return [
        writer.append(
            number,
            turn,
            NAMES[type(fact).__name__],
            on=fact.on,
            recorded_at="2024-09-02T10:00:00",
            by="李明",
            data=to_data(fact),
        )
        for turn, fact in enumerate(facts, start=first)
    ]


def rows(entries: list[Entry]) -> Rows:
    """What the tables hold of it."""
    return rows_of(list(steps(entries)), LAW)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A ledger with every fact that any act can make, a petition for each, which is corrected afterwards."""
    path = tmp_path / "full.db"
    with closing(create(path)) as connection:
        writer = Writer(connection)
        facts = [fact for act in ACTS for fact in facts_of(act)]
        numbers = [f"2024-{sequence:06}" for sequence in range(1, len(facts) + 1)]
        connection.execute("BEGIN")
        told = {
            number: appended(writer, number, [registered_as(number), fact])
            for number, fact in zip(numbers, facts, strict=True)
        }
        writer.flush()
        insert(connection, map(rows, told.values()))
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        for number, entries in told.items():
            corrected = [*entries, *appended(writer, number, [CORRECTION], first=3)]
            change(connection, rows(entries), rows(corrected))
        writer.flush()
        connection.execute("COMMIT")
    return path


def registered_as(number: str) -> Any:
    """A registration with a key of its own, for no two petitions have the same."""
    fact = registered()
    return fact._replace(registration=fact.registration._replace(key=f"{number} «key»"))


def said_in(path: Path) -> set[str]:
    """The fields whose text stands anywhere in the bytes of the file. Only their names: digests hold any byte, «» too."""
    return {name.decode() for name in SAID.findall(path.read_bytes())}


def test_nothing_is_left_in_the_file(full: Path) -> None:
    assert said_in(full) >= {"title", "content", "petitioner.name", "petitioner.id_number", "corrected", "measure"}
    with closing(connect(full)) as connection:
        for table in TO_BE_SEALED:
            connection.execute(f"DROP TABLE {table}")
    assert [each.name for each in full.parent.iterdir()] == [full.name], "no journal beside it"
    assert said_in(full) - OF_THE_OFFICE == set()
    assert said_in(full) >= {"unit", "officer", "leader"}, "what is of the office is still there"


def test_what_is_corrected_is_overwritten(full: Path) -> None:
    """Of the tables that are made from the facts, none keeps the old title in its free pages or between its rows."""
    with closing(connect(full)) as connection:
        connection.execute("DROP TABLE payload")
    assert "title" not in said_in(full)
    assert "corrected" in said_in(full)


@pytest.mark.parametrize("older", ["ledger-0.1.0.db", *(f"ledger-schema-{version}.db" for version in range(2, 7))])
def test_bringing_an_older_file_up_to_date_leaves_nothing(tmp_path: Path, older: str) -> None:
    """Titles stood in the table `petition` once: where they were taken out of it they are overwritten."""
    shell = Shell(tmp_path)
    shutil.copyfile(Path(__file__).with_name(older), shell.ledger)
    shell.ok("list")
    with closing(connect(shell.ledger)) as connection:
        rows = connection.execute("SELECT title, name FROM content JOIN petitioner USING (petition)")
        words = {word.encode() for row in rows for word in row}
        assert all(word in shell.ledger.read_bytes() for word in words) and len(words) > 1
        for table in TO_BE_SEALED:
            connection.execute(f"DROP TABLE {table}")
    assert [word.decode() for word in words if word in shell.ledger.read_bytes()] == []
