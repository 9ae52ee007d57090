"""Divert 导入法定程序: the appeal goes the way another law has for it (第三十一条第（一）至（五）项).

The petition ends at this office; what that procedure then owes, and until when, follows from its own law. On route 5
(查处违法、履行职责) the law says 依法履行或者答复: an office that does its duty itself, or says why it does not, may as well
`reply --outcome answered`; `divert` is for the duty of another body, or for a procedure begun by it.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Demand, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Category, item
from ..rules.articles import cite, knows
from ..rules.opinions import PETITION_ROUTE
from .guards import ANSWERED, BEFORE_ENDING, must_be_open, must_not_be, not_before
from .parts import DIVERTED, done, ended, meant, must_not_be_agreed_on, open_beside_agreement

PROCEDURES: dict[int, tuple[str, ...]] = {
    1: ("诉讼", "审判机关复议", "检察机关刑事立案", "检察机关法律监督", "公安机关法律程序"),
    2: ("仲裁",),
    3: ("党员申诉", "申请复审"),
    4: ("行政复议", "行政裁决", "行政确认", "行政许可", "行政处罚"),
    5: ("查处违法行为", "履行保护人身权、财产权等职责"),
}
"""What the law names on each route; others may be written as they are called."""


class Diverted(NamedTuple):
    """route: 1 to 5. procedure: by its name. to: the body that has it. document: 告知书文号. demand: which of several; 0: the petition.

    told: the petitioner was told in writing the same day which procedure it is, and where (第二十三条). within: the time
    that procedure's own law gives him, in its words. reason: why it belongs there.
    """

    on: date
    route: int
    procedure: str
    to: str
    document: str = ""
    told: bool = True
    demand: int = 0
    within: str = ""
    reason: str = ""


def decide(
    case: Case,
    *,
    procedure: str = "",
    to: str = "",
    route: int | None = None,
    document: str = "",
    told: bool = True,
    demand: int = 0,
    within: str = "",
    reason: str = "",
    on: date,
) -> Diverted:
    """The fact. Only what is classified on a route from 1 to 5, before it is answered."""
    must_be_open(case, on)
    if not open_beside_agreement(case):
        must_not_be(case, ANSWERED, remedy=f"答复有误: xinfang retract {case.number} --act reply --reason 原因")
    not_before(case, on, *BEFORE_ENDING)
    received_on = case.registration.received_on
    if case.category is None and knows("categories", received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类。",
            basis=cite("categories", received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 4（按实际途径 1 至 5）",
        )
    which = meant(case, demand)
    must_not_be_agreed_on(case, which)
    by = _route(case, which, route)
    for value, what, remedy in (
        (procedure, "导入的是什么程序", f"加 --procedure {'、'.join(PROCEDURES[by])}（或者其他名称）"),
        (to, "由哪个机关、单位办理", "加 --to 机关、单位"),
    ):
        if not value:
            raise BadInput("E105", f"要写明{what}。", basis=cite("divert", received_on), remedy=remedy)
    part = which.part if which else 0
    return Diverted(on, by, procedure, to, document, told, part, within, reason)


def _route(case: Case, which: Demand | None, route: int | None) -> int:
    """The route it is classified on. Raises NotAllowed E321 where that is none of 1 to 5, or not the one typed."""
    asked = which or case
    name = f"{case.number} 的诉求{which.part}" if which else case.number
    again = f"xinfang demand {case.number} --part {which.part}" if which else f"xinfang classify {case.number}"
    basis = cite("divert", case.registration.received_on)
    if asked.category is not Category.APPEAL or asked.route is None:
        sort = asked.category.label if asked.category else "未分类"
        lack = f"是{sort}，导入法定程序的只有申诉求决类事项"
        if asked.category is Category.APPEAL:
            lack = "没有写明办理途径"  # an imported ledger may not know it
        raise NotAllowed(
            "E321",
            f"{name} {lack}。",
            basis=basis,
            remedy=f"确是申诉求决的: {again} --category appeal --route 4（按实际途径 1 至 5）",
        )
    if asked.route == PETITION_ROUTE:
        raise NotAllowed(
            "E321",
            f"{name} 属第三十一条第{item(PETITION_ROUTE)}项，由本机关出具信访处理意见书，不导入别的程序。",
            basis=basis,
            remedy=f"分类有误的: {again} --category appeal --route 4（按实际途径 1 至 5）",
        )
    if route not in (None, asked.route):
        raise NotAllowed(
            "E321",
            f"{name} 分类在第{item(asked.route)}项，不是 --route {route}。",
            basis=basis,
            remedy=f"去掉 --route；分类有误的: {again} --category appeal --route {route}",
        )
    return asked.route


def apply(case: Case, fact: Diverted) -> Case:
    """Ended at this office; of several demands, that one is done."""
    about = f"{fact.procedure}，{fact.to}"
    event = Event("diverted", fact.on, about=about, value=str(fact.route))
    told = [Event("informed", fact.on)] if fact.told else []
    demand = next((each for each in case.demands if each.part == fact.demand), None)
    if demand is not None:
        case = case.after(event._replace(part=demand.part))
        # With the last of them the petitioner has been told of the whole petition (第二十三条).
        return done(case, demand._replace(outcome=DIVERTED, answer=about), fact.on, ends=[*told, event])
    demands = tuple(each if each.done else each._replace(outcome=DIVERTED, answer=about) for each in case.demands)
    return ended(case._replace(demands=demands), [*told, event])
