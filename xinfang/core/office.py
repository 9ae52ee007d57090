"""The office that keeps the file: its name, its units and officers, its dated settings."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .errors import NotFound
from .terms import Kind


class Unit(NamedTuple):
    """A body that handles petitions: a branch of the office, a lower office or another organ. parent: 上级单位."""

    name: str
    parent: str = ""
    outside: bool = False
    """Not part of this office's own system: what goes there is somebody else's to answer."""


class Officer(NamedTuple):
    """经办人, with the unit she belongs to."""

    name: str
    unit: str = ""


class Setting(NamedTuple):
    """A setting as it stands from a day on."""

    since: date
    name: str
    value: str


class Office(NamedTuple):
    """What the facts about the office add up to."""

    name: str
    code: str
    kind: Kind
    superior: str = ""
    units: tuple[Unit, ...] = ()
    officers: tuple[Officer, ...] = ()
    settings: tuple[Setting, ...] = ()
    plans: tuple[tuple[int, str], ...] = ()
    """Holiday plans imported by the office: year and TOML text, later ones over earlier ones."""
    categories: tuple[str, ...] | None = None
    """The office's own content categories, or None for those that come with the program."""

    def unit(self, name: str) -> Unit:
        """The unit of that name; the office itself counts. Raises NotFound E202 with the nearest names."""
        if name == self.name:
            return Unit(self.name)
        for unit in self.units:
            if unit.name == name:
                return unit
        raise NotFound(
            "E202",
            f"没有“{name}”这个单位。",
            remedy=_near(name, [self.name, *(unit.name for unit in self.units)])
            or f"先加单位: xinfang unit add {name}",
        )

    def officer(self, name: str) -> Officer:
        """The officer of that name. Raises NotFound E203 with the nearest names."""
        for officer in self.officers:
            if officer.name == name:
                return officer
        raise NotFound(
            "E203",
            f"没有“{name}”这名经办人。",
            remedy=_near(name, [officer.name for officer in self.officers])
            or f"先加经办人: xinfang officer add {name} --unit 单位",
        )

    def setting(self, name: str, *, on: date, default: str = "") -> str:
        """The value in force on that day."""
        value = default
        for setting in self.settings:
            if setting.name == name and setting.since <= on:
                value = setting.value
        return value


def _near(name: str, names: Iterable[str]) -> str:
    """Names like the one typed: one contains the other, or most letters agree."""
    from difflib import get_close_matches

    names = list(names)
    near = [each for each in names if name in each or each in name]
    near += [each for each in get_close_matches(name, names, n=5, cutoff=0.5) if each not in near]
    return "相近的有: " + "、".join(near[:5]) if near else ""
