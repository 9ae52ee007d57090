"""Why 期限说明: every deadline of a petition, line by line, with its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...core.case import Case, Demand
from ...core.days import iso_or_none
from ...core.events import EVENTS
from ...core.table import Document, table_of
from ...core.terms import ROUTES, classified, item
from ...rules.articles import cite, knows
from ...rules.calendar import Calendar
from ...rules.deadline import PARTS, Deadline
from ...rules.deadlines import deadlines_of, exempted
from ...rules.explaining import explain
from ...rules.instrument import Instrument
from ...rules.law import Law
from ...rules.rulebook import governing
from ..source_words import SOURCE_WORDS

BOUND_WORDS = {"office": "本机关", "unit": "承办单位", "superior": "上一级机关", "petitioner": "信访人"}
GIVEN = {"supervision": ("答复", "督办时"), "carry-out": ("执行、履行", "意见书、协议书")}
"""What is to be done by a day that was given, and what names the day, by the duty; else an assigner wants a report."""


def reasons(case: Case, law: Law, *, on: date) -> Document:
    """The explanation as lines for people and as JSON for scripts."""
    book = governing(case.kind, case.registration.received_on, law.own)
    calendar = law.calendar
    deadlines = deadlines_of(case, law)
    lines = list(_heading(case))
    if book is None:
        lines.append("收到日在 2005-05-01 以前，本工具没有收录当时的规定，不推算期限。")
    else:
        lines += [f"适用: {each.title}（{_in_force(each, case, law)}）" for each in book.instruments]
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
    for asked in case.demands or (case,):
        if asked.route is not None and asked.route != 6:
            which = f"诉求{asked.part}，" if isinstance(asked, Demand) else ""
            lines += [
                "",
                f"{which}途径{item(asked.route)}{ROUTES[asked.route]}: 按该程序自己的期限办，60日不适用（{_why_not(case)}）。",
            ]
    explained = [_data(deadline, calendar, on) for deadline in deadlines]
    return Document(
        title=f"{case.number} 的期限",
        data={"number": case.number, "as_of": on.isoformat(), "deadlines": explained},
        tables=(),
        lines=tuple(lines),
        for_machines=(table_of("deadlines", explained),),
    )


def _in_force(instrument: Instrument, case: Case, law: Law) -> str:
    """Since when, and how sure; of a regional one since when the office applies it, and what to beware of."""
    profile = law.own.profile_on(case.registration.received_on)
    if instrument.year and profile:
        since = f"{instrument.year}年；本单位设定自 {profile.since} 起收到的件适用"
        return f"{since}；{SOURCE_WORDS[instrument.source]}，{instrument.note}"
    return f"自 {instrument.since} 起；{SOURCE_WORDS[instrument.source]}"


def _why_not(case: Case) -> str:
    """Why the 60 days do not bind a petition that belongs to another procedure."""
    received_on = case.registration.received_on
    limit = cite("reply-limit", received_on)
    return (
        f"{limit}只及{cite('opinion', received_on)}" if knows("routes", received_on) else f"{limit}：另有规定的从其规定"
    )


def _heading(case: Case) -> Iterator[str]:
    sorts = "；".join(map(_sort, case.demands or (case,)))
    yield f"{case.number}  {case.kind.label}，{case.registration.source.label}，{sorts}，{case.track.label}办理"


def _sort(asked: Case | Demand) -> str:
    """How the petition, or one of its demands, is classified."""
    which = f"诉求{asked.part} " if isinstance(asked, Demand) else ""
    return f"{which}{classified(asked.category, asked.route)}"


def _explained(deadline: Deadline, calendar: Calendar, *, on: date) -> Iterator[str]:
    limit = deadline.limit
    bound = "" if limit.duty in PARTS else f"（{deadline.whom or BOUND_WORDS[limit.binds]}）"
    yield f"{deadline.label}{bound}  {_standing(deadline, on)}"
    yield f"  依据: {limit.basis}（{SOURCE_WORDS[limit.instead.source if limit.instead else limit.source]}）"
    if limit.instead:
        since = f"自 {limit.own_since} 起收到的件适用（规则书为{limit.instead.length}）"
        yield f"  天数: {limit.length}，本单位设定，{since}"
    start = next(name for name in limit.starts)
    yield f"  起算: {_word(start)}之日 {deadline.started_on}"
    if limit.counts == "given":
        asked, when = GIVEN.get(limit.duty, ("反馈", "交办时"))
        yield f"  指定: 至 {deadline.legal}（含当日）{asked}（{when}载明的日期，不顺延）"
    elif deadline.counted is not None:
        yield from (f"  {line}" for line in explain(deadline.counted, calendar))
    if deadline.extensions or deadline.excluded or deadline.held_since:
        yield from _moved(deadline)
    if deadline.ended_on:
        yield f"  结束: {deadline.ended_on} {_word(deadline.ended_by)}"


def _word(event: str) -> str:
    """The word of an event, or of a step of the police's own procedures."""
    if event in EVENTS:
        return EVENTS[event]
    from ...core.police_steps import word

    return word(event)


