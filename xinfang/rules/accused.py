"""Whom an accusation must not reach: the accused, the unit accused, and what stands below it (第三十条第三款, 第四十六条第五项)."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.office import Office
from ..core.petition import Registration
from ..core.writing import as_read

SHORTEST = 2
"""A name of one character is found in half of all names."""


def met(paper: Registration, office: Office, *, unit: str = "", officer: str = "") -> str:
    """Which name met which where the accusation would go to `unit` or `officer`; empty when none did.

    The units accused are `respondent_unit`, or where nothing is written there those that the respondent's text names.
    The text itself is not repeated: it may name a person.
    """
    if officer and _is_accused(officer, paper, office):
        return f"“{officer}”就是被反映的人员"
    if not unit:
        return ""
    return _unit_met(unit, paper, office) or next(
        (
            f"被反映的“{each.name}”是“{unit}”的人员"
            for each in office.officers
            if each.unit == unit and _is_accused(each.name, paper, office)
        ),
        "",
    )


def not_compared(paper: Registration, office: Office) -> str:
    """Why `met` could not look at units, or empty where it could: nobody wrote down which unit is accused, or whose he is."""
    if not (paper.respondent or paper.respondent_unit):
        return "没有登记被反映的单位或者人员"
    known = any(_is_accused(each.name, paper, office) for each in office.officers)
    if paper.respondent_unit or known or _units_named(paper.respondent, office, ""):
        return ""
    return "没有登记被反映人所在单位"


def _unit_met(unit: str, paper: Registration, office: Office) -> str:
    text = paper.respondent_unit or paper.respondent
    accused = _units_named(text, office, unit)
    chain = office.above(unit)
    for name in chain:
        if name in accused:
            return f"“{unit}”就是被反映的单位" if name == unit else f"“{unit}”属于被反映的“{name}”"
    for name in chain:
        if _stands(text, name):
            return f"“{name}”的名称里有被反映的“{text}”" + (f"，“{unit}”属于它" if name != unit else "")
    return ""


def _units_named(text: str, office: Office, unit: str) -> set[str]:
    """Units that the text names, the nearest only: in 某县公安局城关派出所 it is the station, not the bureau."""
    known = {office.name, office.superior, unit, *(each.name for each in office.units)}
    found = {name for name in known if _stands(name, text)}
    return found - set(_wider(found, office))


def _wider(found: set[str], office: Office) -> Iterator[str]:
    for name in found:
        yield from office.above(name)[1:]
        yield from (other for other in found if other != name and other in name)


def _stands(name: str, text: str) -> bool:
    """Whether the name stands in the text, however the one or the other was typed: 李　明, 城關派出所."""
    read = as_read(name)
    return len(read) >= SHORTEST and read in as_read(text)


def _is_accused(officer: str, paper: Registration, office: Office) -> bool:
    """Whether the text names the officer; where the accused's unit is written down, a namesake elsewhere is another."""
    if not _stands(officer, paper.respondent):
        return False
    own = next((each.unit for each in office.officers if each.name == officer), "")
    return not (paper.respondent_unit and own) or bool(_unit_met(own, paper, office))
