"""Registering: the form as typed → the petition, its number and what the office now owes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from ..acts.registry import module_of
from ..acts.replay import steps
from ..core import clean, identity
from ..core.codec import from_data, to_data
from ..core.entry import Entry
from ..core.errors import BadInput
from ..core.numbers import number_of
from ..core.petition import Petitioner, Registration
from ..core.terms import Channel, PersonKind, Source
from ..projections.case_rows import rows_of
from ..store import projected
from ..store.queries import petitions
from . import clock
from .acting import Done, parse_day, receipt_of
from .desk import Desk


@dataclass
class Form:
    """The register's fields as typed or as sent in JSON; every text still unchecked. Names are those of the JSON."""

    channel: str = ""
    title: str = ""
    content: str = ""
    name: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    person: str = ""
    petitioners: list[dict[str, Any]] = field(default_factory=list)
    """Further petitioners, each with name, id_number, phone, address, person, representative, agent."""
    representatives: list[str] = field(default_factory=list)
    received: str = ""
    source: str = ""
    from_unit: str = ""
    source_number: str = ""
    report_by: str = ""
    anonymous: bool = False
    address_unclear: bool = False
    confidential: bool = False
    headcount: int | None = None
    involved: int | None = None
    joint_letter: bool = False
    respondent: str = ""
    demand: str = ""
    facts: str = ""
    reasons: str = ""
    purpose: str = ""
    occurred: str = ""
    region: str = ""
    level_skipping: bool = False
    litigation: bool = False
    urgent: bool = False
    prior_process: str = ""
    competent_unit: str = ""
    repeat_of: str = ""
    police_case: str = ""
    hotline_ticket: str = ""
    national_number: str = ""
    key: str = ""
    accept_id: bool = False
    """Keep an ID number whose check digit is wrong, marked."""


LINES = {
    "title": "标题",
    "from_unit": "来自单位",
    "source_number": "来文文号",
    "respondent": "被反映单位或人员",
    "purpose": "信访目的",
    "region": "问题属地",
    "competent_unit": "有权处理机关",
    "police_case": "案件编号",
    "hotline_ticket": "12345工单号",
    "national_number": "国家系统编号",
    "key": "--key",
}
PARAGRAPHS = {"content": "内容", "demand": "请求", "facts": "事实", "reasons": "理由", "prior_process": "已走程序"}
PERSON_FIELDS = frozenset({"name", "id_number", "phone", "address", "person", "representative", "agent"})


def form_of_json(text: str) -> Form:
    """A form from a JSON object. Raises BadInput E118 naming the field that is unknown or of the wrong type."""
    try:
        sent = json.loads(text)
    except json.JSONDecodeError as fault:
        raise BadInput(
            "E118", f"不是 JSON: 第 {fault.lineno} 行第 {fault.colno} 列 {fault.msg}。", remedy="一件一个 JSON 对象"
        ) from fault
    if not isinstance(sent, dict):
        raise BadInput(
            "E118", "应当是一个 JSON 对象。", remedy='{"channel": "visit", "name": …, "title": …, "content": …}'
        )
    form = Form()
    for name, value in sent.items():
        _put(form, name, value)
    return form


def _put(form: Form, name: str, value: object) -> None:
    known = {each.name for each in fields(Form)}
    if name not in known:
        raise BadInput("E118", f"没有“{name}”这个字段。", remedy="可用: " + "、".join(sorted(known)))
    now = getattr(form, name)
    if value is None:
        return
    wanted = bool if isinstance(now, bool) else int if name in {"headcount", "involved"} else type(now)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        words = {bool: "true 或 false", int: "整数", str: "文字", list: "数组"}[wanted]
        raise BadInput("E118", f"字段“{name}”应当是{words}。", remedy="改正后重发；同一 --key 可以放心重发")
    setattr(form, name, value)


def register(desk: Desk, form: Form, *, on: str | None = None) -> Done:
    """Take a petition down: the next number of the year, the first receiver, the time limits that start.

    With a key that was used before for the same petition nothing is written and the same number comes back;
    for another one BadInput E110 is raised.
    """
    day = clock.day(on)
    registration = replace(
        registration_of(form, received_on=clock.day(form.received, default=day), number=desk.number),
        first_unit=desk.unit,
        first_officer=desk.officer,
    )
    if registration.source_unit:
        desk.office.unit(registration.source_unit)
    module = module_of("register")
    fact = module.decide(registration, kind=desk.office.kind, on=day)
    with desk.writing() as writer:
        earlier = petitions.number_by_key(desk.connection, registration.key) if registration.key else None
        if earlier:
            return _again(desk, earlier, registration)
        number = number_of(day.year, petitions.last_sequence(desk.connection, day.year) + 1)
        entry = writer.append(
            number,
            1,
            "register",
            on=fact.on,
            recorded_at=clock.now().isoformat(),
            by=desk.by,
            data=to_data(fact),
        )
        history = list(steps([entry]))
        projected.insert(desk.connection, [rows_of(history, desk.calendar)])
    return _done(desk, [entry], "登记")


