"""The register of one petition as people read it: a line for everything that was written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.case import Case, Demand
from ...core.links import Relation, standing
from ...core.petition import Petitioner, Registration
from ...core.terms import ROUTES, Outcome, classified, item
from ...rules.opinions import agreed_on, set_aside

DONE_WORDS = {
    "": "未答复",
    "diverted": "已导入法定程序",
    "told": "已答复",
    **{each.value: each.label for each in Outcome},
}
"""What became of one of several demands, by its outcome."""
AFTERWARDS = frozenset({"settled", "carried-out", "review-asked", "recheck-asked", "resolved", "withdrawn"})
"""Events of which reports/case/later_lines.py tells; imported only then."""


def register_lines(case: Case, readers: Sequence[str], sorts: Sequence[str]) -> list[str]:
    """`现状: …` and so on, without what is empty. case: masked or not, as it is to be shown.

    readers: who may see it, where not everybody may. sorts: 初访、集体访 and so on.
    """
    paper = case.registration
    rows = (
        ("现状", f"{case.state.label}（{case.state_since} 起）  {case.unit} {case.officer}".rstrip()),
        ("收到", f"{paper.received_on} {paper.channel.label}，{_source(paper)}；登记 {case.registered_on}"),
        ("首接", f"{paper.first_unit} {paper.first_officer}".strip()),
        ("首办", case.first_handler),
        ("信访人", "；".join(map(_person, paper.petitioners)) or "（匿名）"),
        ("人数", _people(paper)),
        ("性质", "、".join(sorts)),
        ("分类", "，".join(_kinds(case))),
        ("协办", "、".join(case.co_units)),
        ("被反映", "，".join(each for each in dict.fromkeys((paper.respondent, paper.respondent_unit)) if each)),
        ("标记", "、".join(case.marks)),
        ("限知", f"{'、'.join(readers)}可以查看" if readers else "还没有可以查看的经办人" if case.restricted else ""),
        ("关联", "，".join(_links(case, paper))),
        ("问题", "，".join(_circumstances(paper))),
        ("目的", paper.purpose),
        ("请求", paper.demand),
        ("事实", paper.facts),
        ("理由", paper.reasons),
        ("内容", paper.content),
        ("原答复（已不再有效）" if set_aside(case) else "答复", "" if case.demands else case.reply_text),
        *_afterwards(case),
    )
    lines = [f"{label}: {value}" for label, value in rows if value]
    return [*lines, *(f"诉求{demand.part}: {_demand(case, demand)}" for demand in case.demands)]


def _demand(case: Case, demand: Demand) -> str:
    """What is asked, of what sort it is, and what became of it."""
    became = "已达成协议" if agreed_on(case, demand) else DONE_WORDS[demand.outcome]
    answer = f"：{demand.answer}" if demand.answer else ""
    return f"{demand.text}（{classified(demand.category, demand.route)}）  {became}{answer}"


def _afterwards(case: Case) -> Iterator[tuple[str, str]]:
    """Agreement, review, recheck and the end, each as it last stood."""
    if not any(event.name in AFTERWARDS for event in case.events):
        return
    from .later_lines import later_lines

    yield from later_lines(case)


def _person(person: Petitioner) -> str:
    parts = (
        person.name + ("（代表）" if person.representative else ""),
        person.id_number + ("（校验不符，照录）" if person.id_doubtful else ""),
        person.phone,
        person.address,
        f"代理人 {person.agent}" if person.agent else "",
    )
    return "，".join(part for part in parts if part)


def _people(paper: Registration) -> str:
    involved = f"涉及 {paper.involved_count} 人" if paper.involved_count is not None else ""
    count = f"{paper.headcount}" if paper.headcount > 1 else ""
    return "，".join(part for part in (count, involved) if part)


def _source(paper: Registration) -> str:
    report = f"，要求 {paper.report_by} 前反馈" if paper.report_by else ""
    return " ".join(part for part in (paper.source.label, paper.source_unit, paper.source_number) if part) + report


def _kinds(case: Case) -> Iterator[str]:
    yield case.category.label if case.category else "未分类"
    if case.route:
        yield f"途径{item(case.route)}{ROUTES[case.route]}"
    yield from (part for part in (case.code, case.branch, case.track.label) if part)


def _links(case: Case, paper: Registration) -> Iterator[str]:
    numbers = (
        ("案件", paper.police_case),
        ("12345工单", paper.hotline_ticket),
        ("国家系统", paper.national_number),
        ("重复", case.repeat_of),
        ("相关", "、".join(standing(case.links, Relation.RELATED))),
        ("外部编号", paper.key),
    )
    return (f"{label} {value}" for label, value in numbers if value)


def _circumstances(paper: Registration) -> Iterator[str]:
    facts = (
        ("发生于", paper.occurred_on),
        ("属地", paper.region),
        ("有权处理机关", paper.competent_unit),
        ("已走程序", paper.prior_process),
    )
    return (f"{label} {value}" for label, value in facts if value)
