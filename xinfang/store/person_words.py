"""The words of the full-text index by which a petitioner is found again.

Each is longer than a character, and a search is a phrase of one-character words (spacing.py): no search for words can hit one.
They cost an import far less than indexes of their own would.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..core.projected import Row
from ..rules.person_keys import bare_name_key, keys


def person_words(petitioners: Iterable[Row]) -> str:
    """The words of the petitioners, rows of the table `petitioner`, each with a blank before it.

    Those written down before a correction (positions below 0) are not looked for any more.
    """
    words: dict[str, None] = {}
    for _, position, name, _, id_number, phone, address in petitioners:
        if int(position or 0) > 0:
            words[bare_name_key(str(name))] = None
            found = keys(name=str(name), id_number=str(id_number), phone=str(phone), address=str(address))
            words |= dict.fromkeys(found)
    return "".join(f" {word}" for word in words if word)
