"""Adopt a holiday plan: a new year's 节假日安排, or a correction of one; it may move deadlines."""

from datetime import date
from typing import NamedTuple

from ..core.office import Office


class CalendarAdopted(NamedTuple):
    """plan: the TOML text as imported, kept whole so that the ledger alone can say how days were counted."""

    on: date
    year: int
    plan: str


def apply(office: Office, fact: CalendarAdopted) -> Office:
    """The office with the plan; a later plan of the same year lies over the earlier one."""
    return office._replace(plans=(*office.plans, (fact.year, fact.plan)))
