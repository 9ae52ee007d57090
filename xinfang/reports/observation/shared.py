"""Matters that several people raised in the period, each in words of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...core.clusters import Comparable, clusters
from ...core.table import Column, Table
from ...rules.same_person import how_many
from .compared import ALIKE, Compared
from .seen import Petition
from .sides import PATTERNS

PEOPLE_AT_LEAST = 2
AT_MOST = 20
"""Matters printed; the machine's list has all."""
NUMBERS_AT_MOST = 10
ALL_OF_THEM = "全部事项: 加 -f json，在 shared_matters 里。"


class Matter(NamedTuple):
    """A matter raised by several: its petitions, the most central first; how many people."""

    petitions: tuple[Petition, ...]
    people: int

    @property
    def title(self) -> str:
        """Of the most central petition."""
        return self.petitions[0].title

    @property
    def units(self) -> list[str]:
        """The units that have them."""
        return sorted({each.unit for each in self.petitions})

    @property
    def numbers(self) -> list[str]:
        """In their order."""
        return sorted(each.number for each in self.petitions)


def shared(
    petitions: Sequence[Petition], compare: Callable[[Sequence[str]], Comparable] = Compared, alike: float = ALIKE
) -> list[Matter]:
    """Matters raised by two people or more, those of most people first.

    compare: makes texts comparable. One person who writes three times is a repeat, not a shared matter. An accusation
    beside what it resembles would tell what it is about (第三十条第三款): as in `similar` it is not compared.
    """
    told = [each for each in petitions if not each.restricted]
    found = []
    for places in clusters(compare([each.text for each in told]), alike=alike):
        members = tuple(told[place] for place in places)
        people = how_many(person for each in members for person in each.persons)
        if people >= PEOPLE_AT_LEAST:
            found.append(Matter(members, people))
    return sorted(found, key=lambda each: (-each.people, -len(each.petitions), each.numbers))


def table(matters: Sequence[Matter]) -> Table:
    """The first AT_MOST of them."""
    columns = (
        Column("title", "事项（最有代表性的一件）"),
        Column("petitions", "件数", "number"),
        Column("people", "人数", "number"),
        Column("units", "单位"),
        Column("numbers", "编号"),
    )
    rows = tuple(
        (each.title, len(each.petitions), each.people, "、".join(each.units), _some(each.numbers))
        for each in matters[:AT_MOST]
    )
    left_out = len(matters) - len(rows)
    notes = (
        "内容相似（与登记时判重同一办法，要求更高）且由不同的人提出的，合为一个事项；人数是不同信访人的人数，只计数，不列人。"
        "检举控告等限知件不在比较之列。",
        *((f"另有 {left_out} 个事项没有列出。",) if left_out else ()),
    )
    hints = (ALL_OF_THEM,) if left_out else ()
    return Table(f"{PATTERNS}：多人反映的同一事项", columns, rows, notes, key="shared_matters", hints=hints)


def records(matters: Sequence[Matter]) -> list[dict[str, object]]:
    """All of them, as JSON has them."""
    return [
        {
            "title": each.title,
            "petitions": len(each.petitions),
            "people": each.people,
            "units": each.units,
            "numbers": each.numbers,
        }
        for each in matters
    ]


def _some(numbers: Sequence[str]) -> str:
    more = f" 等 {len(numbers)} 件" if len(numbers) > NUMBERS_AT_MOST else ""
    return "、".join(numbers[:NUMBERS_AT_MOST]) + more
