"""From the form to the registration: every field cleaned and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ...core import clean
from ...core.errors import BadInput
from ...core.named import People, each_named
from ...core.petition import Petitioner, Registration, check_headcount
from ...core.terms import Channel, PersonKind, Source
from ..clock import parse_day
from .form import Form

LINES = {
    "title": "标题",
    "from_unit": "来自单位",
    "source_number": "来文文号",
    "respondent": "被反映单位或人员",
    "respondent_unit": "被反映人所在单位",
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


def registration_of(form: Form, *, received_on: date, number: Callable[[str], str]) -> Registration:
    """The form's fields cleaned and checked one by one. number: turns a typed petition number into a full one."""
    values: dict[str, Any] = {
        name: clean.line(getattr(form, name), what=what) for name, what in LINES.items() if name != "from_unit"
    }
    values |= {name: clean.paragraph(getattr(form, name), what=what) for name, what in PARAGRAPHS.items()}
    people = _petitioners(form)
    return Registration(
        received_on=received_on,
        channel=Channel.parse(form.channel, what="信访渠道") if form.channel else _missing_channel(),
        petitioners=people.each,
        source=Source.parse(form.source, what="来源") if form.source else Source.DIRECT,
        source_unit=clean.line(form.from_unit, what="来自单位"),
        report_by=parse_day(form.report_by),
        anonymous=form.anonymous,
        address_unclear=form.address_unclear,
        confidential=form.confidential,
        headcount=people.headcount(form.headcount),
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


def _petitioners(form: Form) -> People:
    people: list[Petitioner] = []
    if form.name or form.id_number or form.phone or form.address:
        first = {"name": form.name, "id_number": form.id_number, "phone": form.phone, "address": form.address}
        people.append(petitioner_of({**first, "person": form.person}, accept_id=form.accept_id))
    for position, sent in enumerate(form.petitioners, start=1):
        if not isinstance(sent, dict) or not all(_fits(name, value) for name, value in sent.items()):
            raise BadInput(
                "E118", f"petitioners 第 {position} 项不对。", remedy="可用: " + "、".join(sorted(PERSON_FIELDS))
            )
        people.append(petitioner_of(sent, accept_id=form.accept_id))
    named = each_named(people)
    return named._replace(each=_with_representatives(list(named.each), form.representatives))


def _fits(name: str, value: object) -> bool:
    return name in PERSON_FIELDS and isinstance(value, bool if name == "representative" else str | None)


def petitioner_of(sent: Mapping[str, Any], *, accept_id: bool) -> Petitioner:
    """A petitioner with checked ID number (E106 unless accepted, then marked) and telephone (E108)."""
    typed_id = str(sent.get("id_number") or "")
    id_number, doubtful = checked_id(typed_id, accept=accept_id)
    person = str(sent.get("person") or "")
    return Petitioner(
        name=clean.name(str(sent.get("name") or ""), what="姓名"),
        kind=PersonKind.parse(person, what="信访人类型") if person else PersonKind.PERSON,
        id_number=id_number,
        id_doubtful=doubtful,
        phone=checked_phone(str(sent.get("phone") or "")),
        address=clean.line(str(sent.get("address") or ""), what="住址"),
        representative=bool(sent.get("representative")),
        agent=clean.name(str(sent.get("agent") or ""), what="代理人"),
    )


def checked_id(typed: str, *, accept: bool) -> tuple[str, bool]:
    """The ID number and whether it is doubtful. Raises BadInput E106 unless `accept`."""
    typed = clean.line(typed, what="证件号码")
    if not typed:
        return "", False
    from ...core import identity

    try:
        return identity.check_id(typed), False
    except BadInput:
        if accept:
            return typed.upper(), True
        raise


def checked_phone(typed: str) -> str:
    """The telephone number as it is kept. Raises BadInput E108 for what is none."""
    typed = clean.line(typed, what="联系电话")
    if not typed:
        return ""
    from ...core import identity

    return identity.check_phone(typed)


def checked_count(typed: str) -> int:
    """How many people, as typed at the terminal. Raises BadInput E108."""
    if not typed.isdecimal() or int(typed) < 1:
        raise BadInput("E108", f"“{typed}”不是人数。", remedy="写正整数")
    return check_headcount(int(typed), least=1, remedy="核对是不是填错了地方")


def _with_representatives(people: list[Petitioner], names: Sequence[str]) -> tuple[Petitioner, ...]:
    """Mark those named as representatives; one not yet among the petitioners joins them."""
    for typed in names:
        name = clean.name(typed, what="代表姓名", required=True)
        known = next((index for index, person in enumerate(people) if person.name == name), None)
        if known is None:
            people.append(Petitioner(name=name, representative=True))
        else:
            people[known] = people[known]._replace(representative=True)
    return tuple(people)
