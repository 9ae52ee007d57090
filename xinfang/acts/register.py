"""Register 登记: every petition that reaches the office, whether or not it is the office's to handle (第二十二、二十三条)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..core import links
from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.petition import Registration, check_headcount
from ..core.terms import Kind, Source
from ..rules.articles import cite
from ..rules.law import NOTHING_SET, OwnRules

REPRESENTATIVES_AT_MOST = 5


class Registered(NamedTuple):
    """on: the day it was taken down. kind: what sort of office took it down, which decides its duties."""

    on: date
    kind: Kind
    registration: Registration


def decide(registration: Registration, *, kind: Kind, own: OwnRules = NOTHING_SET, on: date) -> Registered:
    """The fact, or BadInput naming the fields and the article. own: what the office has set about the law."""
    if missing := dict(_missing(registration)):
        raise BadInput(
            "E105",
            f"{'、'.join(missing)}没有填。",
            basis=cite("contents", registration.received_on),
            remedy="；".join(missing.values()),
        )
    _who(registration, own)
    if registration.received_on > on:
        raise BadInput(
            "E114", f"收到日 {registration.received_on} 在登记日 {on} 之后。", remedy="改正 --received 或 --on"
        )
    if registration.occurred_on and registration.occurred_on > registration.received_on:
        raise BadInput("E114", f"问题发生日 {registration.occurred_on} 在收到日之后。", remedy="改正 --occurred")
    _whence(registration)
    if registration.report_by and registration.report_by < registration.received_on:
        raise BadInput("E114", f"反馈期限 {registration.report_by} 在收到日之前。", remedy="改正 --report-by")
    return Registered(on, kind, registration)


def _missing(registration: Registration) -> Iterator[tuple[str, str]]:
    """What the law wants a registration to have and this one has not (第十九条第一款), each with its option."""
    first = next(iter(registration.petitioners), None)
    if not registration.anonymous:
        if not (first and first.name):
            yield "信访人姓名（名称）", "加 --name 姓名，匿名的加 --anonymous"
        if not (first and first.address) and not registration.address_unclear:
            yield "信访人住址", "加 --address 住址，住址不清的加 --address-unclear（依法不必告知）"
    if not registration.title:
        yield "标题", "加 --title 标题"
    if not registration.content:
        yield "内容", "加 --content 内容 或 --content-file 文件"


def _whence(registration: Registration) -> None:
    if registration.source is not Source.DIRECT and not registration.source_unit:
        raise BadInput("E105", "转送、交办来的信访件要写明来自哪个单位。", remedy="加 --from 单位名称")
    if registration.source is Source.DIRECT and registration.source_unit:
        raise BadInput(
            "E104",
            f"写了来自“{registration.source_unit}”，却没有写是转送还是交办。",
            remedy="加 --source forwarded（转送）或 --source assigned（交办）",
        )
    if registration.source is not Source.ASSIGNED and registration.report_by:
        raise BadInput(
            "E104",
            f"{registration.source.label}的信访件没有要求反馈的期限，交办的才有。",
            remedy="交办的写 --source assigned --from 单位；不是交办的去掉 --report-by",
        )


def _who(registration: Registration, own: OwnRules) -> None:
    people = registration.petitioners
    _representatives(registration, own)
    if registration.headcount < max(1, len(people)):
        raise BadInput(
            "E108", f"信访人数 {registration.headcount} 少于已写明的 {len(people)} 人。", remedy="改正 --headcount"
        )
    for count, option in ((registration.headcount, "--headcount"), (registration.involved_count, "--involved")):
        if count is not None:
            check_headcount(count, least=0, remedy=f"改正 {option}")


def _representatives(registration: Registration, own: OwnRules) -> None:
    """Raises BadInput E109 where a group sends more representatives than it may (第二十条第三款)."""
    count = sum(person.representative for person in registration.petitioners)
    if not count:
        return
    from ..rules.regional import representatives_at_most  # few petitions come from groups

    received_on = registration.received_on
    regional = representatives_at_most(own, received_on, registration.headcount)
    at_most, basis = regional or (REPRESENTATIVES_AT_MOST, cite("representatives", received_on))
    if count > at_most:
        raise BadInput(
            "E109",
            f"代表有 {count} 人，不得超过 {at_most} 人。",
            basis=basis,
            remedy=f"请来访人推选不超过{at_most}名代表，其余人记入 --headcount",
        )


def apply(number: str, fact: Registered) -> Case:
    """The case as it begins: with the unit that received it, its first receiver for ever."""
    registration = fact.registration
    return Case(
        number=number,
        kind=fact.kind,
        registration=registration,
        registered_on=fact.on,
        state_since=registration.received_on,
        unit=registration.first_unit,
        officer=registration.first_officer,
        links=links.registered(registration.repeat_of, registration.received_on),
        events=beginning(registration),
    )


def beginning(registration: Registration) -> tuple[Event, ...]:
    """The events that follow from the registration alone."""
    received = Event("received", registration.received_on, about=registration.channel.label)
    if registration.report_by is None:
        return (received,)
    return (received, Event("tasked", registration.received_on, until=registration.report_by))
