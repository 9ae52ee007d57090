"""Whether two petitions come from the same person 同一信访人: by ID number, telephone, or name with address.

A name is compared however it was typed: full-width or half-width, with or without the dots of minority names, in
traditional or simplified writing; with the same address one character of it may be wrong, or all of them if it sounds
the same. Petitions are found again by keys; what agrees is said to the clerk, who decides. Nothing here rates or lists
people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..core.identity import check_digit
from ..core.petition import Petitioner
from ..core.writing import simplified
from .sounds import as_heard

BLANK = "＊"
"""Stands for the character of a name that may be wrong."""
LONGEST_WITH_A_SLIP = 12
"""Longer names are those of bodies: a key for each character would be many, and nobody would be found by them."""
SHORTEST_ADDRESS = 2
SHORTEST_PHONE = 6
OLD_ID = 15
"""Figures of the ID numbers before 1999, without the century and the check digit; ledgers reach back to them."""
SAME_ID = "同一证件号"
SAME_PHONE = "同一电话"
SAME_NAME = "姓名相同"
SIMILAR_NAME = "姓名差一字"
SAME_SOUND = "姓名同音"
SAME_ADDRESS = "住址相同"
DIVISIONS = ("省", "市", "县", "镇", "乡", "街道", "办事处")
NO_DISTRICT = frozenset("小社校园矿")
STRENGTH = {SAME_ID: 16, SAME_PHONE: 8, SAME_NAME: 4, SAME_ADDRESS: 2, SIMILAR_NAME: 1, SAME_SOUND: 1}
ENOUGH = STRENGTH[SAME_ADDRESS] + STRENGTH[SIMILAR_NAME]
"""The least that is a sign: neither an address nor a similar name is one by itself."""


def name_key(name: str) -> str:
    """A name as it is compared."""
    return simplified(name if _ideographs_only(name) else _letters_and_figures(name))


def _ideographs_only(text: str) -> bool:
    """Most names: nothing of them is to be folded."""
    return text != "" and min(text) >= "\u4e00" and max(text) <= "\u9fff"


def _letters_and_figures(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def address_key(address: str) -> str:
    """An address as it is compared: without province, city, county, town and street office, which many leave out."""
    kept = name_key(address)
    tail = _after_divisions(kept)
    return tail if len(tail) >= SHORTEST_ADDRESS else kept


def phone_keys(phone: str) -> list[str]:
    """The telephone numbers as they are compared, figures only."""
    plain = phone if phone.isascii() else unicodedata.normalize("NFKC", phone)
    numbers = (re.sub(r"\D", "", each) for each in re.split("[、,;/]", plain))
    return [number for number in numbers if len(number) >= SHORTEST_PHONE]


def id_key(id_number: str) -> str:
    """The number of a document as it is compared."""
    return _letters_and_figures(id_number) if id_number else ""


def lasting_id(number: str) -> str:
    """The number of a document, as compared, that its bearer has for good: of fifteen figures the eighteen since 1999.

    >>> lasting_id("110105491231002")
    '11010519491231002x'
    """
    if len(number) != OLD_ID or not (number.isascii() and number.isdigit()):
        return number
    century = f"{number[:6]}19{number[6:]}"
    return century + check_digit(century).casefold()


def keys(*, name: str, id_number: str, phone: str, address: str) -> Iterator[str]:
    """What a petitioner is found again by: number, telephone, name with address.

    Each is one word of the text index that no search for words can hit: two signs or more, letters and figures only.
    """
    if number := id_key(id_number):
        yield f"证{number}"
    if phone:
        yield from (f"话{number}" for number in phone_keys(phone))
    if (key := name_key(name)) and (place := address_key(address)):
        yield from (f"住{slip}于{place}" for slip in _slips(key))
        if _may_have_slips(key):
            yield f"音{as_heard(key)}于{place}"


def sought(*, name: str, id_number: str, phone: str, address: str) -> Iterator[str]:
    """The same, and the number of the person's other card: whoever came with the old one is found by the new one."""
    yield from keys(name=name, id_number=id_number, phone=phone, address=address)
    if number := id_key(id_number):
        yield from (f"证{each}" for each in _both_cards(number) if each != number)


def keys_of_number(text: str) -> list[str]:
    """The keys of people whose telephone or ID number the text is, whole; none where it is neither."""
    written = id_key(text)
    if not 7 <= len(written) <= 18 or not written[:-1].isdigit():
        return []
    return [f"话{number}" for number in phone_keys(text)] + [f"证{number}" for number in _both_cards(written)]


def bare_name_key(name: str) -> str:
    """The same for the name alone, which of itself is no sign that it is the same person; empty where there is none."""
    return f"名{key}" if (key := name_key(name)) else ""


def same_as(*, name: str, id_number: str, phone: str, address: str) -> frozenset[str]:
    """By what a person is told apart where people are counted: two who have one of these in common are one.

    The ID number, or the name with a telephone or the address; a telephone alone may be a family's.
    """
    key, number = name_key(name), lasting_id(id_key(id_number))
    places = [each for each in (*phone_keys(phone), address_key(address)) if each]
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
    return max(found, key=strength, default=())


def strength(signs: Iterable[str]) -> int:
    """How strong these signs are together; 0 where they are none."""
    together = sum(STRENGTH[sign] for sign in signs)
    return together if together >= ENOUGH else 0


def _of_two(one: Petitioner, other: Petitioner) -> tuple[str, ...]:
    name, second = name_key(one.name), name_key(other.name)
    number, address = lasting_id(id_key(one.id_number)), address_key(one.address)
    similar = name != second and not set(_slips(name)).isdisjoint(_slips(second))
    signs = {
        SAME_ID: number != "" and number == lasting_id(id_key(other.id_number)),
        SAME_PHONE: not set(phone_keys(one.phone)).isdisjoint(phone_keys(other.phone)),
        SAME_NAME: name != "" and name == second,
        SIMILAR_NAME: similar,
        SAME_SOUND: name != second and not similar and _sound_the_same(name, second),
        SAME_ADDRESS: address != "" and address == address_key(other.address),
    }
    agreed = tuple(sign for sign, holds in signs.items() if holds)
    return agreed if strength(agreed) else ()


def _both_cards(number: str) -> list[str]:
    """The number as the new card has it, and as the old one had it where there may have been one."""
    lasting = lasting_id(number)
    old = lasting[:6] + lasting[8:17]
    return [lasting, old] if len(lasting) == 18 and lasting_id(old) == lasting else [lasting]


def _slips(name: str) -> list[str]:
    """The name with each of its characters left open in turn; of one character, or of a body, as it is."""
    if not _may_have_slips(name):
        return [name] if name else []
    return [name[:at] + BLANK + name[at + 1 :] for at in range(len(name))]


def _may_have_slips(name: str) -> bool:
    return 1 < len(name) <= LONGEST_WITH_A_SLIP


def _sound_the_same(name: str, other: str) -> bool:
    return _may_have_slips(name) and as_heard(name) == as_heard(other)


def _after_divisions(address: str) -> str:
    """What stands behind the last of them; a 小区 or 校区 is no division. No pattern: to make one costs every register."""
    ends = [address.rfind(each) + len(each) for each in DIVISIONS if each in address]
    districts = [at + 1 for at, sign in enumerate(address) if sign == "区" and address[at - 1 : at] not in NO_DISTRICT]
    return address[max([*ends, *districts], default=0) :]
