"""Register 登记: every petition that reaches the office, whether or not it is the office's to handle (第二十二、二十三条)."""

from datetime import date
from typing import NamedTuple

from ..core import links
from ..core.case import Case, Event
from ..core.errors import BadInput
from ..core.petition import Registration
from ..core.terms import Kind, Source
from ..rules.articles import cite

REPRESENTATIVES_AT_MOST = 5
PEOPLE_AT_MOST = 10_000_000
"""More than there are: a slip of the finger, such as a telephone number in the wrong field."""


class Registered(NamedTuple):
    """on: the day it was taken down. kind: what sort of office took it down, which decides its duties."""

    on: date
    kind: Kind
    registration: Registration


def decide(registration: Registration, *, kind: Kind, on: date) -> Registered:
    """The fact, or BadInput naming the field and the article."""
    _who(registration)
    for value, what, option in (
        (registration.title, "标题", "--title"),
        (registration.content, "内容", "--content 或 --content-file"),
    ):
        if not value:
            raise BadInput(
                "E105",
                f"{what}没有填。",
                basis=cite("contents", registration.received_on),
                remedy=f"加 {option}",
            )
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


def _who(registration: Registration) -> None:
    people = registration.petitioners
    if not registration.anonymous:
        if not people or not people[0].name:
            raise BadInput(
                "E105",
                "信访人姓名（名称）没有填。",
                basis=cite("contents", registration.received_on),
                remedy="加 --name 姓名；匿名的加 --anonymous",
            )
        if not people[0].address and not registration.address_unclear:
            raise BadInput(
                "E105",
                "信访人住址没有填。",
                basis=cite("contents", registration.received_on),
                remedy="加 --address 住址；住址不清的加 --address-unclear（依法不必告知）",
            )
    representatives = sum(person.representative for person in people)
    if representatives > REPRESENTATIVES_AT_MOST:
        raise BadInput(
            "E109",
            f"代表有 {representatives} 人，不得超过 {REPRESENTATIVES_AT_MOST} 人。",
            basis=cite("representatives", registration.received_on),
            remedy="请来访人推选不超过5名代表，其余人记入 --headcount",
        )
    if registration.headcount < max(1, len(people)):
        raise BadInput(
            "E108", f"信访人数 {registration.headcount} 少于已写明的 {len(people)} 人。", remedy="改正 --headcount"
        )
    for count, option in ((registration.headcount, "--headcount"), (registration.involved_count, "--involved")):
        if count is not None and not 0 <= count <= PEOPLE_AT_MOST:
            raise BadInput("E108", f"人数 {count} 不在 0 至 {PEOPLE_AT_MOST} 之间。", remedy=f"改正 {option}")


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