def _again(desk: Desk, number: str, registration: Registration) -> Done:
    entries = desk.entries(number)
    first = from_data(Registration, entries[0].data["registration"])
    if _comparable(first) != _comparable(registration):
        raise BadInput(
            "E110",
            f"键“{registration.key}”已用于 {number}，但内容不同。",
            remedy="另一件信访件用另一个 --key；同一件要改的用 xinfang correct",
        )
    return _done(desk, entries, "此前已登记")


def _comparable(registration: Registration) -> Registration:
    """What the petition says, without who took it down and on which day the script ran."""
    return replace(registration, first_unit="", first_officer="", received_on=date.min)


def _done(desk: Desk, entries: list[Entry], what: str) -> Done:
    case = list(steps(entries))[-1][1]
    done = receipt_of(desk, case, entries[0], what)
    first = f"  首接: {case.registration.first_unit} {case.registration.first_officer}".rstrip()
    return replace(done, lines=(*done.lines, first))


def registration_of(form: Form, *, received_on: date, number: Any) -> Registration:
    """The form's fields cleaned and checked one by one. number: turns a typed petition number into a full one."""
    values: dict[str, Any] = {
        name: clean.line(getattr(form, name), what=what) for name, what in LINES.items() if name != "from_unit"
    }
    values |= {name: clean.paragraph(getattr(form, name), what=what) for name, what in PARAGRAPHS.items()}
    people = _petitioners(form)
    return Registration(
        received_on=received_on,
        channel=Channel.parse(form.channel, what="信访渠道") if form.channel else _missing_channel(),
        petitioners=people,
        source=Source.parse(form.source, what="来源") if form.source else Source.DIRECT,
        source_unit=clean.line(form.from_unit, what="来自单位"),
        report_by=parse_day(form.report_by),
        anonymous=form.anonymous,
        address_unclear=form.address_unclear,
        confidential=form.confidential,
        headcount=form.headcount if form.headcount is not None else max(1, len(people)),
        involved_count=form.involved,
        joint_letter=form.joint_letter,
        occurred_on=parse_day(form.occurred),
        level_skipping=form.level_skipping,
        litigation=form.litigation,
        urgent=form.urgent,
        repeat_of=number(form.repeat_of) if form.repeat_of else "",
        **values,
    )


def _missing_channel() -> Channel:
    choices = "、".join(f"{channel.value} {channel.label}" for channel in Channel)
    raise BadInput("E105", "信访渠道没有填。", basis="《信访工作条例》第十七条", remedy=f"加 --channel: {choices}")


def _petitioners(form: Form) -> tuple[Petitioner, ...]:
    people: list[Petitioner] = []
    if form.name or form.id_number or form.phone or form.address:
        first = {"name": form.name, "id_number": form.id_number, "phone": form.phone, "address": form.address}
        people.append(petitioner_of({**first, "person": form.person}, accept_id=form.accept_id))
    for position, sent in enumerate(form.petitioners, start=1):
        if not isinstance(sent, dict) or not set(sent) <= PERSON_FIELDS:
            raise BadInput(
                "E118", f"petitioners 第 {position} 项不对。", remedy="可用: " + "、".join(sorted(PERSON_FIELDS))
            )
        people.append(petitioner_of(sent, accept_id=form.accept_id))
    return _with_representatives(people, form.representatives)


def petitioner_of(sent: Mapping[str, Any], *, accept_id: bool = False) -> Petitioner:
    """A petitioner with checked ID number (E106 unless accepted, then marked) and tidied phone."""
    typed_id = str(sent.get("id_number") or "")
    id_number, doubtful = checked_id(typed_id, accept=accept_id)
    person = str(sent.get("person") or "")
    return Petitioner(
        name=clean.line(str(sent.get("name") or ""), what="姓名"),
        kind=PersonKind.parse(person, what="信访人类型") if person else PersonKind.PERSON,
        id_number=id_number,
        id_doubtful=doubtful,
        phone=identity.tidy_phone(clean.line(str(sent.get("phone") or ""), what="联系电话")),
        address=clean.line(str(sent.get("address") or ""), what="住址"),
        representative=bool(sent.get("representative")),
        agent=clean.line(str(sent.get("agent") or ""), what="代理人"),
    )


def checked_id(typed: str, *, accept: bool) -> tuple[str, bool]:
    """The ID number and whether it is doubtful. Raises BadInput E106 unless `accept`."""
    typed = clean.line(typed, what="证件号码")
    if not typed:
        return "", False
    try:
        return identity.check_id(typed), False
    except BadInput as fault:
        if accept:
            return typed.upper(), True
        raise BadInput(
            fault.code,
            fault.what,
            basis=fault.basis,
            remedy=f"{fault.remedy}；核对无误的加 --accept-id 照录并标明".lstrip("；"),
        ) from fault


def _with_representatives(people: list[Petitioner], names: list[str]) -> tuple[Petitioner, ...]:
    """Mark those named as representatives; one not yet among the petitioners joins them."""
    for typed in names:
        name = clean.line(typed, what="代表姓名", required=True)
        known = next((index for index, person in enumerate(people) if person.name == name), None)
        if known is None:
            people.append(Petitioner(name=name, representative=True))
        else:
            people[known] = replace(people[known], representative=True)
    return tuple(people)
