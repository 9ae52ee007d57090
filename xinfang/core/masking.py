"""Personal data as shown unless asked for: 张*, 4101**********123X, 138****8000 (个人信息保护法)."""

from __future__ import annotations

import re

from .petition import Petitioner, Registration

_ID_IN_TEXT = r"(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?!\d)"
_MOBILE_IN_TEXT = r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)"
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
_ADDRESS_KEPT = 6


def name(text: str) -> str:
    """张三 → 张*; 欧阳娜娜 → 欧阳**; a body's long name keeps its first four characters."""
    if not text:
        return ""
    kept = 4 if len(text) > 6 else 2 if text[:2] in _SURNAMES_OF_TWO and len(text) > 2 else 1
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
    """The place down to about the county; the rest is hidden."""
    return text if len(text) <= 2 else text[: _ADDRESS_KEPT if len(text) > _ADDRESS_KEPT else 2] + "***"


def text(body: str, *names: str) -> str:
    """ID and mobile numbers inside running text, and the names given: 张三反映… is a title like any other."""
    for each in names:
        if len(each) > 1:
            body = body.replace(each, name(each))
    # Most texts hold no such number: they are passed without compiling the patterns.
    if sum(map(str.isdigit, body)) < _SHORTEST:
        return body
    return re.sub(_MOBILE_IN_TEXT, r"\1****\2", re.sub(_ID_IN_TEXT, r"\1**********\2", body))


def petitioner(person: Petitioner) -> Petitioner:
    """The person with every identifying field masked."""
    return person._replace(
        name=name(person.name),
        id_number=id_number(person.id_number),
        phone=phone(person.phone),
        address=address(person.address),
        agent=name(person.agent),
    )


def registration(paper: Registration) -> Registration:
    """The registration as it may be shown to anyone in the office."""
    names = names_in(paper)
    return paper._replace(
        petitioners=tuple(petitioner(person) for person in paper.petitioners),
        title=text(paper.title, *names),
        content=text(paper.content, *names),
        demand=text(paper.demand, *names),
        facts=text(paper.facts, *names),
        reasons=text(paper.reasons, *names),
        purpose=text(paper.purpose, *names),
        respondent=text(paper.respondent, *names),
        prior_process=text(paper.prior_process, *names),
    )


def names_in(paper: Registration) -> tuple[str, ...]:
    """The names to be hidden wherever they stand."""
    return tuple(each for person in paper.petitioners for each in (person.name, person.agent) if each)
