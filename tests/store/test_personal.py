"""What identifies people, or is told in words, stands in the facts' contents and in the personal tables, and nowhere else.

Every text of every fact is made to say its own name, and the rows are looked through for it.
"""

from __future__ import annotations

import sqlite3
import types
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from xinfang.acts.registry import PETITION_ACTS, module_of
from xinfang.core.case import Case
from xinfang.core.petition import Petitioner, Registration
from xinfang.core.projected import PERSONAL, TABLES
from xinfang.core.terms import Kind
from xinfang.projections.case_rows import rows_of
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law

from .ledgers import founded

RECEIVED, LATER = date(2024, 8, 1), date(2024, 9, 2)
LAW = Law(Calendar())
OFFICES = {
    "accept": {"unit", "officer"},
    "advise": {"to"},
    "ask-recheck": {"to"},
    "ask-review": {"to"},
    "assign": {"unit", "officer"},
    "carry-out": {"unit"},
    "classify": {"code", "branch"},
    "designate": {"unit"},
    "forward": {"unit"},
    "negotiate": {"taker"},
    "receive": {"unit"},
    "recuse": {"officer"},
    "settle-request": {"body"},
    "sponsor": {"leader"},
    "supervise": {"unit"},
}
"""What the tables of the office's own doings may hold of the words of a fact: units, officers, leaders, codes."""
OF_A_REGISTRATION = {"first_unit", "first_officer", "key", "region", "respondent_unit", "source_unit"}
"""And of a registration. respondent_unit: an organ or enterprise, whom an accusation must not reach."""


def made(of: Any, name: str) -> Any:
    """A value of that type; every text in it says `name`."""
    origin = get_origin(of)
    if origin in (Union, types.UnionType):
        return made(next(each for each in get_args(of) if each is not type(None)), name)
    if of is str:
        return f"«{name}»"
    if of is date:
        return LATER
    if of in (bool, int):
        return of(1)
    if origin is tuple:
        return (made(get_args(of)[0], name),)
    if isinstance(of, type) and issubclass(of, Enum):
        return next(iter(of))
    if of is Registration:
        return paper()
    assert isinstance(of, type) and issubclass(of, tuple), of
    return of(*(made(each, f"{name}.{field}") for field, each in get_type_hints(of).items()))


def paper() -> Registration:
    """A registration in which every text says its own name."""
    hints = get_type_hints(Registration)
    people = (made(Petitioner, "petitioner"),)
    texts = {
        name: made(of, name) for name, of in hints.items() if name not in ("petitioners", "received_on", "repeat_of")
    }
    return Registration(received_on=RECEIVED, petitioners=people, **texts)


def begun() -> Case:
    """The petition as it was registered."""
    registered = module_of("register")
    fact = registered.Registered(on=RECEIVED, registration=paper(), kind=Kind.POLICE)
    found: Case = registered.apply("2024-000001", fact)
    return found


def fact_saying_its_fields(act: str) -> Any:
    """A fact of that act in which every text says what its field is called."""
    fact = getattr(module_of(act), PETITION_ACTS[act].fact)
    values = {name: made(of, name) for name, of in get_type_hints(fact).items()}
    numbers = {name: "2023-000007" for name in ("earlier",) if name in values}
    return fact(**{**values, **numbers})


def told(case: Case, table_names: Iterator[str] | list[str]) -> set[str]:
    """The names that the rows of those tables say."""
    rows = rows_of([(RECEIVED, begun()), (LATER, case)], LAW)
    cells = [str(cell) for table in table_names for row in rows[table] for cell in row]
    return {part.split("»")[0] for cell in cells for part in cell.split("«")[1:]}


OFFICE_TABLES = [table for table in TABLES if table not in PERSONAL]


def test_a_registration() -> None:
    assert told(begun(), OFFICE_TABLES) == OF_A_REGISTRATION
    assert told(begun(), list(PERSONAL)) >= {
        "title",
        "content",
        "petitioner.name",
        "petitioner.id_number",
        "respondent",
    }


@pytest.mark.parametrize("act", [name for name in PETITION_ACTS if name not in ("register", "correct", "retract")])
def test_an_act(act: str) -> None:
    case = module_of(act).apply(begun(), fact_saying_its_fields(act))
    found = told(case, OFFICE_TABLES) - OF_A_REGISTRATION
    assert found == OFFICES.get(act, set()), "words that belong into the personal tables, or into none"


def test_the_file_itself(tmp_path: Path) -> None:
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
