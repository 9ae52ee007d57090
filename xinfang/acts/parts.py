"""The demands of a petition, one by one: which is meant, what becomes of the whole when the last is done."""

from collections.abc import Iterable, Sequence
from datetime import date

from ..core.case import Case, Demand, Event
from ..core.errors import BadInput, NotAllowed, NotFound
from ..core.terms import Outcome, State
from ..rules.articles import cite
from ..rules.opinions import agreed_on

DIVERTED = "diverted"
"""Outcome of a demand that went into another procedure."""
TOLD = "told"
"""Outcome of a demand that was answered where no outcome was to be stated: an accusation."""
GRANTED = frozenset({Outcome.SUPPORT, Outcome.ADOPT})
IN_PART = frozenset({Outcome.PARTLY, Outcome.PARTLY_ADOPT})
SUGGESTED = frozenset({Outcome.ADOPT, Outcome.PARTLY_ADOPT, Outcome.NOT_ADOPT})


def open_beside_agreement(case: Case) -> bool:
    """Whether an agreement was made, and something stands open beside it: a suggestion, or what another procedure is for."""
    return case.state is State.SETTLED and any(
        not demand.done and not agreed_on(case, demand) for demand in case.demands
    )


def must_not_be_agreed_on(case: Case, demand: Demand | None) -> None:
    """Raises NotAllowed E301 where an agreement stands in the place of the answer."""
    if demand is not None and agreed_on(case, demand):
        raise NotAllowed(
            "E301",
            f"{case.number} 的诉求{demand.part}已于 {case.last('settled')} 达成协议，不再另行答复。",
            basis=cite("mediation", case.registration.received_on),
            remedy=broken_down(case),
        )


def broken_down(case: Case) -> str:
    """What to type where an agreement was not kept."""
    return f"协议没有履行、要接着办的: xinfang mediate {case.number} --result failed --text 原因"


def demand_of(case: Case, part: int) -> Demand:
    """The demand of that number. Raises NotFound E207 with those there are."""
    found = next((demand for demand in case.demands if demand.part == part), None)
    if found is None:
        known = "、".join(f"诉求{demand.part}" for demand in case.demands) or "只有登记的一项"
        raise NotFound(
            "E207",
            f"{case.number} 没有诉求{part}。",
            remedy=f"已有: {known}，见 xinfang show {case.number}；新的诉求: xinfang demand {case.number} --text 内容",
        )
    return found


def meant(case: Case, part: int) -> Demand | None:
    """The demand to be answered or diverted; None: the petition has but one, its own.

    part: 0 where none was named, which will do where only one is left. What was done may be done again only after the
    petition, all of whose demands were done, was taken up again. Raises BadInput E105, NotFound E207, NotAllowed E315.
    """
    if not case.demands:
        return None if part in (0, 1) else demand_of(case, part)
    left = [demand for demand in case.demands if not demand.done and not agreed_on(case, demand)]
    if not part and len(left) != 1:
        choices = [str(demand.part) for demand in left or case.demands]
        raise BadInput(
            "E105",
            f"{case.number} 有 {len(choices)} 项诉求要办，要写明是哪一项。",
            basis=cite("outcomes", case.registration.received_on),
            remedy=f"加 --demand {' 或 --demand '.join(choices)}；各是什么见 xinfang show {case.number}",
        )
    demand = demand_of(case, part) if part else left[0]
    if demand.done and left:
        raise NotAllowed(
            "E315",
            f"{case.number} 的诉求{demand.part}已经办结。",
            remedy=f"还有诉求{'、'.join(str(each.part) for each in left)}；办错了的: "
            f"xinfang show {case.number} 查序号，xinfang retract {case.number} --turn 序号 --reason 原因",
        )
    return demand


def done(case: Case, demand: Demand, on: date, *, ends: Sequence[Event] = ()) -> Case:
    """The case with that demand done; with the last of them the petition is answered, or ended if all were diverted.

    demand: as it is now. ends: what is said of the whole if it, and every other, was diverted.
    """
    demands = tuple(demand if each.part == demand.part else each for each in case.demands)
    case = case._replace(demands=demands)
    if not all(each.done for each in demands):
        return case
    if all(each.outcome == DIVERTED for each in demands):
        return ended(case, ends)
    outcome = whole(each.outcome for each in demands)
    return case.to(
        State.REPLIED,
        Event("replied", on, about=outcome.label if outcome else "", value=outcome.value if outcome else ""),
        outcome=outcome.value if outcome else "",
        reply_text="\n".join(f"诉求{each.part}：{each.answer}" for each in demands if each.answer),
        reply_basis="；".join(dict.fromkeys(each.basis for each in demands if each.basis)),
    )


def ended(case: Case, ends: Sequence[Event]) -> Case:
    """The case gone into another procedure; the last of these events says so."""
    *before, last = ends
    return case._replace(events=(*case.events, *before)).to(State.DIVERTED, last)


def whole(outcomes: Iterable[str]) -> Outcome | None:
    """What the answers to several demands come to: what they all say; else granted in part if anything was, or refused.

    What was diverted says nothing; that a duty was done says nothing beside a decision.

    >>> whole(["support", "refuse"]).value, whole(["explain", "refuse"]).value, whole(["support", "adopt"]).value
    ('partly', 'refuse', 'support')
    """
    outcomes = set(outcomes)
    said = {each for each in Outcome if each.value in outcomes}
    if len(said) > 1:
        said.discard(Outcome.ANSWERED)
    if len(said) < 2:
        return next(iter(said), None)
    suggestions = said <= SUGGESTED
    if said <= GRANTED:
        return Outcome.SUPPORT
    if said & (GRANTED | IN_PART):
        return Outcome.PARTLY_ADOPT if suggestions else Outcome.PARTLY
    return Outcome.REFUSE
