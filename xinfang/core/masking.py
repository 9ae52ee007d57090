"""Personal data as shown unless asked for: 张*, 4101**********123X, 138****8000 (个人信息保护法)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from . import writing
from .petition import Petitioner, Registration

if TYPE_CHECKING:
    from .case import Case

_GAP = "[ \u3000\\-－‐–—]?"
_ID_IN_TEXT = r"(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?!\d)"
# In groups, 110105 19491231 002X: by the day of birth in it, or several days in a row would be taken for a number.
_ID_IN_GROUPS = (
    r"(?<!\d)(\d_\d_\d_\d)_\d_\d_(?:1_9|2_0)_\d_\d_(?:0_[1-9]|1_[0-2])_(?:[0-2]_\d|3_[01])_(\d_\d_\d_[\dXx])(?!\d)"
)
_ID_OF_FIFTEEN = r"(?<!\d)(\d{4})\d{4}(?:0[1-9]|1[0-2])(?=0[1-9]|[12]\d|3[01])\d(\d{4})(?!\d)"
"""The first cards had no century and no check digit; ledgers reach back to them."""
_MOBILE_IN_TEXT = r"(?<!\d)(1\d{2})_\d{4}_(\d{4})(?!\d)"
_NUMBERS = (
    (_ID_IN_TEXT, r"\1**********\2"),
    (_ID_IN_GROUPS.replace("_", _GAP), r"\1**********\2"),
    (_ID_OF_FIFTEEN, r"\1*******\2"),
    (_MOBILE_IN_TEXT.replace("_", _GAP), r"\1****\2"),
)
"""What is hidden in running text, and what is shown instead."""
_SHORTEST = 11
_SURNAMES_OF_TWO = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "夏侯",
        "司徒",
        "司空",
        "长孙",
        "宇文",
        "端木",
        "百里",
        "呼延",
        "南宫",
        "独孤",
    ]
)
_BODIES = tuple("司团心会社所厂店院校局队村组部站场馆园处室行")
"""How the names of bodies end; a long name that ends otherwise is a person's, written without dots or in Latin letters."""
_AND_SO_ON = "…"
_ADDRESS_KEPT = 6
_HOUSE = "[0-9０-９]|[〇零一二三四五六七八九十百]+(?:号|栋|幢|座|楼|单元|室|弄|组)"
_ADDRESS_TAIL = 4
_SHORT_PHONE = 5
_PARTED = dict.fromkeys(map(ord, writing.DOTS), " ")
PARTED = "\x1f"
"""Between what a row of a list carries of a person."""
NOTHING_KNOWN: Mapping[str, str] = MappingProxyType({})


def name(text: str) -> str:
    """张三 → 张*; 欧阳娜娜 → 欧阳**; 阿依古丽买买提 → 阿***; a body's long name keeps its first four characters."""
    if not text:
        return ""
    long = 4 if text.endswith(_BODIES) and not any(dot in text for dot in writing.DOTS) else 1
    kept = long if len(text) > 6 else 2 if text[:2] in _SURNAMES_OF_TWO and len(text) > 2 else 1
    return text[:kept] + "*" * min(3, max(1, len(text) - kept))


def id_number(text: str) -> str:
    """First four and last four characters stay."""
    return text[:4] + "*" * (len(text) - 8) + text[-4:] if len(text) > 8 else "*" * len(text)


def phone(text: str) -> str:
    """138****8000; of another number the last four digits are hidden. Several are joined by 、, each is masked."""
    return "、".join(map(_one_phone, text.split("、")))


def _one_phone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits.startswith("1"):
        return f"{digits[:3]}****{digits[-4:]}"
    return text[:-4] + "****" if len(text) > 4 else "*" * len(text)


def address(text: str) -> str:
    """The place down to about the county, and never a house: 和平里5号楼 → 和平里***; the rest is hidden."""
    if len(text) <= 2:
        return text
    house = re.search(_HOUSE, text)
    kept = text[: _ADDRESS_KEPT if len(text) > _ADDRESS_KEPT else 2]
    return kept[: house.start() if house else None] + "***"


def text(body: str, known: Mapping[str, str] = NOTHING_KNOWN) -> str:
    """Running text with ID and mobile numbers masked, and what is known of the petitioners: 张三反映… is a title like any.

    known: what to hide → what to show instead (known_of, known_names).
    """
    body = hidden(body, known)
    # Most texts hold no such number: they are passed without compiling the patterns.
    if sum(map(str.isdigit, body)) < _SHORTEST:
        return body
    for pattern, shown in _NUMBERS:
        body = re.sub(pattern, shown, body)
    return body


