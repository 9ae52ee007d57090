"""Other petitions of the same person, by the person's own words in the text index (store/person_words.py).

The cost follows how many are found, not how many there are. Accusations and petitions of people who want no name are
not among them: that they exist is not told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from ...core.petition import Petitioner
from ...core.projected import petition_id
from ...rules.same_person import bare_name_key, sought
from ..spacing import spaced

AT_MOST = 20
"""So many are looked at, the newest: nobody reads more."""
COMPARED_AT_MOST = 20
"""So many of the people of one petition are compared with others."""
_FOUND = """
SELECT petition.number
FROM content_index JOIN petition ON petition.id = content_index.rowid
WHERE content_index MATCH :words AND petition.id <> :this AND received_on {up_to_or_after} :day
AND petition.state <> 'void' AND is_restricted = 0 AND is_confidential = 0 {and_where}
ORDER BY content_index.rowid DESC LIMIT :at_most
"""
_GOING_ON = "AND (is_open = 1 OR petition.state = 'concluded')"


def of_same_person(
    connection: sqlite3.Connection,
    people: Iterable[Petitioner],
    *,
    but: str = "",
    received_by: date,
    later: bool = False,
    going_on: bool = False,
) -> list[str]:
    """Numbers of petitions received by that day with the same ID number, telephone, or name and address, newest first.

    One character of the name may be wrong. but: a number that is left out. later: those received after that day instead.
    going_on: only those in hand or concluded, and of the very name.
    """
    some = _some(people)
    if going_on:
        named = ((bare_name_key(person.name), _any_of(_keys(person))) for person in some)
        words = " OR ".join(f'("{name}" AND ({others}))' for name, others in named if name and others)
    else:
        words = _any_of(dict.fromkeys(word for person in some for word in _keys(person)))
    return _found(connection, words, but=but, received_by=received_by, later=later, going_on=going_on)


def of_same_name(
    connection: sqlite3.Connection,
    people: Iterable[Petitioner],
    phrases: Sequence[str],
    *,
    but: str = "",
    received_by: date,
) -> list[str]:
    """Numbers of petitions of people of the same name, or found as above, that hold one of the phrases; newest first."""
    some = _some(people)
    words = dict.fromkeys(word for person in some for word in (bare_name_key(person.name), *_keys(person)) if word)
    if not phrases:
        return []
    written = " OR ".join(f'"{spaced(phrase)}"' for phrase in phrases)
    return _found(connection, f"({_any_of(words)}) AND ({written})" if words else "", but=but, received_by=received_by)


def _some(people: Iterable[Petitioner]) -> list[Petitioner]:
    # Of hundreds who signed, the first and those who speak for them.
    ranked = sorted(people, key=lambda person: not person.representative)
    return ranked[:COMPARED_AT_MOST]


def _keys(person: Petitioner) -> Iterable[str]:
    return sought(name=person.name, id_number=person.id_number, phone=person.phone, address=person.address)


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _found(
    connection: sqlite3.Connection,
    words: str,
    *,
    but: str = "",
    received_by: date,
    later: bool = False,
    going_on: bool = False,
) -> list[str]:
    if not words:
        return []
    rows = connection.execute(
        _FOUND.format(up_to_or_after=">" if later else "<=", and_where=_GOING_ON if going_on else ""),
        {
            "words": words,
            "this": petition_id(but) if but else 0,
            "day": received_by.isoformat(),
            "at_most": AT_MOST,
        },
    )
    return [number for (number,) in rows]
