"""What a list tells of a petition: its title and petitioner masked, or `※` where only those who handle it may see them.

Numbers, days, units and time limits stay in sight: a duty is owed on an accusation as on any other petition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core import masking
from ..core.backlog import StuckCase
from ..core.lookups import DeadlineRow, PetitionRow
from ..core.table import Column

if TYPE_CHECKING:
    from ..core.case import Case

SEALED = "※"
"""Stands for what is not shown of an accusation (第三十条第三款)."""
RESTRICTED = Column("restricted", "限知", machine_only=True)
MEANING = f"{SEALED} 限知: 检举控告，只有经办人和准予查看的人员可以看。"
TO_SEE = "看限知件: xinfang show 编号 --restricted --by 姓名。"
Row = PetitionRow | DeadlineRow | StuckCase


def title(row: Row, *, reveal: bool, opened: bool = False) -> str:
    """The title; `opened`: to somebody who may see the petition although it is restricted."""
    if is_sealed(row, opened=opened):
        return SEALED
    return row.title if _plain(row, reveal, opened) else masking.text_of_row(row.title, row.people)


def petitioner(row: Row, *, reveal: bool, opened: bool = False) -> str:
    """The first petitioner; one who wants no name to be known stays masked but for those who may see the petition."""
    if is_sealed(row, opened=opened):
        return SEALED
    return row.petitioner if _plain(row, reveal, opened) else masking.name(row.petitioner)


def sealed(case: Case) -> Case:
    """The case without what somebody wrote in the course of it: days, states and time limits are the same."""
    return case._replace(events=tuple(event._replace(about=SEALED if event.about else "") for event in case.events))


def is_sealed(row: Row, *, opened: bool = False) -> bool:
    """Whether title and petitioner are not shown at all."""
    return bool(row.restricted) and not opened


def meaning(rows: Sequence[Row]) -> tuple[str, ...]:
    """The sentence below a list in which something is not shown."""
    return (MEANING,) if any(map(is_sealed, rows)) else ()


def hints(rows: Sequence[Row]) -> tuple[str, ...]:
    """How to see it all the same."""
    return (TO_SEE,) if any(map(is_sealed, rows)) else ()


def _plain(row: Row, reveal: bool, opened: bool) -> bool:
    return reveal and (opened or not row.confidential)
