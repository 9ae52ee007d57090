"""The office that keeps the file: its name, its units and officers, its dated settings."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .errors import NotFound
from .terms import Kind

DAYS = "days:"
"""What the names of settings begin with that give a time limit other days: `days:reply-simple`."""
PROFILE = "profile"
"""The setting that switches a regional instrument on."""
NONE = "none"
"""The value that takes either back: the rulebook's own days, no regional instrument."""
COUNTS: dict[str, tuple[int, int, int]] = {
    "warn-working-days": (3, 1, 60),
    "late-entry-days": (3, 1, 60),
    "group-size": (5, 2, 100),
    "watched-days": (180, 1, 730),
    "backlog-months": (12, 1, 120),
}
"""Settings that are whole numbers: what holds until the office sets another, the least and the most it may be.

One person is no group.
"""


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

    @property
    def sets_the_law(self) -> bool:
        """Whether it changes time limits, and so the petitions already in the file."""
        return self.name == PROFILE or self.name.startswith(DAYS)


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

    def unit(self, name: str, *, otherwise: str = "") -> Unit:
        """The unit of that name; the office itself counts. Raises NotFound E202 with the nearest names.

        otherwise: what to do where none of them is meant, if not to add the unit.
        """
        if name == self.name:
            return Unit(self.name)
        for unit in self.units:
            if unit.name == name:
                return unit
        raise NotFound(
            "E202",
            f"没有“{name}”这个单位。",
            remedy=_near(name, [self.name, *(unit.name for unit in self.units)])
            + (otherwise or f"先加单位: xinfang unit add {name}"),
        )

    def above(self, name: str) -> tuple[str, ...]:
        """The unit and whatever stands above it, the nearest first: of this office's own system up to its superior."""
        units = {unit.name: unit for unit in self.units}
        chain = [name]
        while True:
            below = chain[-1]
            if below == self.name:
                parent = self.superior
            elif below in units:
                parent = units[below].parent or ("" if units[below].outside else self.name)
            else:
                parent = ""
            if not parent or parent in chain:
                return tuple(chain)
            chain.append(parent)

    def officer(self, name: str, *, otherwise: str = "") -> Officer:
        """The officer of that name. Raises NotFound E203 with the nearest names. otherwise: as of a unit."""
        for officer in self.officers:
            if officer.name == name:
                return officer
        raise NotFound(
            "E203",
            f"没有“{name}”这名经办人。",
            remedy=_near(name, [officer.name for officer in self.officers])
            + (otherwise or f"先加经办人: xinfang officer add {name} --unit 单位"),
        )

    def setting(self, name: str, *, on: date, default: str = "") -> str:
        """The value in force on that day."""
        value = default
        for setting in self.settings:
            if setting.name == name and setting.since <= on:
                value = setting.value
        return value

    def number(self, name: str, *, on: date) -> int:
        """The number in force on that day, of a setting in COUNTS."""
        return int(self.setting(name, on=on) or COUNTS[name][0])


NOWHERE = Office("", "", Kind.POLICE)
"""An office of which nothing is known: no unit, no officer."""


def _near(name: str, names: Iterable[str]) -> str:
    """Names like the one typed, to be read before the rest: one contains the other, or most letters agree."""
    from difflib import get_close_matches

    names = list(names)
    near = [each for each in names if name in each or each in name]
    near += [each for each in get_close_matches(name, names, n=5, cutoff=0.5) if each not in near]
    return f"相近的有: {'、'.join(near[:5])}；都不是的" if near else ""
