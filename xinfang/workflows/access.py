"""Who may see what: accusations only by those who handle them and those admitted (第三十条第三款).

An officer's name is only a name, no password: this keeps honest people from seeing what is none of their business and
writes down who looked. What keeps others from the file is the rights on the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..acts.admit import of_the_office_itself, readers
from ..acts.replay import case_of
from ..core.case import Case
from ..core.entry import Entry
from ..core.errors import NotAllowed
from ..rules.articles import cite
from . import clock
from .desk import Desk

if TYPE_CHECKING:
    from ..store.search import Hit

RESTRICTED = "--restricted"


def readers_of(desk: Desk, case: Case, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The officers who may see the petition; case: as it stands now."""
    return readers(case, registered_by=entries[0].by, office=desk.office)


def may_see(desk: Desk, case: Case, entries: Sequence[Entry]) -> bool:
    """Whether the acting officer is one of them; nobody is who gave no name."""
    return bool(desk.officer) and desk.officer in readers_of(desk, case, entries)


def visible(desk: Desk, hits: Iterator[Hit]) -> Iterator[Hit]:
    """Without the accusations that the acting officer may not see. Raises NotAllowed E318 when none is named."""
    must_be_named(desk)
    for hit in hits:
        if hit.restricted:
            entries = desk.entries(hit.number)
            if not may_see(desk, case_of(entries), entries):
                continue
        yield hit


def require(desk: Desk, case: Case, entries: Sequence[Entry], *, restricted: bool) -> bool:
    """Let pass what may be shown; True where it is a restricted petition, so that the look has to be written down.

    case: as it stands now, of whatever day it is to be shown. restricted: whether --restricted was given.
    Raises NotAllowed E317 without the option, E318 for who is not one of the readers or gave no name.
    """
    if not case.restricted:
        return False
    if not restricted:
        raise NotAllowed(
            "E317",
            f"{case.number} 是检举控告或者举报线索，只有经办人和准予查看的人员可以看。",
            basis=cite("secrecy", case.registration.received_on),
            remedy=f"可以查看的人员: xinfang show {case.number} {RESTRICTED} --by 姓名（会记入台账）；"
            f"只看期限: xinfang why {case.number}",
        )
    must_be_named(desk)
    if not may_see(desk, case, entries):
        basis = cite("secrecy", case.registration.received_on)
        raise _not_a_reader(desk, case, entries, f"可以查看 {case.number} ", basis=basis)
    return True


def look(desk: Desk, command: str, entries: Sequence[Entry], *, restricted: bool) -> bool:
    """As `require`, of a command that shows the petition: that it was looked at is written down on a restricted one."""
    case = case_of(entries)
    if not require(desk, case, entries, restricted=restricted):
        return False
    desk.record_look(f"{command} {RESTRICTED}", 1, number=case.number)
    return True


def require_reader(desk: Desk, case: Case, entries: Sequence[Entry]) -> None:
    """Raises NotAllowed E318 for who is not a reader and would make of an accusation what anyone may see."""
    if not may_see(desk, case, entries):
        raise NotAllowed(
            "E318",
            f"{case.number} 是限知件，办了这一步就谁都能看，只能由可以查看的人员办。",
            basis=cite("secrecy", case.registration.received_on),
            remedy=f"由{'、'.join(readers_of(desk, case, entries)) or '准予查看的人员'}办，加 --by 姓名",
        )


def require_giver(desk: Desk, case: Case, entries: Sequence[Entry], officer: str) -> None:
    """Raises NotAllowed E318 where giving the petition to `officer` would let her see it, and the one who gives it may not.

    Where nobody may see it any more, an officer of the office itself may give it to somebody, as he may admit.
    """
    readers = readers_of(desk, case, entries)
    if officer in readers or desk.officer in readers:
        return
    if not readers and of_the_office_itself(case, desk.officer, desk.office):
        return
    raise NotAllowed(
        "E318",
        f"{case.number} 是限知件，交给{officer}办理，{officer}就可以查看；只能由可以查看的人员交办。",
        basis=cite("secrecy", case.registration.received_on),
        remedy=f"由{'、'.join(readers) or '本机关自己的（没有下属单位的）经办人'}办，加 --by 姓名；只写 --unit、不写经办人的，谁都可以办",
    )


def must_be_named(desk: Desk) -> None:
    """Raises NotAllowed E318 where nobody is named who asks for accusations."""
    if not desk.officer:
        raise NotAllowed(
            "E318",
            "没有写明是谁在看，不能认作可以查看限知件的人员。",
            basis=cite("secrecy", clock.today()),
            remedy="加 --by 姓名，或设环境变量 XINFANG_OFFICER",
        )


def require_names(desk: Desk, case: Case, entries: Sequence[Entry]) -> None:
    """Raises NotAllowed E318 where the petitioner wants no name to be known and the acting officer is no reader."""
    if case.registration.confidential and not may_see(desk, case, entries):
        raise _not_a_reader(desk, case, entries, f"可以看 {case.number} 信访人姓名", basis="登记注明信访人要求保密")


def _not_a_reader(desk: Desk, case: Case, entries: Sequence[Entry], what: str, *, basis: str) -> NotAllowed:
    who = desk.officer or "没有署名的人"
    admitting = "、".join(readers_of(desk, case, entries)) or "本机关的经办人"
    return NotAllowed(
        "E318",
        f"{who}不在{what}的人员之列。",
        basis=basis,
        remedy=f"可以查看的人员加 --by 姓名；此外确需查看的，由{admitting}准予: "
        f"xinfang admit {case.number} --officer {desk.officer or '姓名'} --reason 理由 --by 姓名",
    )
