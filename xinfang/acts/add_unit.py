"""Add a unit 单位 to which petitions may be forwarded or assigned."""

from datetime import date
from typing import NamedTuple

from ..core.errors import BadInput
from ..core.office import Office, Unit


class UnitAdded(NamedTuple):
    """parent: 上级单位. outside: not of this office's own system."""

    on: date
    name: str
    parent: str = ""
    outside: bool = False


def decide(office: Office, name: str, *, parent: str = "", outside: bool = False, on: date) -> UnitAdded:
    """The fact. Raises BadInput E105 without a name, E117 when it is taken, NotFound E202 for an unknown parent."""
    if not name:
        raise BadInput("E105", "单位名称没有填。", remedy="xinfang unit add 名称")
    if name == office.name or any(unit.name == name for unit in office.units):
        raise BadInput("E117", f"单位“{name}”已经有了。", remedy="xinfang unit list")
    if parent:
        office.unit(parent)
    return UnitAdded(on, name, parent, outside)


def apply(office: Office, fact: UnitAdded) -> Office:
    """The office with one more unit."""
    return office._replace(units=(*office.units, Unit(fact.name, fact.parent, fact.outside)))
