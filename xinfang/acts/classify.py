"""Classify 甄别分类: into the three categories, an appeal into one of the six routes (第二十九至三十一条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case
from ..core.errors import BadInput
from ..core.terms import ROUTES, Category, Track
from ..rules.articles import cite
from .guards import must_be_open, not_before


class Classified(NamedTuple):
    """code: content category (level1/level2/level3). branch: 警种, for police offices."""

    on: date
    category: Category | None = None
    """None only where an imported ledger has a content category and nothing else."""
    route: int | None = None
    code: str = ""
    branch: str = ""
    track: Track = Track.ORDINARY


def decide(
    case: Case, category: Category, *, route: int | None, code: str, branch: str, track: Track, on: date
) -> Classified:
    """The fact. An appeal needs its route, the others have none. Of several demands it is the first that is meant."""
    must_be_open(case, on)
    not_before(case, on, "received")
    must_fit(case, category, route)
    return Classified(on, category, route, code, branch, track)


def must_fit(case: Case, category: Category, route: int | None) -> None:
    """Raises BadInput E105 for an appeal without one of the six routes, E104 for a route of anything else."""
    if category is Category.APPEAL and route not in ROUTES:
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


def apply(case: Case, fact: Classified) -> Case:
    """The case with its classification; limits that depend on it start or fall away by themselves."""
    category = fact.category or case.category
    route = fact.route if fact.category else case.route
    demands = case.demands
    if demands:
        # Content, branch and track are the whole petition's; the category and route are those of the first demand.
        demands = (demands[0]._replace(category=category, route=route), *demands[1:])
    return case._replace(
        category=category,
        route=route,
        demands=demands,
        code=fact.code or case.code,
        branch=fact.branch or case.branch,
        track=fact.track,
    )
