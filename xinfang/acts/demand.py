"""Demand 诉求: one of several demands in one petition, classified, routed and answered by itself (第三十一条、第三十二条).

A petition speaks of one demand until a second is written down. All of them came in with the petition: time limits run
for each from the same days. What the petitioner asks for later is another petition.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Demand, Event
from ..core.errors import BadInput, NotAllowed
from ..core.reclassified import reclassified
from ..core.terms import Category
from ..rules.articles import cite, knows
from .classify import must_fit
from .guards import ANSWERED, must_be_open, must_not_be, not_before
from .parts import demand_of


class Demanded(NamedTuple):
    """part: its number; 1 is what the petition was classified by. text, category, route: as they are from now on."""

    on: date
    part: int
    text: str = ""
    category: Category | None = None
    route: int | None = None


def decide(
    case: Case, *, text: str = "", category: Category | None = None, route: int | None = None, part: int = 0, on: date
) -> Demanded:
    """The fact: a further demand, or with `part` one that is worded or classified anew. Not once all is answered."""
    must_be_open(case, on)
    must_not_be(
        case,
        ANSWERED,
        remedy=f"答复后另提的请求另行登记；答复有误: xinfang retract {case.number} --act reply --reason 原因",
    )
    not_before(case, on, "received", "reopened")
    if not case.demands and case.category is None and knows("categories", case.registration.received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类：原有的请求是诉求1，先写明它的类别和途径。",
            basis=cite("categories", case.registration.received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 6",
        )
    if part:
        return _changed(case, part, text, category, route, on)
    if not text:
        raise BadInput("E105", "要写明诉求的内容。", remedy=f"加 --text 内容；已有的诉求见 xinfang show {case.number}")
    # Until the categories came a demand was answered as what it was, without one.
    if route is not None or knows("categories", case.registration.received_on):
        category = _stated(case, category)
    if category is not None:
        must_fit(case, category, route)
    return Demanded(on, max((each.part for each in case.demands), default=1) + 1, text, category, route)


def _stated(case: Case, category: Category | None) -> Category:
    """The category. Raises BadInput E105 where there is none."""
    if category is None:
        raise BadInput(
            "E105",
            "要写明这一项诉求的类别。",
            basis=cite("categories", case.registration.received_on),
            remedy="加 --category suggestion、accusation 或者 appeal（appeal 再加 --route 1 至 6）",
        )
    return category


def _changed(case: Case, part: int, text: str, category: Category | None, route: int | None, on: date) -> Demanded:
    demand = demand_of(case, part)
    if demand.done:
        raise NotAllowed(
            "E315",
            f"诉求{part}已经办结，不能再改。",
            remedy=f"答复有误: xinfang show {case.number} 查序号，xinfang retract {case.number} --turn 序号 --reason 原因",
        )
    if route is not None and category is None:
        category = _stated(case, demand.category)
    if category is not None:
        must_fit(case, category, route)
    elif not text:
        raise BadInput(
            "E105", f"要写明诉求{part}改成什么。", remedy="加 --category 类别（--route 途径），或者 --text 内容"
        )
    return Demanded(on, part, text, category, route)


def apply(case: Case, fact: Demanded) -> Case:
    """With that demand; the first further one makes what was classified so far the first."""
    paper = case.registration
    demands = case.demands or (Demand(1, paper.demand or paper.title, case.category, case.route),)
    new = Demand(fact.part, fact.text, fact.category, fact.route)
    old = next((demand for demand in demands if demand.part == fact.part), None)
    if old is None:
        demands = (*demands, new)
        case = case.after(Event("demanded", fact.on, part=fact.part))
    else:
        if fact.category is None:
            new = new._replace(category=old.category, route=old.route)
        new = new._replace(text=fact.text or old.text, outcome=old.outcome, answer=old.answer, basis=old.basis)
        demands = tuple(new if demand is old else demand for demand in demands)
        changed = reclassified(old, new.category, new.route, on=fact.on, part=fact.part)
        case = case._replace(events=(*case.events, *changed))
    # What lists, limits and guards ask of the petition is what they would ask of its first demand.
    return case._replace(demands=demands, category=demands[0].category, route=demands[0].route)
