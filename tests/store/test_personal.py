"""What identifies people, or is told in words, stands in the facts' contents and in the personal tables, and nowhere else.

Every text of every fact is made to say its own name, and the rows are looked through for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from xinfang.acts.registry import module_of
from xinfang.core.case import Case
from xinfang.core.projected import PERSONAL, TABLES
from xinfang.projections.case_rows import rows_of
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law

from .canaries import ACTS, LATER, OF_A_REGISTRATION, OF_AN_ACT, RECEIVED, begun, facts_of, said
from .ledgers import founded

LAW = Law(Calendar())


def told(case: Case, table_names: Iterable[str]) -> set[str]:
    """The names that the rows of those tables say."""
    rows = rows_of([(RECEIVED, begun()), (LATER, case)], LAW)
    return set().union(*(said(str(cell)) for table in table_names for row in rows[table] for cell in row))


OFFICE_TABLES = [table for table in TABLES if table not in PERSONAL]


def test_a_registration_says_nothing_of_people_elsewhere() -> None:
    assert told(begun(), OFFICE_TABLES) == OF_A_REGISTRATION
    assert told(begun(), list(PERSONAL)) >= {
        "title",
        "content",
        "petitioner.name",
        "petitioner.id_number",
        "respondent",
    }


@pytest.mark.parametrize("act", ACTS)
def test_an_act_says_nothing_of_people_elsewhere(act: str) -> None:
    """Whichever way its choices are made, and whether the petition has one demand or several."""
    of_a_demand, *_ = facts_of("demand")
    several = module_of("demand").apply(begun(), of_a_demand)
    found: set[str] = set()
    for fact in facts_of(act):
        for case in (begun(), several):
            found |= told(module_of(act).apply(case, fact), OFFICE_TABLES)
    assert found - OF_A_REGISTRATION == OF_AN_ACT.get(act, set()), "words that belong into the personal tables, or none"


def test_the_file_itself_says_nothing_of_people_elsewhere(tmp_path: Path) -> None:
    """Registered, corrected, answered and diagnosed: what people said and are is in no other table, index or column."""
    shell = founded(tmp_path)
    people = (
        "--name",
        "欧阳震雷",
        "--phone",
        "15400000099",
        "--address",
        "幸福路独一号",
        "--id-number",
        "418801199001011239",
    )
    shell.ok(
        "register", "--channel", "visit", *people, "--accept-id", "--title", "反映甲事", "--content", "请求查明乙事"
    )
    shell.ok("correct", 1, "--name", "司马青山", "--title", "反映丙事", "--reason", "录错丁字")
    shell.ok("diagnose", 1, "--cause", "unfinished", "--measure", "请司马青山到场", "--finish-by", "2026-02-01")
    shell.ok("note", 1, "来电催问戊事")
    who = ("欧阳震雷", "司马青山", "15400000099", "幸福路独一号", "418801199001011239")
    words = (*who, "甲事", "乙事", "丙事", "丁字", "戊事", "到场")
    with closing(sqlite3.connect(shell.ledger)) as connection:
        # The index itself keeps no text; what it is made of are the tables named after it.
        kept = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'content_index'"
        tables = [name for (name,) in connection.execute(kept)]
        holding = {
            table
            for table in tables
            for row in connection.execute(f"SELECT * FROM {table}")
            for cell in row
            if any(word.encode() in (cell if isinstance(cell, bytes) else str(cell).encode()) for word in words)
        }
    assert holding <= {"payload", *PERSONAL, *(table for table in tables if table.startswith("content_index"))}
    assert holding >= {"payload", *PERSONAL}
