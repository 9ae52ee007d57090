"""Who reviews 复查 and rechecks 复核: one level above the body whose opinion it is (第三十五、三十六条), as far as the ledger knows.

It knows one line: the office, its own units, the office's superior, and of other bodies what was written down as 上级单位.
A body outside that line may be the next level all the same, as the government of the same level is beside the ministry above.
"""

from __future__ import annotations

from datetime import date

from ..core.case import Case
from ..core.office import Office, Unit
from ..core.terms import Kind


def placed(office: Office, on: date) -> Office:
    """The office under the superior that is set for that day."""
    return office._replace(superior=office.setting("superior", on=on, default=office.superior))


def giver(case: Case, office: Office) -> str:
    """Whose opinion it is: of whom it was said, else the office's for whatever is of its own system (第二十二条)."""
    if case.opinion_of:
        return case.opinion_of
    found = _unit(case.unit, office)
    elsewhere = found is not None and found.outside
    return case.unit if elsewhere or (office.kind is Kind.BUREAU and case.unit) else office.name


def next_above(body: str, office: Office) -> str:
    """The level above the body, or nothing where the ledger does not know it."""
    if body == office.name:
        return office.superior
    found = _unit(body, office)
    if found is None:
        return ""
    return found.parent or ("" if _loose(found, office) else office.name)


def at_or_below(body: str, office: Office) -> frozenset[str]:
    """The body and all that is known to stand below it: who can never review what it decided."""
    known = (office.name, *(unit.name for unit in office.units))
    return frozenset({body, *(name for name in known if body in office.above(name))})


def in_line(name: str, office: Office) -> bool:
    """Whether the ledger knows where the body stands: then it is the level above, or it is not."""
    found = _unit(name, office)
    return name in {office.name, office.superior} or (found is not None and not _loose(found, office))


def _unit(name: str, office: Office) -> Unit | None:
    return next((unit for unit in office.units if unit.name == name), None)


def _loose(unit: Unit, office: Office) -> bool:
    """A body of its own without a level written down: a department beside a petition bureau is not below the bureau."""
    return unit.outside or (office.kind is Kind.BUREAU and not unit.parent)
