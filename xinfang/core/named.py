"""Several people in the place of one name: 张三、李四, as they sign a letter or stand in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .petition import Petitioner
from .terms import PersonKind
from .writing import DOTS

_BETWEEN = r"\s*[、，,；;/]\s*"
# What begins with a numeral counts groups, and what ends like these is a place or a body: 城关镇一、二组村民.
_PERSON = r"(?![第一二三四五六七八九十两几])[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}(?<![省市县区乡镇村组社局厂司队部院校所站户店馆矿场团])"
_WITH_DOTS = rf"[\u3400-\u9fff]{{1,12}}(?:[{DOTS}][\u3400-\u9fff]{{1,12}}){{1,4}}"


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


def each_named(people: Iterable[Petitioner]) -> tuple[Petitioner, ...]:
    """The people, each by himself: number, telephone and address stay with the first of a list."""
    return tuple(each for person in people for each in _one_by_one(person))


def _one_by_one(person: Petitioner) -> Iterator[Petitioner]:
    first, *others = named(person.name) if person.kind is PersonKind.PERSON else (person.name,)
    yield person._replace(name=first)
    yield from (Petitioner(other, representative=person.representative) for other in others)
