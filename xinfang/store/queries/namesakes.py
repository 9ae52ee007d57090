"""Other petitions of the same person."""

from __future__ import annotations

import sqlite3
from datetime import date

from ...core.lookups import Namesake
from ...core.petition import Petitioner
from ...core.projected import petition_id
from ..spacing import spaced

AT_MOST = 20
_SAME = """
SELECT petition.number, petition.state, petition.state_since
FROM content_index JOIN petition ON petition.id = content_index.rowid
WHERE content_index MATCH :name AND petition.id <> :this AND received_on <= :received_on
AND (is_open = 1 OR state = 'concluded') AND is_restricted = 0 AND is_confidential = 0
AND EXISTS (
    SELECT 1 FROM petitioner WHERE petitioner.petition = petition.id AND position > 0 AND petitioner.name = :person
    AND ((id_number <> '' AND id_number = :id_number) OR (phone <> '' AND phone = :phone)
         OR (address <> '' AND address = :address))
)
ORDER BY content_index.rowid DESC LIMIT :at_most
"""


def of_same_person(
    connection: sqlite3.Connection, person: Petitioner, *, but: str, received_by: date
) -> list[Namesake]:
    """Petitions in hand or concluded, received by that day, of the same name with the same number, phone or address.

    Newest first, `but` left out. By the text index, so the cost follows how many petitions hold the name. Accusations
    and petitions of people who want no name are not among them: that they exist is not told.
    """
    rows = connection.execute(
        _SAME,
        {
            "name": f'"{spaced(person.name)}"',
            "person": person.name,
            "id_number": person.id_number,
            "phone": person.phone,
            "address": person.address,
            "this": petition_id(but),
            "received_on": received_by.isoformat(),
            "at_most": AT_MOST,
        },
    )
    return [Namesake(*row) for row in rows]
