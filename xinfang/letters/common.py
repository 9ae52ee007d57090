"""The fields that every document may use: the office, the petition, its people, its demands."""

from __future__ import annotations

from ..core.case import Case
from ..core.numerals import numeral
from ..core.petition import Petitioner
from ..core.terms import ROUTES, Outcome, Source, item
from ..rules.articles import knows
from .material import Fields, Material, last_day
from .words import BLANK, day, joined, or_blank, sentence

APART = "\u3000"
"""Between numbers: after 、 no line is broken before a digit, and the number itself would be."""
ANONYMOUS = "信访人（匿名）"
OUTCOME_WORDS = {outcome.value: outcome.label for outcome in Outcome} | {"diverted": "导入法定程序"}


def common(m: Material) -> Fields:
    """Field → what it says, the same for every document of the petition."""
    case, paper = m.case, m.case.registration
    return {
        "标题": m.kind.label,
        "文号": or_blank(m.document),
        "单位": m.office_name,
        "日期": day(m.on),
        "编号": case.number,
        "查询码": or_blank(m.code),
        "联系方式": or_blank(m.office.setting("document-contact", on=m.today)),
        "信访人": petitioners(case),
        "收件人": petitioners(case),
        "证件号码": or_blank(joined((person.id_number for person in paper.petitioners), APART)),
        "联系电话": or_blank(joined((person.phone for person in paper.petitioners), APART)),
        "住址": or_blank(joined(person.address for person in paper.petitioners)),
        "代理人": or_blank(joined(person.agent for person in paper.petitioners)),
        "代表": or_blank(joined(person.name for person in paper.petitioners if person.representative)),
        "名单": people(case),
        "人数": str(paper.headcount),
        "信访形式": paper.channel.label,
        "来源": joined((paper.source.label, paper.source_unit), "，"),
        "来文单位": or_blank(paper.source_unit),
        "来文文号": or_blank(paper.source_number),
        "接收情况": came_in(m),
        "收到日期": day(paper.received_on),
        "登记日期": day(case.registered_on),
        "登记人": or_blank(next((entry.by for entry in m.entries if entry.act == "register"), "")),
        "首接单位": or_blank(paper.first_unit),
        "首接人": or_blank(paper.first_officer),
        "信访标题": paper.title,
        "内容": paper.content,
        "请求": paper.demand or paper.title,
        "事实": or_blank(paper.facts),
        "理由": or_blank(paper.reasons),
        "诉求": demands(case),
        "诉求列表": "\n".join(f"{each['号']}{each['内容']}" for each in demands(case)),
        "多项": len(case.demands) > 1,
        "被反映": or_blank(joined(dict.fromkeys((paper.respondent, paper.respondent_unit)), "，")),
        "属地": or_blank(paper.region),
        "有权处理机关": or_blank(paper.competent_unit),
        "发生日期": day(paper.occurred_on),
        "标记": or_blank(joined(_marks(case))),
        "已走程序": or_blank(paper.prior_process),
        "类别": or_blank(kind_words(case)),
        "内容分类": or_blank(joined((case.code, case.branch), "；")),
        "承办单位": or_blank(case.first_handler or case.unit),
        "经办人": or_blank(case.officer),
        "联系人": or_blank(m.entry.by if m.entry else ""),
        "上级机关": or_blank(m.office.setting("superior", on=m.on, default=m.office.superior)),
        "受理日期": day(case.last("accepted")),
        "办理期限": day(last_day(m.deadline("reply"))),
    }


def petitioners(case: Case) -> str:
    """张三; 张三等3人 where more came than are written down or more than one are."""
    people = case.registration.petitioners
    if case.registration.anonymous or not people or not any(person.name for person in people):
        return ANONYMOUS
    names = joined(_name(person) for person in people[:1])
    count = max(case.registration.headcount, len(people))
    return f"{names}等{count}人" if count > 1 else names


def _name(person: Petitioner) -> str:
    return person.name or BLANK


def people(case: Case) -> list[Fields]:
    """Each of several petitioners with what was written down of him; nothing where there is only one."""
    several = case.registration.petitioners if len(case.registration.petitioners) > 1 else ()
    return [
        {
            "序": str(place),
            "姓名": _name(person) + ("（代表）" if person.representative else ""),
            "证件号码": or_blank(person.id_number),
            "联系电话": or_blank(person.phone),
            "住址": or_blank(person.address),
        }
        for place, person in enumerate(several, start=1)
    ]


def demands(case: Case) -> list[Fields]:
    """Each demand with its answer, 序 一、二、三 and 号 （一）（二）（三）; where there is only one, without 号."""
    if not case.demands:
        paper = case.registration
        return [
            _demand(1, paper.demand or paper.title, kind_words(case), case.outcome, case.reply_text, case.reply_basis)
        ]
    return [
        _demand(
            place,
            each.text,
            joined((each.category.label if each.category else "", _route(each.route)), "，"),
            each.outcome,
            each.answer,
            each.basis,
        )
        | {"号": f"（{numeral(place)}）" if len(case.demands) > 1 else ""}
        for place, each in enumerate(case.demands, start=1)
    ]


def _demand(place: int, text: str, kind: str, outcome: str, answer: str, basis: str) -> Fields:
    return {
        "序": numeral(place),
        "号": "",
        "内容": text,
        "类别": or_blank(kind),
        "意见": or_blank(OUTCOME_WORDS.get(outcome, outcome)),
        "答复": sentence(answer),
        "依据": sentence(basis),
    }


def kind_words(case: Case) -> str:
    """申诉求决，第三十一条第（六）项; nothing while it is not classified."""
    return joined((case.category.label if case.category else "", _route(case.route)), "，")


def _route(route: int | None) -> str:
    return f"途径{item(route)}{ROUTES[route]}" if route else ""


def _marks(case: Case) -> list[str]:
    return [*case.marks, *([f"重复件（前件 {case.repeat_of}）"] if case.repeat_of else [])]


def came_in(m: Material) -> str:
    """How the petition reached the office, as a sentence begins that tells the petitioner of it."""
    paper = m.case.registration
    how = f"您以{paper.channel.label}形式提出的"
    if paper.source is Source.DIRECT:
        return f"{day(paper.received_on)}，本单位收到{how}信访事项"
    number = f"（{paper.source_number}）" if paper.source_number else ""
    return f"{day(paper.received_on)}，本单位收到{or_blank(paper.source_unit)}{paper.source.label}{number}的、{how}信访事项"


def has_routes(m: Material) -> bool:
    """Whether the instrument that governs the petition has the six routes of 第三十一条."""
    return knows("routes", m.case.registration.received_on)
