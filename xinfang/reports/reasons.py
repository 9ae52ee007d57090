"""Why 期限说明: every deadline of a petition, line by line, with its article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core.case import Case
from ..core.events import EVENTS
from ..core.table import Document, table_of
from ..core.terms import ROUTES, item
from ..rules.articles import cite, knows
from ..rules.calendar import Calendar
from ..rules.counting import roll
from ..rules.deadlines import Deadline, deadlines_of, exempted
from ..rules.explaining import explain
from ..rules.law import Law
from ..rules.rulebook import governing

SOURCE_WORDS = {
    "TEXT": "条文原文",
    "QUOTE": "二手引文，原文未见",
    "MEMORY": "凭记忆，须核",
    "CODE": "实务系统做法，非法律依据",
    "SEED": "实务材料，非法律依据",
}
BOUND_WORDS = {"office": "本机关", "unit": "承办单位", "petitioner": "信访人"}


def reasons(case: Case, law: Law, *, on: date) -> Document:
    """The explanation as lines for people and as JSON for scripts."""
    book = governing(case.kind, case.registration.received_on, law.own)
    calendar = law.calendar
    deadlines = deadlines_of(case, law)
    lines = list(_heading(case))
    if book is None:
        lines.append("收到日在 2005-05-01 以前，本工具没有收录当时的规定，不推算期限。")
    else:
        lines += [f"适用: {each.title}（自 {each.since} 起；{SOURCE_WORDS[each.source]}）" for each in book.instruments]
    for deadline in deadlines:
        lines += ["", *_explained(deadline, calendar, on=on)]
    for exemption in exempted(case, law.own):
        lines += [
            "",
            f"{exemption.limit.label}: 不适用。{exemption.reason}",
            f"  依据: {exemption.limit.instrument}{exemption.article}",
        ]
    if not deadlines and book is not None:
        lines += ["", "目前没有期限在计算。"]
    if case.route is not None and case.route != 6:
        lines += [
            "",
            f"途径{item(case.route)}{ROUTES[case.route]}: 按该程序自己的期限办，60日不适用（{_why_not(case)}）。",
        ]
    explained = [_data(deadline, calendar, on) for deadline in deadlines]
    return Document(
        title=f"{case.number} 的期限",
        data={"number": case.number, "as_of": on.isoformat(), "deadlines": explained},
        tables=(),
        lines=tuple(lines),
        for_machines=(table_of("deadlines", explained),),
    )


def _why_not(case: Case) -> str:
    """Why the 60 days do not bind a petition that belongs to another procedure."""
    received_on = case.registration.received_on
    limit = cite("reply-limit", received_on)
    return (
        f"{limit}只及{cite('opinion', received_on)}" if knows("routes", received_on) else f"{limit}：另有规定的从其规定"
    )


def _heading(case: Case) -> Iterator[str]:
    kind = case.category.label if case.category else "未分类"
    route = f"，途径{item(case.route)}" if case.route else ""
    yield f"{case.number}  {case.kind.label}，{case.registration.source.label}，{kind}{route}，{case.track.label}办理"


def _explained(deadline: Deadline, calendar: Calendar, *, on: date) -> Iterator[str]:
    limit = deadline.limit
    yield f"{deadline.label}（{BOUND_WORDS[limit.binds]}）  {_standing(deadline, on)}"
    yield f"  依据: {limit.basis}（{SOURCE_WORDS[limit.source]}）"
    start = next(name for name in limit.starts)
    yield f"  起算: {EVENTS.get(start, start)}之日 {deadline.started_on}"
    if limit.counts == "given":
        yield f"  指定: 至 {deadline.legal}（含当日）反馈（交办时载明的日期，不顺延）"
    elif deadline.counted is not None:
        yield from (f"  {line}" for line in explain(deadline.counted, calendar))
    if deadline.extensions or deadline.excluded_days:
        yield from _moved(deadline, calendar)
    if deadline.ended_on:
        word = EVENTS.get(deadline.ended_by, deadline.ended_by)
        yield f"  结束: {deadline.ended_on} {word}"


def _moved(deadline: Deadline, calendar: Calendar) -> Iterator[str]:
    limit = deadline.limit
    for event in deadline.extensions:
        article = limit.extension.article if limit.extension else ""
        yield f"  延期: {event.on} 延长 {event.days} 日，{event.about}（{limit.instrument}{article}）"
    if deadline.excluded_days and limit.exclusion:
        yield f"  扣除: {deadline.excluded_days} 日不计入（{limit.instrument}{limit.exclusion.article}）"
    if deadline.nominal:
        rolled, missing = roll(deadline.nominal, calendar)
        end = f"{rolled}" if rolled else f"未核（缺{missing}年节假日安排）"
        yield f"  自原期满日次日起算，期满日 {deadline.nominal}，法定届满日 {end}"


def _standing(deadline: Deadline, on: date) -> str:
    if deadline.limit.is_window:
        if deadline.ended_on is not None:
            return "已行使" if deadline.ended_by in deadline.limit.met_by else "已无须行使"
        if deadline.legal is None:
            return "届满日未核"
        return f"已于 {deadline.legal} 届满" if deadline.legal < on else f"可在 {deadline.legal}（含当日）以前行使"
    if deadline.ended_on is None:
        if deadline.legal is None:
            return "届满日未核"
        over = (on - deadline.legal).days
        return f"已超期 {over} 天" if over > 0 else f"还剩 {-over} 天（{deadline.legal} 届满）"
    if deadline.legal is not None and deadline.ended_on > deadline.legal:
        return f"超期 {(deadline.ended_on - deadline.legal).days} 天完成"
    return "按期完成" if deadline.ended_by in deadline.limit.met_by else "已终止"


def _data(deadline: Deadline, calendar: Calendar, on: date) -> dict[str, object]:
    return {
        "deadline": deadline.limit.name,
        "article": deadline.limit.basis,
        "source": deadline.limit.source,
        "binds": deadline.limit.binds,
        "started_on": deadline.started_on.isoformat(),
        "nominal_due": deadline.nominal.isoformat() if deadline.nominal else None,
        "legal_due": deadline.legal.isoformat() if deadline.legal else None,
        "ended_on": deadline.ended_on.isoformat() if deadline.ended_on else None,
        "overdue": deadline.overdue(on),
        "reasoning": list(_explained(deadline, calendar, on=on)),
    }
