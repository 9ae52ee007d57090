"""Asking for a registration field by field, checking as it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import typer

from ..core import clean
from ..core.errors import BadInput, Problem
from ..core.named import People, each_named
from ..core.petition import Petitioner
from ..core.terms import Category, Channel, Source
from ..workflows import clock
from ..workflows.desk import Desk
from ..workflows.reception.checked_form import checked_count, checked_id, checked_phone
from ..workflows.reception.form import Form

ANONYMOUS = "匿名"
UNCLEAR = "不清"
YES, NO = "是", "否"
DIRECT = Source.DIRECT.value


def ask(desk: Desk) -> Form:
    """A form filled in by the clerk at the terminal; what is wrong is asked again at once.

    Raises NotFound E203 before the first question when nobody knows who is asking.
    """
    officer = desk.officer
    typer.echo(f"登记信访件（{desk.office.name}{officer and f'，{officer}'}）。直接回车用方括号里的值，Ctrl-C 放弃。")
    given: dict[str, Any] = {"channel": _choice("信访渠道", [(c.value, c.label) for c in Channel], Channel.VISIT.label)}
    given["received"] = _asked("收到日", str(clock.today()), clock.day)
    given |= _whence(desk, clock.day(given["received"]))
    name = _asked(f"姓名（名称；匿名的填“{ANONYMOUS}”）", "", lambda text: _people(text, required=True).headcount(None))
    given |= {"anonymous": True} if name == ANONYMOUS else {"name": name, **_person()}
    given["title"] = _asked("标题（一句话）", "", _line("标题", required=True))
    given["content"] = _asked("内容（请求、事实、理由）", "", _some_text)
    given["respondent"] = _asked("被反映的单位或人员（可不填）", "", _line("被反映"))
    # Asked here, so that it is closed from the first moment; whatever else it is, classify says later.
    accused = _asked("是不是检举、控告（是的只有经办人和准予查看的人员能看）", NO, _yes_or_no)
    given["category"] = Category.ACCUSATION.value if accused == YES else ""
    people = _people(given.get("name", ""))
    given["headcount"] = int(_asked("人数", str(people.fewest), lambda text: people.headcount(checked_count(text))))
    return Form(**given)


def _whence(desk: Desk, received: date) -> dict[str, Any]:
    """Who sent it, if anybody: asked early, for a unit that is not known has to be added first."""
    source = _choice("来源", [(s.value, s.label) for s in Source], Source.DIRECT.label)
    if source == DIRECT:
        return {"source": source}
    sent = {
        "source": source,
        "from_unit": _asked("哪个单位转送、交办", "", desk.office.unit),
        "source_number": _asked("来文文号（可不填）", "", _line("来文文号")),
    }
    if source == Source.ASSIGNED.value:
        sent["report_by"] = _asked("要求反馈的最后一天（可不填）", "", _report_day(received))
    return sent


def _report_day(received: date) -> Callable[[str], object]:
    def check(text: str) -> object:
        if text and clock.any_day(text) < received:
            raise BadInput("E114", f"反馈期限 {text} 在收到日 {received} 之前。", remedy="核对来文")
        return text

    return check


def _person() -> dict[str, Any]:
    address = _asked(f"住址（不清的填“{UNCLEAR}”）", "", _line("住址", required=True))
    id_number = _asked("证件号码（可不填；核对无误仍不符的在后面加 ! 照录）", "", _id)
    phone = _asked("联系电话（可不填）", "", checked_phone)
    return {
        "address": "" if address == UNCLEAR else address,
        "address_unclear": address == UNCLEAR,
        "id_number": id_number.rstrip("!"),
        "accept_id": id_number.endswith("!"),
        "phone": phone,
    }


def _people(text: str, *, required: bool = False) -> People:
    """Who is meant by the name: 张三、李四 are two, 张三等5人 are five."""
    return each_named([Petitioner(clean.name(text, what="姓名", required=required))])


def _line(what: str, *, required: bool = False) -> Callable[[str], object]:
    """A check that the text will do for that field."""
    return lambda text: clean.line(text, what=what, required=required)


def _id(text: str) -> object:
    try:
        return checked_id(text.rstrip("!"), accept=text.endswith("!"))
    except BadInput as wrong:
        wrong.remedy = "对照证件原件改正；原件确实如此的，在后面加 !"
        raise


def _some_text(text: str) -> object:
    tidy = clean.paragraph(text, what="内容")
    if not tidy:
        raise BadInput("E105", "内容没有填。", basis="《信访工作条例》第十九条第一款", remedy="写明请求、事实、理由")
    return tidy


def _yes_or_no(text: str) -> object:
    if text not in (YES, NO):
        raise BadInput("E104", f"“{text}”不是“{YES}”或“{NO}”。", remedy=f"写“{YES}”或“{NO}”")
    return text


def _choice(what: str, choices: list[tuple[str, str]], default: str) -> str:
    """One of the choices by its place, name or word."""
    for place, (_, label) in enumerate(choices, start=1):
        typer.echo(f"  {place:>2} {label}")

    def check(text: str) -> object:
        if _chosen(text, choices) is None:
            raise BadInput("E104", f"{what}没有“{text}”。", remedy=f"写 1 到 {len(choices)}")
        return text

    chosen = _chosen(_asked(what, default, check), choices)
    assert chosen is not None  # _asked has checked it
    return chosen


def _chosen(text: str, choices: list[tuple[str, str]]) -> str | None:
    if text.isdecimal() and 1 <= int(text) <= len(choices):
        return choices[int(text) - 1][0]
    return next((value for value, label in choices if text in (value, label)), None)


def _asked(what: str, default: str, check: Callable[[str], object]) -> str:
    """An answer that passes the check; what is wrong with one is said and it is asked again."""
    while True:
        text: str = typer.prompt(what, default=default, show_default=bool(default)).strip()
        try:
            check(text)
        except Problem as problem:
            typer.echo(str(problem), err=True)
        else:
            return text
