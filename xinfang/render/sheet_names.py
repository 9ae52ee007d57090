"""What a sheet of a workbook may be called."""

import re

from .safe import safe
from .workbook_cells import cut, units

LONGEST_NAME = 31
"""UTF-16 units."""
RESERVED = frozenset({"history"})
MORE = "…"


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel accepts for a sheet, none of those in `taken`, to which it is added."""
    name = re.sub(r"[\[\]:*?/\\]", " ", safe(title)).strip(" '") or "表"
    if units(name) > LONGEST_NAME:
        # What stands in brackets at the end explains the rest.
        name = re.sub(r"(?<=.)（[^（）]*）$", "", name)
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        room = LONGEST_NAME - len(mark)
        short = name if units(name) <= room else cut(name, room - len(MORE)).strip(" '、，") + MORE
        candidate = short.strip(" '") + mark
        if candidate.casefold() not in taken | RESERVED:
            taken.add(candidate.casefold())
            return candidate
        number += 1
