"""Sponsor 领导包案: a leader takes a hard petition into his own care, meets the petitioner, reports (第十八条第二款)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import BadInput, NotAllowed
from ..core.oversight import SponsorStep
from ..rules.articles import cite
from .guards import must_stand, not_before


class Sponsored(NamedTuple):
    """leader, post: who, from the day of the first step on. text: what a visit or the result was."""

    on: date
    sponsorship: SponsorStep = SponsorStep.BEGUN
    leader: str = ""
    post: str = ""
    text: str = ""


def decide(
    case: Case,
    *,
    sponsorship: SponsorStep = SponsorStep.BEGUN,
    leader: str = "",
    post: str = "",
    text: str = "",
    on: date,
) -> Sponsored:
    """The fact, in any state of the petition. Another leader takes over from the first; visits and result are his."""
    must_stand(case, on)
    basis = cite("leader", case.registration.received_on)
    sponsor = sponsor_of(case)
    if sponsorship is SponsorStep.BEGUN:
        if not leader:
            raise BadInput("E105", "要写明包案领导。", basis=basis, remedy="加 --leader 姓名")
        if leader == sponsor:
            raise NotAllowed(
                "E315",
                f"{case.number} 已由{leader}包案（{case.last('sponsored')} 起）。",
                remedy=f"记约访: xinfang sponsor {case.number} --visit 情况；记结果: --result 结果",
            )
        not_before(case, on, "sponsored", "sponsor-visited", "sponsor-reported")
        return Sponsored(on, sponsorship, leader, post, text)
    if not sponsor:
        raise NotAllowed(
            "E301",
            f"{case.number} 还没有领导包案。",
            basis=basis,
            remedy=f"xinfang sponsor {case.number} --leader 姓名 --post 职务",
        )
    not_before(case, on, "sponsored")
    if not text:
        raise BadInput("E105", f"{sponsorship.label}的情况没有填。", basis=basis, remedy="写明情况")
    return Sponsored(on, sponsorship, leader or sponsor, "", text)


def sponsor_of(case: Case) -> str:
    """The leader who has it in his care now; nobody: the empty word."""
    return case.last_value("sponsored")


def apply(case: Case, fact: Sponsored) -> Case:
    """The petition stays as it is."""
    if fact.sponsorship is SponsorStep.VISITED:
        return case.after(Event("sponsor-visited", fact.on, about=fact.text, value=fact.leader))
    if fact.sponsorship is SponsorStep.REPORTED:
        return case.after(Event("sponsor-reported", fact.on, about=fact.text, value=fact.leader))
    return case.after(Event("sponsored", fact.on, about=fact.post, value=fact.leader))
