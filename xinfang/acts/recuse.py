"""Recuse 回避: an officer with a direct interest in the matter or the petitioner does not handle it (第二十八条第三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.office import Office
from ..rules.articles import cite
from .guards import must_be_open, must_not_be_recused, must_not_reach_the_accused, not_before


class Recused(NamedTuple):
    """decided_by: who decided it. replaced_by: who handles it now, if that is settled."""

    on: date
    officer: str
    reason: str
    decided_by: str
    replaced_by: str = ""


def decide(
    case: Case,
    officer: str,
    *,
    reason: str = "",
    decided_by: str = "",
    replaced_by: str = "",
    office: Office,
    on: date,
) -> Recused:
    """The fact, in any state but an end. For the officer who handles the petition; before one is named, for any.

    第二十八条第三款 speaks of every 工作人员: nobody has first to be given a petition that is not his to handle.
    """
    must_be_open(case, on)
    not_before(case, on, "received")
    basis = cite("recusal", case.registration.received_on)
    if not officer:
        raise BadInput("E105", "要写明由谁回避。", basis=basis, remedy="加 --officer 姓名")
    must_not_be_recused(case, officer)
    if case.officer and officer != case.officer:
        raise BadInput(
            "E104",
            f"{officer}不是 {case.number} 的经办人（经办人是{case.officer}）。",
            basis=basis,
            remedy=f"改正 --officer；经办人已换的先 xinfang assign {case.number} --unit {case.unit} --officer 姓名",
        )
    if not reason:
        raise BadInput("E105", "回避要写明与信访事项或者信访人的直接利害关系。", basis=basis, remedy="加 --reason 理由")
    if not decided_by:
        raise BadInput("E105", "要写明由谁决定回避。", basis=basis, remedy="加 --decided-by 姓名或者机构")
    if replaced_by == officer:
        raise BadInput("E104", f"{officer}要回避，不能由本人接办。", basis=basis, remedy="改正 --replaced-by")
    must_not_be_recused(case, replaced_by)
    must_not_reach_the_accused(case, office=office, officer=replaced_by)
    return Recused(on, officer, reason, decided_by, replaced_by)


def apply(case: Case, fact: Recused) -> Case:
    """Handled by the other officer, or by nobody until one is named."""
    event = Event("recused", fact.on, about=fact.reason, value=fact.officer)
    officer = fact.replaced_by if case.officer in ("", fact.officer) else case.officer
    return case.after(event, officer=officer, recused=(*case.recused, fact.officer))
