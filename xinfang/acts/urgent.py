"""Urgent 重大紧急: reports to the authorities on what may stir the public, first, further and final (第二十五条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.office import Office
from ..core.oversight import UrgentReport
from ..rules.articles import cite
from .guards import must_not_reach_the_accused, must_stand, not_before


class UrgentReported(NamedTuple):
    """bodies: whom it was reported to. known_on: the day the office learned of it, if before the report.

    happening: when it happens, as written. place: where. people: how many take part; 0: not said. asking: 请示事项.
    """

    on: date
    report: UrgentReport
    bodies: tuple[str, ...]
    facts: str
    measures: str = ""
    known_on: date | None = None
    document: str = ""
    happening: str = ""
    place: str = ""
    people: int = 0
    asking: str = ""


def decide(
    case: Case,
    *,
    report: UrgentReport,
    bodies: tuple[str, ...],
    facts: str,
    measures: str = "",
    known_on: date | None = None,
    document: str = "",
    happening: str = "",
    place: str = "",
    people: int = 0,
    asking: str = "",
    office: Office,
    on: date,
) -> UrgentReported:
    """The fact, in any state of the petition. The first report comes first; after the final one a new first may follow.

    The law says 及时 (2005: 立即) and no number of hours or days, so no time limit runs.
    """
    must_stand(case, on)
    not_before(case, on, "urgent-reported")
    basis = cite("urgent", case.registration.received_on)
    _must_be_its_turn(case, report, basis)
    for value, what, option in ((bodies, "向谁报告", "--to"), (facts, "情况", "--facts")):
        if not value:
            raise BadInput("E105", f"{what}没有填。", basis=basis, remedy=f"加 {option} …")
    if known_on is not None and known_on > on:
        raise BadInput("E114", f"知悉日 {known_on} 在报告日 {on} 之后。", remedy="改正 --known-on")
    must_not_reach_the_accused(case, *bodies, office=office)
    return UrgentReported(on, report, bodies, facts, measures, known_on, document, happening, place, people, asking)


def _must_be_its_turn(case: Case, report: UrgentReport, basis: str) -> None:
    """Refuses a second first report before the final one, and a further or final one without a first."""
    reported = _reported(case)
    if report is UrgentReport.FIRST and reported:
        raise NotAllowed(
            "E315",
            f"{case.number} 已于 {case.last('urgent-reported')} {reported.label}，还没有终报。",
            basis=basis,
            remedy=f"xinfang urgent {case.number} --report further …（续报）或 --report final …（终报）",
        )
    if report is not UrgentReport.FIRST and not reported:
        ended_on = case.last("urgent-reported")
        why = f"已于 {ended_on} 终报，又发生的要重新首报" if ended_on else "还没有首报"
        raise NotAllowed(
            "E301",
            f"{case.number} {why}，不能{report.label}。",
            basis=basis,
            remedy=f"xinfang urgent {case.number} --report first --to 报送机关 --facts 情况",
        )


def _reported(case: Case) -> UrgentReport | None:
    """The last report on what is still going on; None before the first and after the final one."""
    last = case.last_value("urgent-reported")
    return next((report for report in (UrgentReport.FIRST, UrgentReport.FURTHER) if report.value == last), None)


def apply(case: Case, fact: UrgentReported) -> Case:
    """The petition stays as it is, and counts as grave and urgent from now on (Case.urgent)."""
    return case.after(Event("urgent-reported", fact.on, about="、".join(fact.bodies), value=fact.report.value))
