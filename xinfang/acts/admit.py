"""Admit 准予查看: an officer who does not handle an accusation may see it all the same, or no longer (第三十条第三款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..rules.accused import met
from ..rules.articles import cite
from .guards import must_not_be_recused, must_not_reach_the_accused


class Admitted(NamedTuple):
    """officer: who may see it from now on. withdrawn: who no longer may, unless she handles it."""

    on: date
    officer: str
    reason: str
    withdrawn: bool = False


def readers(case: Case, *, registered_by: str, office: Office) -> tuple[str, ...]:
    """The officers who may see the petition: who took it down, who has it now, who was admitted; never the accused.

    Who handled it once and no longer does is not among them, nor who has recused herself or is of the unit accused.
    """
    paper = case.registration
    named = dict.fromkeys((case.officer, paper.first_officer, registered_by, *case.admitted))
    units = {officer.name: officer.unit for officer in office.officers}
    return tuple(name for name in named if name in units and not _barred(case, name, units[name], office))


def _barred(case: Case, name: str, unit: str, office: Office) -> bool:
    return name in case.recused or (case.restricted and met(case.registration, office, unit=unit, officer=name) != "")


def decide(
    case: Case,
    officer: str,
    *,
    reason: str,
    by: str,
    withdraw: bool = False,
    registered_by: str = "",
    office: Office,
    on: date,
) -> Admitted:
    """The fact. Only who may see the petition may admit; where nobody may, an officer of the office itself.

    by: the acting officer, registered_by: who took the petition down. Raises NotAllowed E321 for a petition that
    anyone may see, E318, E316 for the accused, E315; BadInput E104, E105.
    """
    if not (case.restricted or case.registration.confidential):
        raise NotAllowed(
            "E321",
            f"{case.number} 不是检举控告，信访人也没有要求保密，不必准予即可查看。",
            remedy=f"是检举控告的先甄别分类: xinfang classify {case.number} --category accusation",
        )
    if not reason:
        raise BadInput("E105", "要写明理由。", remedy="加 --reason 理由")
    may = readers(case, registered_by=registered_by, office=office)
    if by not in may and (may or not of_the_office_itself(case, by, office)):
        whom = "、".join(may) or "本机关自己的（没有下属单位的）经办人"
        raise NotAllowed(
            "E318",
            f"{by or '没有署名的人'}不能准予他人查看 {case.number}，只有可以查看的人员能够准予。",
            basis=cite("secrecy", case.registration.received_on),
            remedy=f"由{whom}办: xinfang admit {case.number} --officer {officer} --reason 理由 --by 姓名",
        )
    if withdraw:
        _must_be_admitted(case, officer)
        return Admitted(on, officer, reason, withdrawn=True)
    unit = next((each.unit for each in office.officers if each.name == officer), "")
    must_not_reach_the_accused(case, unit, office=office, officer=officer)
    must_not_be_recused(case, officer)
    if officer in may:
        raise NotAllowed(
            "E315", f"{officer}已经可以查看 {case.number}。", remedy=f"xinfang show {case.number} --restricted"
        )
    return Admitted(on, officer, reason)


def _must_be_admitted(case: Case, officer: str) -> None:
    """Only what was given can be taken back: who handles the petition or took it down sees it by her duties."""
    if officer not in case.admitted:
        raise BadInput(
            "E104",
            f"{officer}不是另行准予查看 {case.number} 的人员。",
            remedy=f"承办、登记的人员依职责查看；不宜由其办理的改派: xinfang assign {case.number} --unit 单位 --officer 姓名",
        )


def of_the_office_itself(case: Case, name: str, office: Office) -> bool:
    """An officer of no unit below it, to whom nothing forbids the petition."""
    own = any(each.name == name and each.unit in ("", office.name) for each in office.officers)
    return own and not _barred(case, name, "", office)


def apply(case: Case, fact: Admitted) -> Case:
    """With one more officer who may see it, or one fewer."""
    others = tuple(name for name in case.admitted if name != fact.officer)
    return case._replace(admitted=others if fact.withdrawn else (*others, fact.officer))
