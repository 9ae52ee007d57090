"""Whether two petitions come from the same person 同一信访人: by ID number, telephone, or name with address.

A name is compared however it was typed: full-width or half-width, with or without the dots of minority names, in
traditional or simplified writing; with the same address one character of it may be wrong, or all of them if it sounds
the same. Petitions are found again by keys; what agrees is said to the clerk, who decides. 不详 and 同上 agree with
nothing. Nothing here rates or lists people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from ..core.petition import Petitioner
from . import addresses
from .person_keys import (
    lasting_id,
    may_have_slips,
    name_key,
    slips,
    told_address,
    told_id,
    told_name,
    told_phones,
)
from .sounds import as_heard

SAME_ID = "同一证件号"
SAME_PHONE = "同一电话"
SAME_NAME = "姓名相同"
SIMILAR_NAME = "姓名差一字"
SAME_SOUND = "姓名同音"
SAME_ADDRESS = "住址相同"
OTHER_ID = "证件号不同"
OTHER_PHONE = "电话不同"
OTHER_TOWN = "住址不在一处"
STRENGTH = {SAME_ID: 16, SAME_PHONE: 8, SAME_NAME: 4, SAME_ADDRESS: 2, SIMILAR_NAME: 1, SAME_SOUND: 1}
ENOUGH = STRENGTH[SAME_ADDRESS] + STRENGTH[SIMILAR_NAME]
"""The least that is a sign: neither an address nor a similar name is one by itself."""
NEVERTHELESS = STRENGTH[SAME_NAME] + STRENGTH[SAME_ADDRESS]
"""The least that is told although each has an ID number of his own: a telephone, or the very name at the address."""


class Sureness(Enum):
    """Whether two are one person. SURE: by the ID number, or the very name with another sign; MAYBE: a telephone or a
    similar name may be another's of the family; OTHERS: each has an ID number of his own."""

    SURE = 1
    MAYBE = 2
    OTHERS = 3


def same_as(*, name: str, id_number: str, phone: str, address: str) -> frozenset[str]:
    """By what a person is told apart where people are counted: two who have one of these in common are one.

    The ID number, or the name with a telephone or the address; a telephone alone may be a family's.
    """
    key, number = told_name(name), lasting_id(told_id(id_number))
    places = [each for each in (*told_phones(phone), addresses.in_figures(told_address(address))) if each]
    named = [f"{key} {place}" for place in places] or [key] if key else []
    return frozenset([*named, *([number] if number else ())])


def how_many(people: Iterable[frozenset[str]]) -> int:
    """How many people these are, each given by what tells them apart."""
    same: dict[str, str] = {}

    def first(sign: str) -> str:
        while same[sign] != sign:
            same[sign] = same[same[sign]]
            sign = same[sign]
        return sign

    for signs in people:
        one, *others = signs
        same.setdefault(one, one)
        for other in others:
            same[first(same.setdefault(other, other))] = first(one)
    return sum(sign == other for sign, other in same.items())


def agreement(people: Iterable[Petitioner], others: Iterable[Petitioner]) -> tuple[str, ...]:
    """What agrees between the two that have most in common, the strongest sign first; empty where nothing does."""
    others = tuple(others)
    found = (_of_two(one, other) for one in people for other in others)
    return max(found, key=lambda signs: (strength(signs), not speaks_against(signs)), default=())


def strength(signs: Iterable[str]) -> int:
    """How strong these signs are together; 0 where they are none. The least where each has an ID number of his own."""
    signs = tuple(signs)
    together = sum(STRENGTH.get(sign, 0) for sign in signs)
    if OTHER_ID in signs:
        return int(together >= NEVERTHELESS)
    return together if together >= ENOUGH else 0


def sureness(signs: Sequence[str]) -> Sureness:
    """How sure it is by these signs that the two are one."""
    if OTHER_ID in signs:
        return Sureness.OTHERS
    return Sureness.SURE if SAME_ID in signs or SAME_NAME in signs else Sureness.MAYBE


def by_name_alone(signs: Sequence[str]) -> bool:
    """Whether nothing agrees but the name."""
    return [sign for sign in signs if sign in STRENGTH] == [SAME_NAME]


def speaks_against(signs: Sequence[str]) -> bool:
    """Whether something of the two differs that keeps a program from taking them for one: that is for the clerk."""
    return not {OTHER_ID, OTHER_PHONE, OTHER_TOWN}.isdisjoint(signs)


def may_be_one(signs: Sequence[str]) -> bool:
    """Whether what agrees may make one person of the two: two who each have an ID number of his own are two."""
    return bool(signs) and OTHER_ID not in signs


def _of_two(one: Petitioner, other: Petitioner) -> tuple[str, ...]:
    name, second = told_name(one.name), told_name(other.name)
    number, its_number = lasting_id(told_id(one.id_number)), lasting_id(told_id(other.id_number))
    similar = name != second and not set(slips(name)).isdisjoint(slips(second))
    signs = {
        SAME_ID: number != "" and number == its_number,
        SAME_PHONE: not set(told_phones(one.phone)).isdisjoint(told_phones(other.phone)),
        SAME_NAME: name != "" and name == second,
        SIMILAR_NAME: similar,
        SAME_SOUND: name != second and not similar and _sound_the_same(name, second),
        SAME_ADDRESS: _same_address(one.address, other.address, same_name=name == second),
        OTHER_ID: number != its_number and _is_card(one, number) and _is_card(other, its_number),
    }
    agreed = tuple(sign for sign, holds in signs.items() if holds)
    if agreed == (SAME_NAME,):
        agreed += tuple(_differing(one, other))
    return agreed if strength(agreed) else ()


def _differing(one: Petitioner, other: Petitioner) -> Iterator[str]:
    """What makes namesakes of two of whom only the name agrees."""
    if told_phones(one.phone) and told_phones(other.phone):
        yield OTHER_PHONE
    if addresses.contradict(*(addresses.in_figures(name_key(each.address)) for each in (one, other))):
        yield OTHER_TOWN


def _same_address(address: str, other: str, *, same_name: bool) -> bool:
    """Whether they are one place; where no more than a town is known, only for people of the very name."""
    place = told_address(address)
    if not place or addresses.in_figures(place) != addresses.in_figures(told_address(other)):
        return False
    whole, second = name_key(address), name_key(other)
    near = same_name or addresses.is_below_town(whole)
    return near and not addresses.contradict(addresses.in_figures(whole), addresses.in_figures(second))


def _is_card(person: Petitioner, number: str) -> bool:
    """Whether the number is that of a resident's card, with nothing wrong about it: nobody has two of these."""
    return len(number) == 18 and not person.id_doubtful


def _sound_the_same(name: str, other: str) -> bool:
    return may_have_slips(name) and as_heard(name) == as_heard(other)
