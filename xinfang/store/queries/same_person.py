"""Other petitions of the same person, by the person's own words in the text index (store/person_words.py).

The cost follows how many are found, not how many there are. Accusations and petitions of people who want no name are
not among them: that they exist is not told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...core.petition import Petitioner
from ...core.projected import petition_id
from ...rules.person_keys import Sought, sought
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
    """Numbers of petitions received by that day with the same ID number, telephone, or name and address.

    Those with the ID number first, then by telephone, by the very name at the address, by a similar one, each newest
    first: a family's or a workplace's others crowd out nobody. What agrees may yet not be enough. but: a number that is
    left out. later: those received after that day instead. going_on: only those in hand or concluded, and of the very name.
    """
    some = _some(people)
    found: dict[str, None] = {}
    for words in _of_the_very_name(some) if going_on else _surest_first(some):
        if len(found) < AT_MOST:
            found |= dict.fromkeys(
                _found(connection, words, but=but, received_by=received_by, later=later, going_on=going_on)
            )
    return list(found)[:AT_MOST]


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
    words = dict.fromkeys(
        word
        for each in some
        for word in (each.name, *each.numbers, *each.phones, *(each.places * each.similar))
        if word
    )
    if not phrases:
        return []
    written = " OR ".join(f'"{spaced(phrase)}"' for phrase in phrases)
    return _found(connection, f"({_any_of(words)}) AND ({written})" if words else "", but=but, received_by=received_by)


def _some(people: Iterable[Petitioner]) -> list[Sought]:
    # Of hundreds who signed, the first and those who speak for them.
    ranked = sorted(people, key=lambda person: not person.representative)
    return [
        sought(name=each.name, id_number=each.id_number, phone=each.phone, address=each.address)
        for each in ranked[:COMPARED_AT_MOST]
    ]


def _surest_first(some: Sequence[Sought]) -> Iterator[str]:
    yield _any_of(dict.fromkeys(word for each in some for word in each.numbers))
    yield _any_of(dict.fromkeys(word for each in some for word in each.phones))
    yield " OR ".join(f'("{each.name}" AND ({_any_of(each.places)}))' for each in some if each.name and each.places)
    yield _any_of(dict.fromkeys(word for each in some if each.similar for word in each.places))


def _of_the_very_name(some: Sequence[Sought]) -> Iterator[str]:
    keys = ((each.name, (*each.numbers, *each.phones, *each.places)) for each in some)
    yield " OR ".join(f'("{name}" AND ({_any_of(words)}))' for name, words in keys if name and words)


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
