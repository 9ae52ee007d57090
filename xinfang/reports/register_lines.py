"""The register of one petition as people read it: a line for everything that was written down."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.case import Case
from ..core.petition import Petitioner, Registration
from ..core.terms import ROUTES, item


def register_lines(case: Case, paper: Registration, reply: str) -> list[str]:
    """`现状: …` and so on, without what is empty. paper and reply: masked or not, as they are to be shown."""
    rows = (
        ("现状", f"{case.state.label}（{case.state_since} 起）  {case.unit} {case.officer}".rstrip()),
        ("收到", f"{paper.received_on} {paper.channel.label}，{_source(paper)}；登记 {case.registered_on}"),
        ("首接", f"{paper.first_unit} {paper.first_officer}".strip()),
        ("首办", case.first_handler),
        ("信访人", "；".join(map(_person, paper.petitioners)) or "（匿名）"),
        ("人数", _people(paper)),
        ("分类", "，".join(_kinds(case))),
        ("协办", "、".join(case.co_units)),
        ("被反映", paper.respondent),
        ("标记", "、".join(_flags(paper))),
        ("关联", "，".join(_links(paper))),
        ("问题", "，".join(_circumstances(paper))),
        ("目的", paper.purpose),
        ("请求", paper.demand),
        ("事实", paper.facts),
        ("理由", paper.reasons),
        ("内容", paper.content),
        ("答复", reply),
    )
    return [f"{label}: {value}" for label, value in rows if value]


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


def _flags(paper: Registration) -> list[str]:
    flags = (
        (paper.anonymous, "匿名"),
        (paper.address_unclear, "姓名住址不清"),
        (paper.confidential, "要求保密"),
        (paper.joint_letter, "联名"),
        (paper.level_skipping, "越级"),
        (paper.litigation, "涉法涉诉"),
        (paper.urgent, "重大紧急"),
    )
    return [label for given, label in flags if given]


def _links(paper: Registration) -> Iterator[str]:
    numbers = (
        ("案件", paper.police_case),
        ("12345工单", paper.hotline_ticket),
        ("国家系统", paper.national_number),
        ("重复件", paper.repeat_of),
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
