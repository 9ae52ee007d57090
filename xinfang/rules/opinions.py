"""Which petitions end with an opinion in writing 信访处理意见书 (第三十一条第（六）项)."""

from ..core.case import Case, Demand
from ..core.terms import Category
from .articles import knows

DUTY_ROUTE = 5
"""第三十一条第（五）项: a duty is asked for, which is done or answered by the law about it."""
PETITION_ROUTE = 6
"""第三十一条第（六）项: the only route that ends with an opinion."""

STANDING = ("settled", "mediation-failed", "reopened")
"""The last of these tells whether an agreement stands."""


def owes_an_opinion(case: Case) -> bool:
    """Whether the petition, or one of its demands, is an appeal on route 6.

    Before the routes came (2022) every petition that was accepted ended so, unless other law has its own procedure.
    """
    if knows("routes", case.registration.received_on):
        return any(map(on_petition_route, case.demands or (case,)))
    return case.last("accepted") is not None and case.route in (None, PETITION_ROUTE)


def decided_by_opinion(case: Case, demand: Demand) -> bool:
    """Whether that one of its demands is decided in an opinion, which is founded on law and may be reviewed."""
    if knows("routes", case.registration.received_on):
        return on_petition_route(demand)
    return demand.route in (None, PETITION_ROUTE)


def agreed_on(case: Case, demand: Demand) -> bool:
    """Whether an agreement that stands (第三十三条) decides that demand: it takes the place of an opinion, and of nothing else."""
    return _settled(case) and not demand.done and decided_by_opinion(case, demand)


def set_aside(case: Case) -> bool:
    """Whether the last opinion was set aside and none has been given since (第三十五、三十六条)."""
    last = case.last_event("replied", "remanded")
    return last is not None and last.name == "remanded"


def decided(case: Case) -> bool:
    """Whether an opinion that was not set aside, or an agreement that stands, decides the petition."""
    return _settled(case) or (case.last("replied") is not None and not set_aside(case))


def _settled(case: Case) -> bool:
    last = case.last_event(*STANDING)
    return last is not None and last.name == "settled"


def on_petition_route(asked: Case | Demand) -> bool:
    """Whether a petition, or one of its demands, is an appeal on route 6."""
    return asked.category is Category.APPEAL and asked.route == PETITION_ROUTE
