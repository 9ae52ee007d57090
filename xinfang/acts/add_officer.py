"""Add an officer 经办人."""

from datetime import date
from typing import NamedTuple

from ..core.errors import BadInput
from ..core.office import Office, Officer


class OfficerAdded(NamedTuple):
    """unit: the unit she belongs to; empty for the office itself."""

    on: date
    name: str
    unit: str = ""


def decide(office: Office, name: str, *, unit: str = "", on: date) -> OfficerAdded:
    """The fact. Raises BadInput E105 without a name, E117 when it is taken, NotFound E202 for an unknown unit."""
    if not name:
        raise BadInput("E105", "经办人姓名没有填。", remedy="xinfang officer add 姓名 --unit 单位")
    if any(officer.name == name for officer in office.officers):
        raise BadInput("E117", f"经办人“{name}”已经有了。", remedy="同名的加字区分，如“李明（法制）”")
    if unit:
        office.unit(unit)
    return OfficerAdded(on, name, unit)


def apply(office: Office, fact: OfficerAdded) -> Office:
    """The office with one more officer."""
    return office._replace(officers=(*office.officers, Officer(fact.name, fact.unit)))
