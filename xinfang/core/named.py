"""Several people in the place of one name: 张三、李四, as they sign a letter or stand in a list, or 张三等5人."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .errors import BadInput
from .petition import Petitioner
from .terms import PersonKind
from .writing import DOTS

_BETWEEN = r"\s*[、，,；;/]\s*"
# What begins with a numeral counts groups, and what ends like these is a place or a body: 城关镇一、二组村民.
_PERSON = r"(?![第一二三四五六七八九十两几])[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}(?<![省市县区乡镇村组社局厂司队部院校所站户店馆矿场团])"
_WITH_DOTS = rf"[\u3400-\u9fff]{{1,12}}(?:[{DOTS}][\u3400-\u9fff]{{1,12}}){{1,4}}"


class People(NamedTuple):
    """Each of those named by himself, and how many the names say they were; 0 where they do not.

    at_least: the names leave open how many more there were.
    """

    each: tuple[Petitioner, ...]
    told: int = 0
    at_least: bool = False

    @property
    def fewest(self) -> int:
        """As many as there were at least."""
        return max(1, self.told, len(self.each))

    def headcount(self, stated: int | None) -> int:
        """How many they were: as stated, else as the names say. Raises BadInput E108 where one belies the other."""
        if self.told and not self.at_least and len(self.each) > self.told:
            raise BadInput(
                "E108",
                f"姓名里写的是共 {self.told} 人，写明姓名的却有 {len(self.each)} 人。",
                remedy="改正姓名里的人数；或者姓名里只写姓名，人数写在 --headcount",
            )
        if stated is None:
            return self.fewest
        if self.told and (stated < self.told if self.at_least else stated != self.told):
            raise BadInput(
                "E108",
                f"姓名里写的是{'至少' if self.at_least else ''} {self.told} 人，人数写的是 {stated} 人。",
                remedy="两处写成一样；或者姓名里只写姓名，人数写在 --headcount",
            )
        return stated


def named(name: str) -> tuple[str, ...]:
    """Each of the people named one after the other; the whole name where it is not plainly such a list.

    >>> named("张三、李四"), named("城关镇一、二组村民"), named("张三")
    (('张三', '李四'), ('城关镇一、二组村民',), ('张三',))
    """
    if not name or name.isalpha():  # nearly all are, and no pattern has to be made for them
        return (name,)
    parts = re.split(_BETWEEN, name)
    listed = len(parts) > 1 and all(re.fullmatch(f"{_PERSON}|{_WITH_DOTS}", part) for part in parts)
    return tuple(dict.fromkeys(parts)) if listed else (name,)


def first_named(name: str) -> str:
    """The first of the people whom the name stands for: 张三 of 张三、李四等5人."""
    return _without_count(name)[0][0]


def each_named(people: Iterable[Petitioner]) -> People:
    """The people, each by himself: number, telephone and address stay with the first of a list.

    Two groups, 张三等5人 and 李四等3人, came together; who is named beside one group is taken for one of it.
    """
    each: list[Petitioner] = []
    groups: list[tuple[int, bool]] = []
    for person in people:
        names, count, at_least = (
            _without_count(person.name) if person.kind is PersonKind.PERSON else ((person.name,), 0, False)
        )
        each.append(person._replace(name=names[0]))
        each += (Petitioner(other, representative=person.representative) for other in names[1:])
        if count:
            groups.append((count, at_least))
    told = sum(count for count, _ in groups)
    return People(tuple(each), told, any(at_least for _, at_least in groups))


def _without_count(name: str) -> tuple[tuple[str, ...], int, bool]:
    """Who is named, and how many they are together; 0 where the name does not say it."""
    if "等" in name:
        from .several import several  # few petitions come from groups

        if group := several(name):
            return named(group.named), group.heads, group.at_least
    return named(name), 0, False
