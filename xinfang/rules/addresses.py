"""Whether two addresses are one: many leave out province, county and town, and write 3组 for 三组."""

from __future__ import annotations

import re

from ..core.numerals import SIGNS, numeral, read_number

SHORTEST_ADDRESS = 2
DIVISIONS = ("省", "市", "县", "镇", "乡", "街道", "办事处")
NO_DISTRICT = "小社校园矿"
# 新乡市, 平乡县 and 东乡区 are no 乡, 景德镇市 is no 镇.
_DIVISION = rf"(.+?)(省|市|县|(?<![{NO_DISTRICT}])区|镇(?![市县区])|乡(?![市县区族])|街道办事处|街道|办事处)"
_LEVELS = {"乡": "镇", "街道办事处": "街道", "办事处": "街道"}
_NO_REAL_DISTRICT = tuple("治辖发新业范开园港税矿")
"""How 自治区, 市辖区, 开发区, 经开区, 高新区, 工业区, 示范区 end: they stand beside a district, not instead of one."""
_NUMERAL = f"[{SIGNS}]+"


def below_town(address: str) -> str:
    """What stands behind the last division; empty where that is too little to be a place.

    address: as names are compared. No pattern: to make one costs every register. A 小区 or 校区 is no division.
    """
    ends = [address.rfind(each) + len(each) for each in DIVISIONS if each in address]
    districts = [
        at + 1 for at, sign in enumerate(address) if sign == "区" and not address[:at].endswith(tuple(NO_DISTRICT))
    ]
    tail = address[max([*ends, *districts], default=0) :]
    return tail if len(tail) >= SHORTEST_ADDRESS else ""


def is_below_town(address: str) -> bool:
    """Whether it is a place, and not only the town or the county: there thousands have a similar name."""
    return below_town(address) != ""


def in_figures(address: str) -> str:
    """With figures for its Chinese numerals.

    >>> in_figures("东关村三组"), in_figures("幸福路十二号")
    ('东关村3组', '幸福路12号')
    """
    if not any(sign in SIGNS for sign in address):
        return address
    return re.sub(_NUMERAL, _figures, address)


def in_numerals(address: str) -> str:
    """With Chinese numerals for its figures up to 99: nobody writes out the number of a flat.

    >>> in_numerals("东关村3组"), in_numerals("幸福路12号")
    ('东关村三组', '幸福路十二号')
    """
    if not any(sign.isdigit() for sign in address):
        return address
    return re.sub(r"(?<![0-9])[1-9][0-9]?(?![0-9])", lambda found: numeral(int(found[0])), address)


def contradict(address: str, other: str) -> bool:
    """Whether the two name different divisions of one level, so that what is alike below them is another place.

    >>> contradict("东山乡新村1组", "西山乡新村1组"), contradict("某县东山乡新村1组", "东山乡新村1组")
    (True, False)
    """
    if address.endswith(other) or other.endswith(address):
        return False
    ours, theirs = _divisions(address), _divisions(other)
    return any(not _may_be_one(ours[level], theirs[level]) for level in ours.keys() & theirs.keys())


def _divisions(address: str) -> dict[str, list[str]]:
    head = address.removesuffix(below_town(address))
    found: dict[str, list[str]] = {}
    for name, mark in re.findall(_DIVISION, head):
        if mark != "区" or not name.endswith(_NO_REAL_DISTRICT):
            found.setdefault(_LEVELS.get(mark, mark), []).append(name)
    return found


def _may_be_one(names: list[str], others: list[str]) -> bool:
    return any(one.endswith(other) or other.endswith(one) for one in names for other in others)


def _figures(found: re.Match[str]) -> str:
    number = read_number(found[0])
    return found[0] if number is None else str(number)
