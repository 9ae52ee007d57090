"""The plain fold: what the facts in the file add up to, by nothing but what each act does.

Of the program it uses `apply` of the acts; nothing of the tables for looking up, of their making or of the questions
put to them.
"""

from __future__ import annotations

import json
from datetime import date

from cli.shell import Shell

from xinfang.acts.registry import fact_of, module_of
from xinfang.core.case import Case
from xinfang.core.entry import Entry
from xinfang.core.terms import State

from .ledgers import foreign


def facts(shell: Shell) -> dict[str, list[Entry]]:
    """Every petition's facts, from the file itself."""
    found: dict[str, list[Entry]] = {}
    with foreign(shell) as connection:
        for seq, subject, turn, act, on, at, by, body in connection.execute(
            "SELECT fact.seq, subject, turn, act, on_day, recorded_at, by_officer, body "
            "FROM fact JOIN payload USING (seq) WHERE subject LIKE '20%' ORDER BY fact.seq"
        ):
            entry = Entry(seq, subject, turn, act, date.fromisoformat(on), at, by, json.loads(body))
            found.setdefault(subject, []).append(entry)
    return found


def case_on(entries: list[Entry], on: date) -> Case | None:
    """The plain fold: what was retracted never was, corrections held from the first, the rest by day and turn."""
    gone = {entry.data["turn"] for entry in entries if entry.act == "retract"}
    held = [entry for entry in entries if entry.turn not in gone and entry.act != "retract"]
    if 1 in gone:
        case: Case = module_of("register").apply(entries[0].subject, fact_of(entries[0]))
        return case._replace(state=State.VOID) if case.registration.received_on <= on else None
    corrections = [entry for entry in held if entry.act == "correct"]
    rest = sorted((e for e in held if e.act != "correct" and e.turn > 1 and e.on <= on), key=lambda e: (e.on, e.turn))
    case = module_of("register").apply(held[0].subject, fact_of(held[0]))
    for entry in [*corrections, *rest]:
        case = module_of(entry.act).apply(case, fact_of(entry))
    return case if case.registration.received_on <= on else None


def cases_on(shell: Shell, on: date) -> list[Case]:
    """Every case as it stood at the end of that day."""
    return [case for entries in facts(shell).values() if (case := case_on(entries, on)) is not None]