def stretch(words: str, known: Mapping[str, str]) -> str:
    """Words cut out of a text, masked, without what is left of a name or a house where the cut went through it.

    Empty where nothing remains. `晓丽反映宅基地` of 王晓丽 → `反映宅基地`.
    """
    words, more = words.removesuffix(_AND_SO_ON), _AND_SO_ON if words.endswith(_AND_SO_ON) else ""
    words = text(words, known)
    for each in known:
        words = _without_rest(words, each)
    return words + more if len(words) > 1 else ""


def _without_rest(words: str, secret: str) -> str:
    """The words without a beginning that ends the secret, or an end that begins it; of an address only the house counts."""
    place = re.search(_HOUSE, secret)
    least = min(2, len(secret) - 1)

    def tells(part: str) -> bool:
        return not place or re.search(_HOUSE, part) is not None

    if len(words) >= least and words in secret and tells(words):
        return ""
    for size in range(len(secret) - 1, least - 1, -1):
        last, first = secret[-size:], secret[:size]
        if words.startswith(last) and tells(last):
            words = words[size:]
        if words.endswith(first) and tells(first):
            words = words[:-size]
    return words


def hidden(body: str, known: Mapping[str, str]) -> str:
    """The text without what is known of people, however it was typed there: 阿依古丽•买买提, 張三, ８８号."""
    read = writing.as_read(body)
    for each in sorted(known, key=len, reverse=True):
        if each in body or writing.as_read(each) in read:
            body = writing.replaced(body, each, known[each])
            read = writing.as_read(body)
    return body


def known_names(names: Iterable[str]) -> dict[str, str]:
    """Each name and how it is shown; a name of one character would hide half the language.

    A name with dots is known by each of its parts too: 阿依古丽 alone is what its bearer is called.
    """
    known: dict[str, str] = {}
    for each in names:
        parts = each.translate(_PARTED).split() if any(dot in each for dot in writing.DOTS) else ()
        known |= {part: name(part) for part in (*parts, each) if len(part) > 1}
    return known


def text_of_row(body: str, people: str) -> str:
    """A text of a row of a list. people: as rows carry them, one a line, name, telephone and address with PARTED between."""
    read = writing.as_read(body)
    told = [fields for line in people.split("\n") if line and _may_tell(read, *(fields := line.split(PARTED)))]
    return text(body, known_of(Petitioner(name=name, phone=phone, address=address) for name, phone, address in told))


def _may_tell(read: str, name: str, phone: str, address: str) -> bool:
    """Whether something of the person can stand there. Rarely does: of a hundred thousand rows few are looked at further."""
    parted = any(dot in name for dot in writing.DOTS)
    ends = writing.as_read(name)[:2], writing.as_read(address)[-2:]
    return parted or any(end and end in read for end in ends) or (phone != "" and any(map(str.isdigit, read)))


def known_of(people: Iterable[Petitioner]) -> dict[str, str]:
    """Everything that identifies these people and how it is shown wherever it stands."""
    known: dict[str, str] = {}
    for person in people:
        known |= known_names((person.name, person.agent))
        known |= {each: _one_phone(each) for each in person.phone.split("、") if len(each) > _SHORT_PHONE}
        short = len(person.address) <= _ADDRESS_KEPT
        if not short or (len(person.address) >= _ADDRESS_TAIL and re.search(_HOUSE, person.address)):
            known[person.address] = address(person.address)
            # Texts leave county and town out: 住幸福路12号院.
            tail = re.split("省|市|县|区|镇|乡|街道|办事处", person.address)[-1]
            if len(tail) >= _ADDRESS_TAIL:
                known[tail] = "***"
    return known


def petitioner(person: Petitioner) -> Petitioner:
    """The person with every identifying field masked."""
    return person._replace(
        name=name(person.name),
        id_number=id_number(person.id_number),
        phone=phone(person.phone),
        address=address(person.address),
        agent=name(person.agent),
    )


def registration(paper: Registration, known: Mapping[str, str]) -> Registration:
    """The registration as it may be shown to anyone in the office."""
    return paper._replace(
        petitioners=tuple(petitioner(person) for person in paper.petitioners),
        title=text(paper.title, known),
        content=text(paper.content, known),
        demand=text(paper.demand, known),
        facts=text(paper.facts, known),
        reasons=text(paper.reasons, known),
        purpose=text(paper.purpose, known),
        respondent=text(paper.respondent, known),
        prior_process=text(paper.prior_process, known),
    )


def case(whole: Case) -> Case:
    """The case as it may be shown to anyone in the office: the paper, the reply, what is asked and answered one by one."""
    known = known_of(whole.people)
    return whole._replace(
        registration=registration(whole.registration, known),
        reply_text=text(whole.reply_text, known),
        demands=tuple(
            demand._replace(text=text(demand.text, known), answer=text(demand.answer, known))
            for demand in whole.demands
        ),
    )
