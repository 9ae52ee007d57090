"""Classify 甄别分类: into the three categories, an appeal into one of the six routes (第二十九至三十一条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case
from ..core.errors import BadInput, NotAllowed
from ..core.reclassified import reclassified
from ..core.terms import ROUTES, Category, Track
from ..rules.articles import cite, knows
from ..rules.law import Law
from ..rules.opinions import owes_an_opinion
from .guards import ANSWERED, must_be_open, not_before
from .leave_simple import off_the_simple
from .simple import may_be_simple, onto_the_simple


class Classified(NamedTuple):
    """code: content category (level1/level2/level3). branch: 警种, for police offices. kept: the track stays as it was."""

    on: date
    category: Category | None = None
    """None only where an imported ledger has a content category and nothing else."""
    route: int | None = None
    code: str = ""
    branch: str = ""
    track: Track = Track.ORDINARY
    kept: bool = False


def decide(
    case: Case,
    category: Category,
    *,
    route: int | None,
    code: str,
    branch: str,
    track: Track | None,
    law: Law,
    on: date,
) -> Classified:
    """The fact. An appeal needs its route where there are routes, the others have none. Of several demands it is the first that is meant.

    Once an opinion was given, only content, branch and track may still change.

    track: None: nothing is said of it; one that was chosen before holds.
    """
    must_be_open(case, on)
    not_before(case, on, "received")
    must_fit(case, category, route)
    _not_once_answered(case, category, route)
    if track is Track.SIMPLE and case.track is not Track.SIMPLE:
        may_be_simple(case, law, on=on)
    chosen = case.track is not Track.ORDINARY or any(map(case.last, ("track-changed", "simple-left")))
    kept = track is None and chosen
    return Classified(on, category, route, code, branch, track or Track.ORDINARY, kept)


def must_fit(case: Case, category: Category, route: int | None) -> None:
    """Raises BadInput E105 for an appeal without one of the six routes, E104 for a route of anything else.

    What came in before the routes may be an appeal on none of them.
    """
    unrouted = route is None and not knows("routes", case.registration.received_on)
    if category is Category.APPEAL and route not in ROUTES and not unrouted:
        routes = "；".join(f"{number} {words}" for number, words in ROUTES.items())
        raise BadInput(
            "E105",
            "申诉求决要写明办理途径 1 至 6。",
            basis=cite("routes", case.registration.received_on),
            remedy=f"加 --route 号数（{routes}）",
        )
    if category is not Category.APPEAL and route is not None:
        raise BadInput(
            "E104",
            f"{category.label}没有办理途径，只有申诉求决才有。",
            basis=cite("routes", case.registration.received_on),
            remedy="去掉 --route；确是申诉求决的写 --category appeal",
        )


def _not_once_answered(case: Case, category: Category, route: int | None) -> None:
    """Raises NotAllowed E321 where an opinion was given on it as what it is: review and recheck hang on that (第三十五条)."""
    if case.category is None or (category, route) == (case.category, case.route):
        return
    if case.state in ANSWERED and owes_an_opinion(case):
        raise NotAllowed(
            "E321",
            f"{case.number} 目前是“{case.state.label}”，已按{case.category.label}办理，不能再改类别、途径："
            "信访人申请复查、复核以此为准。",
            basis=cite("review", case.registration.received_on),
            remedy="只改内容分类、警种的，类别、途径照原样写；意见有误的，由复查、复核撤销或者责令重新办理；"
            f"答复、送达本身是误记的，先撤销: xinfang retract {case.number} --turn 序号 --reason 原因",
        )


def apply(case: Case, fact: Classified) -> Case:
    """The case with its classification; limits that depend on it start or fall away by themselves, but not those missed."""
    category = fact.category or case.category
    route = fact.route if fact.category else case.route
    demands = case.demands
    changed = reclassified(case, category, route, on=fact.on, part=demands[0].part if demands else 0)
    if demands:
        # Content, branch and track are the whole petition's; the category and route are those of the first demand.
        demands = (demands[0]._replace(category=category, route=route), *demands[1:])
    case = case._replace(
        category=category,
        route=route,
        demands=demands,
        code=fact.code or case.code,
        branch=fact.branch or case.branch,
        events=(*case.events, *changed),
    )
    if fact.kept or fact.track is case.track:
        return case
    if case.track is Track.SIMPLE:
        return off_the_simple(case, fact.track, on=fact.on)
    if fact.track is Track.SIMPLE and case.left_simple:
        return onto_the_simple(case, on=fact.on)
    return case._replace(track=fact.track)