def _moved(deadline: Deadline) -> Iterator[str]:
    limit = deadline.limit
    for event in deadline.extensions:
        basis = limit.extension_basis if limit.extension else limit.instrument
        about = f"，{event.about}" if event.about else ""
        yield f"  延期: {event.on} 延长 {event.days} 日{about}（{basis}）"
    if deadline.excluded and limit.exclusion:
        yield f"  扣除: 听证 {_stretches(deadline.excluded)}，共 {len(deadline.excluded)} 日（起止两日都算）"
        yield f"  {limit.instrument}{limit.exclusion.article}: 听证所需时间不计算在期限内，期满日顺推同样日数，再看是否逢休假日"
    if deadline.held_since and limit.exclusion:
        basis = f"{limit.instrument}{limit.exclusion.article}"
        yield f"  停算: {deadline.held_since} 起听证，还没有结束；所需时间不计算在期限内（{basis}），结束后再推算届满日"
    if deadline.nominal:
        end = f"{deadline.legal}" if deadline.legal else f"未核（缺{deadline.missing_year}年节假日安排）"
        since = "自原期满日次日起算，" if deadline.extensions else ""
        yield f"  {since}期满日 {deadline.nominal}，法定届满日 {end}"


def _stretches(days: Sequence[date]) -> str:
    """2025-06-16 至 2025-06-18、2025-06-30: days in order, those that follow each other together."""
    found: list[list[date]] = []
    for day in days:
        if found and day - found[-1][-1] == timedelta(days=1):
            found[-1].append(day)
        else:
            found.append([day])
    return "、".join(f"{each[0]} 至 {each[-1]}" if len(each) > 1 else f"{each[0]}" for each in found)


def _standing(deadline: Deadline, on: date) -> str:
    """How it stands at the end of that day, in words."""
    if deadline.limit.is_window:
        return _of_a_window(deadline, on)
    return _of_a_duty_owed(deadline, on) if deadline.ended_on is None else _of_a_duty_done(deadline, deadline.ended_on)


def _of_a_window(deadline: Deadline, on: date) -> str:
    if deadline.ended_on is not None:
        return "已行使" if deadline.ended_by in deadline.limit.met_by else "已无须行使"
    if deadline.legal is None:
        return "届满日未核"
    return f"已于 {deadline.legal} 届满" if deadline.legal < on else f"可在 {deadline.legal}（含当日）以前行使"


def _of_a_duty_owed(deadline: Deadline, on: date) -> str:
    if deadline.held_since:
        return "听证中，停算"
    if deadline.legal is None:
        return "届满日未核"
    over = (on - deadline.legal).days
    return f"已超期 {over} 天" if over > 0 else f"还剩 {-over} 天（{deadline.legal} 届满）"


def _of_a_duty_done(deadline: Deadline, ended_on: date) -> str:
    met = deadline.ended_by in deadline.limit.met_by
    if deadline.legal is not None and ended_on > deadline.legal:
        late = (ended_on - deadline.legal).days
        return f"超期 {late} 天完成" if met else f"超期 {late} 天后终止"
    return "按期完成" if met else "已终止"


def _data(deadline: Deadline, calendar: Calendar, on: date) -> dict[str, object]:
    return {
        "deadline": deadline.limit.name,
        "article": deadline.limit.basis,
        "source": deadline.limit.source,
        "binds": deadline.limit.binds,
        "started_on": deadline.started_on.isoformat(),
        "nominal_due": iso_or_none(deadline.nominal),
        "legal_due": iso_or_none(deadline.legal),
        "ended_on": iso_or_none(deadline.ended_on),
        "overdue": deadline.overdue(on),
        "reasoning": list(_explained(deadline, calendar, on=on)),
        "deadline_label": deadline.label,
    }
