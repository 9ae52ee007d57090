"""What the petitioner is told: received, passed on, not here, not accepted, diverted, extended."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.case import Case, Demand
from ..core.terms import ROUTES, Category, Kind, Source, item
from ..rules.opinions import DUTY_ROUTE, PETITION_ROUTE
from .common import has_routes
from .material import Fields, Material, last_day
from .words import day, or_blank, sentence


def receipt(m: Material) -> Fields:
    """登记回执: what the common fields say, the query code among them."""
    return {}


def register_form(m: Material) -> Fields:
    """登记表: the register as it was taken down."""
    return {"拟办意见": ""}


def notice(m: Material) -> Fields:
    """接收（受理）告知书 (第二十三条): received, how it will be handled, by whom, and until when."""
    case = m.case
    accepted_on = case.last("accepted")
    return {
        "处理途径和程序": "\n".join(_procedures(m)),
        "依据": _basis_of_telling(m),
        "已受理": bool(accepted_on),
        "期限说明": _limit_of_answer(m),
    }


def _basis_of_telling(m: Material) -> str:
    if m.case.kind is Kind.BUREAU:
        return m.cite("pass-on")
    return m.cite("tell" if m.case.registration.source is Source.DIRECT else "tell-forwarded")


def _procedures(m: Material) -> Iterator[str]:
    """One paragraph for all demands that go the same way."""
    demands = m.case.demands
    if len(demands) < 2:
        yield _procedure(m, m.case)
        return
    ways: dict[str, list[str]] = {}
    for demand in demands:
        ways.setdefault(_procedure(m, demand), []).append(f"“{demand.text}”")
    for way, texts in ways.items():
        yield f"关于{''.join(texts)}：{way}"


def _procedure(m: Material, asked: Case | Demand) -> str:
    """How it will be handled, by its category and route, in the law's own words."""
    if not has_routes(m):
        return "本单位将依照规定的程序听取陈述、调查核实，作出处理并书面答复您。"
    if asked.category is None:
        return f"本单位将对信访事项甄别分类，依照{m.cite('categories')}确定的途径和程序办理。"
    if asked.category is Category.SUGGESTION:
        return f"属于建议意见类事项。依照{m.cite('suggestions')}，有权处理的机关、单位将认真研究论证，对科学合理、具有现实可行性的，予以采纳或者部分采纳，并予以回复。"
    if asked.category is Category.ACCUSATION:
        return f"属于检举控告类事项。依照{m.cite('accusations')}，由纪检监察机关或者有权处理的机关、单位依规依纪依法接收、受理、办理和反馈。"
    route = asked.route or PETITION_ROUTE
    where = f"属于申诉求决类事项。依照{m.cite('routes')}第{item(route)}项，"
    if route == PETITION_ROUTE:
        return f"{where}有权处理的机关、单位将听取您陈述事实和理由，并调查核实，出具信访处理意见书；对重大、复杂、疑难的信访事项，可以举行听证。"
    if route == DUTY_ROUTE:
        return f"{where}属于申请{ROUTES[route]}的，将依法履行或者答复。"
    return f"{where}应当通过{ROUTES[route]}的途径解决，将导入相应程序处理。"


def _limit_of_answer(m: Material) -> str:
    """The 60 days, and until when they last; nothing while it is not accepted or where no days are set."""
    due = m.deadline("reply")
    days = due.limit.length if due else ""
    if due is None or not days:
        return ""
    text = f"应当自受理之日起{days}内办结，届满日为{day(last_day(due))}"
    more = due.limit.extension
    if more:
        text += f"；情况复杂的，经本单位负责人批准可以延长，延长期限不超过{more.at_most}日，并告知您延期理由"
    return f"{text}（{due.limit.basis}）。"


def transfer_notice(m: Material) -> Fields:
    """转送、交办告知书 (第二十三条第一款): where it went."""
    case = m.case
    given = "交办" if m.entry and m.entry.act == "assign" else "转送"
    name = "pass-on" if case.kind is Kind.BUREAU else "redirect"
    return {
        "依据": m.cite(name),
        "方式": given,
        "去向机关": or_blank(m.own.get("unit")),
        "转送日期": day(m.acted_on),
    }


def not_competent(m: Material) -> Fields:
    """不属职权范围告知书 (第二十三条第一款): why not here, and where."""
    return {
        "依据": m.cite("redirect"),
        "不属理由": sentence(m.own.get("reason")),
        "有权机关": or_blank(m.own.get("to")),
    }


def not_accepted(m: Material) -> Fields:
    """不予受理告知书 (第十九条第三款): the same matter is being handled, by whom and since when."""
    return {
        "依据": m.cite("in-progress"),
        "在办事项": or_blank(m.own.get("other")),
        "在办受理日期": day(m.own.get("dated")),
        "决定理由": sentence(m.own.get("reason")),
        "决定日期": day(m.acted_on),
    }


def no_longer_accepted(m: Material) -> Fields:
    """不再受理告知书 (第三十六条第三款): the recheck opinion that concluded it."""
    return not_accepted(m) | {
        "依据": m.cite("concluded"),
        "复核意见": or_blank(m.own.get("other")),
        "复核意见日期": day(m.own.get("dated")),
    }


def diversion(m: Material) -> Fields:
    """导入法定程序告知书 (第三十一条第一至五项): which procedure, of which body, within what time."""
    route = m.own.get("route") or m.case.route
    return {
        "依据": f"{m.cite('routes')}第{item(route)}项" if route else m.cite("divert"),
        "途径": or_blank(ROUTES.get(route) if route else ""),
        "应走程序": or_blank(m.own.get("procedure")),
        "管辖机关": or_blank(m.own.get("to")),
        "法定期限": or_blank(m.own.get("within")),
        "导入理由": sentence(m.own.get("reason")),
        "导入事项": or_blank(_demand_text(m)),
    }


def _demand_text(m: Material) -> str:
    part = m.own.get("demand") or 0
    return next((each.text for each in m.case.demands if each.part == part), m.case.registration.title)


def extension(m: Material) -> Fields:
    """延期审批表、延期告知书 (第三十四条): the first day the time is up, the new one, why, by whom approved, told when."""
    reply = m.deadline("reply")
    extended = reply is not None and bool(reply.extensions)
    before = reply.counted.nominal if reply and reply.counted else None
    told = m.own.get("told", True) if m.entry else False
    return {
        "依据": m.cite("reply-limit"),
        "原期限": day(before),
        "延期天数": or_blank(m.own.get("days")),
        "延至": day(last_day(reply) if extended else None),
        "延期理由": sentence(m.own.get("reason")),
        "批准人": or_blank(m.own.get("approver")),
        "批准日期": day(m.acted_on),
        "告知日期": day(m.entry.on if m.entry and told else None),
    }
