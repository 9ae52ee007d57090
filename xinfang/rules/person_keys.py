"""By what a petitioner is found again: ID number, telephone, name with address, each as it is compared.

A name is compared however it was typed: full-width or half-width, with or without the dots of minority names, in
traditional or simplified writing; with the same address one character of it may be wrong, or all of them if it sounds
the same. What says that nothing is known, 不详 or 同上, is nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..core.identity import check_digit, tidy_phone
from ..core.unsaid import DITTO, EMPTY_MARKS, NO_ADDRESS, NO_HOME, NOBODY, says_none
from ..core.writing import simplified
from . import addresses
from .sounds import as_heard

BLANK = "＊"
"""Stands for the character of a name that may be wrong."""
LONGEST_WITH_A_SLIP = 12
"""Longer names are those of bodies: a key for each character would be many, and nobody would be found by them."""
SHORTEST_PHONE = 6
SHORTEST_ID = 4
OLD_ID = 15
"""Figures of the ID numbers before 1999, without the century and the check digit; ledgers reach back to them."""


class Sought(NamedTuple):
    """By which keys a person is looked for, the surest first.

    name: the very name, which alone is no sign. places: it and similar names at the address; where not `similar`, only
    together with the very name.
    """

    numbers: tuple[str, ...]
    phones: tuple[str, ...]
    name: str
    places: tuple[str, ...]
    similar: bool


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
    return addresses.below_town(kept) or kept


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
        yield from _places(key, place)


def sought(*, name: str, id_number: str, phone: str, address: str) -> Sought:
    """By what the person is looked for: the number of the other card too, and 3组 for 三组; by nothing that is not known.

    Where no more than a town is known, similar names are too many people's.
    """
    number, key, place = told_id(id_number), told_name(name), told_address(address)
    figures = addresses.in_figures(place)
    written = dict.fromkeys((place, figures, addresses.in_numerals(figures))) if key and place else {}
    return Sought(
        tuple(f"证{each}" for each in dict.fromkeys((number, *_both_cards(number)))) if number else (),
        tuple(f"话{each}" for each in told_phones(phone)),
        f"名{key}" if key else "",
        tuple(word for each in written for word in _places(key, each)),
        similar=addresses.is_below_town(name_key(address)),
    )


def keys_of_number(text: str) -> list[str]:
    """The keys of people whose telephone or ID number the text is, whole; none where it is neither."""
    written = id_key(text)
    if not 7 <= len(written) <= 18 or not written[:-1].isdigit():
        return []
    return [f"话{number}" for number in phone_keys(tidy_phone(text))] + [
        f"证{number}" for number in _both_cards(written)
    ]


def bare_name_key(name: str) -> str:
    """The key of the name alone, which is no sign that it is the same person; empty where there is none."""
    return f"名{key}" if (key := name_key(name)) else ""


def told_name(name: str) -> str:
    """The name as compared; empty for 匿名, 群众 and 同上, which are nobody's."""
    key = name_key(name)
    return "" if key in NOBODY else key


def told_id(id_number: str) -> str:
    """The number as compared; a word for none, or one figure over and over, is no number."""
    key = id_key(id_number)
    figures = {sign for sign in key if sign.isdigit()}
    return key if len(key) >= SHORTEST_ID and figures and len(set(key)) > 1 else ""


def told_phones(phone: str) -> list[str]:
    """The telephone numbers as compared; one figure over and over is none."""
    return [number for number in phone_keys(phone) if len(set(number)) > 1] if phone else []


def told_address(address: str) -> str:
    """The address as compared; empty for the words that name no place."""
    plain = address.strip().lower()
    unsaid = plain in EMPTY_MARKS or plain in DITTO or says_none(plain, NO_ADDRESS) or says_none(plain, NO_HOME)
    return "" if unsaid else address_key(address)


def _both_cards(number: str) -> list[str]:
    """The number as the new card has it, and as the old one had it where there may have been one."""
    lasting = lasting_id(number)
    old = lasting[:6] + lasting[8:17]
    return [lasting, old] if len(lasting) == 18 and lasting_id(old) == lasting else [lasting]


def _places(key: str, place: str) -> Iterator[str]:
    """The keys of the name at the address: with each character left open, and as it sounds."""
    yield from (f"住{slip}于{place}" for slip in slips(key))
    if may_have_slips(key):
        yield f"音{as_heard(key)}于{place}"


def slips(name: str) -> list[str]:
    """The name with each of its characters left open in turn; of one character, or of a body, as it is."""
    if not may_have_slips(name):
        return [name] if name else []
    return [name[:at] + BLANK + name[at + 1 :] for at in range(len(name))]


def may_have_slips(name: str) -> bool:
    """Whether a character of it may be wrong."""
    return 1 < len(name) <= LONGEST_WITH_A_SLIP
