"""Registering: the next number of the year, the first receiver, and what the office now owes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from ...acts.registry import module_of
from ...acts.replay import case_of, steps
from ...core.codec import from_data, to_data
from ...core.entry import Entry
from ...core.errors import BadInput
from ...core.links import Relation
from ...core.named import each_named
from ...core.numbers import number_of
from ...core.petition import Registration
from ...core.terms import Category, State
from ...projections.case_rows import rows_of
from ...rules.law import Law
from ...store import connection as store
from ...store import projected
from ...store.queries import numbers as given
from .. import clock
from ..acting.doing import Done, receipt_of
from ..desk import Desk
from .checked_form import registration_of
from .form import Form
from .repeating import AUTO, FIRST, Found, compared, likeliest, receipt_fields, to_choose_from, with_earlier


def earlier_ones(desk: Desk, form: Form) -> list[Found]:
    """What the same person has already, the likeliest to be about the same matter first, for the clerk to choose from."""
    registration = registered_form(desk, form, received_on=clock.day(form.received or None))
    with store.translated(desk.path):
        return to_choose_from(desk, registration)


def register(desk: Desk, form: Form, *, on: str | None) -> Done:
    """Take a petition down: the next number of the year, the first receiver, the time limits that start.

    A form that says the category is classified at once, in the same transaction: an accusation is never seen by all.
    With a key that was used before for the same petition nothing is written and the same number comes back;
    for another one BadInput E110 is raised. So is E104 where one petition is named as repeated and as related, and
    E120 where the day is that of a clock which has gone back.

    A repeat is linked to the first petition of its matter; with `auto` to the likeliest of the same person and matter,
    unless the clerk says that it is only related.
    """
    day = clock.day(on)
    received_on = clock.day(form.received or None, default=day)
    registration = registered_form(desk, form, received_on=received_on)
    related = _relatable(desk, form.related_to) if form.related_to else ""
    if related and related == registration.repeat_of:
        raise BadInput(
            "E104", f"{related} 不能既是它重复的，又只是相关的。", remedy="--repeat-of 和 --related-to 只写一样"
        )
    if registration.source_unit:
        desk.office.unit(registration.source_unit)
    category = _category(form)
    fact = module_of("register").decide(registration, kind=desk.office.kind, own=desk.law.own, on=day)
    with desk.writing() as writer:
        earlier = given.number_by_key(desk.connection, registration.key) if registration.key else None
        if earlier:
            return _again(desk, earlier, registration, category, form)
        desk.must_be_today(on, option="--on")
        others = compared(desk, registration) if form.repeat_of == AUTO else None
        repeated = likeliest(others) if others else None
        first = _repeatable(desk, repeated.number, day=received_on) if repeated else ""
        if repeated and related in (first, repeated.number):
            repeated = None  # the clerk knows better
        if repeated:
            registration = registration._replace(repeat_of=first)
            fact = fact._replace(registration=registration)
        number = number_of(day.year, given.last_sequence(desk.connection, day.year) + 1)
        moment = clock.now().isoformat()
        entries: list[Entry] = []

        def put(act: str, fact: object) -> None:
            turn, data = len(entries) + 1, to_data(fact)
            entries.append(writer.append(number, turn, act, on=day, recorded_at=moment, by=desk.by, data=data))

        put("register", fact)
        if category:
            put("classify", _classified(entries, category, form.route, law=desk.law, on=day))
        if related:
            put("link", module_of("link").decide(case_of(entries), related, relation=Relation.RELATED, on=day))
        projected.insert(desk.connection, [rows_of(list(steps(entries)), desk.law)])
    done = _done(desk, entries, "登记并甄别分类" if category else "登记")
    return with_earlier(desk, done, form, repeated, others)


def registered_form(desk: Desk, form: Form, *, received_on: date) -> Registration:
    """The registration that the form makes; a repeat names the first petition of its matter."""
    stated = form.repeat_of not in ("", AUTO, FIRST)
    plain = form if stated else form._replace(repeat_of="")
    registration = registration_of(plain, received_on=received_on, number=partial(_which, desk))
    repeated = _repeatable(desk, registration.repeat_of, day=received_on) if stated else ""
    accused = registration.respondent_unit or unit_called(desk, registration.respondent)
    return registration._replace(
        repeat_of=repeated, respondent_unit=accused, first_unit=desk.unit, first_officer=desk.officer
    )


def unit_called(desk: Desk, respondent: str) -> str:
    """The unit that the respondent is, where it is no person: it is counted among those complained of (第四十一条第一款)."""
    return respondent if any(respondent == unit.name for unit in desk.office.units) else ""


def _which(desk: Desk, typed: str) -> str:
    """The number of the petition that --repeat-of names: it takes two words besides, and whoever slips is told."""
    try:
        return desk.number(typed)
    except BadInput as slip:
        raise BadInput(slip.code, slip.what, remedy=f"{slip.remedy}；{AUTO} 由工具判重，{FIRST} 初次") from None


def _repeatable(desk: Desk, earlier: str, *, day: date) -> str:
    from ..matters.linking import repeatable_by

    return repeatable_by(desk, earlier, day=day)


def _relatable(desk: Desk, typed: str) -> str:
    from ..matters.linking import must_be_registered

    number = desk.number(typed)
    must_be_registered(desk, number)
    return number


def _category(form: Form) -> Category | None:
    """What the form says it is; only an appeal has one of the six routes (第三十一条)."""
    if form.category:
        return Category.parse(form.category, what="类别")
    return Category.APPEAL if form.route is not None else None


def _classified(entries: Sequence[Entry], category: Category, route: int | None, *, law: Law, on: date) -> object:
    details = {"route": route, "code": "", "branch": "", "track": None, "law": law}
    return module_of("classify").decide(case_of(entries), category, on=on, **details)


def _again(desk: Desk, number: str, registration: Registration, category: Category | None, form: Form) -> Done:
    """The petition registered under the key; a day received that was stated has to agree."""
    entries = desk.entries(number)
    first = from_data(Registration, entries[0].data["registration"])
    if form.repeat_of == AUTO:
        registration = registration._replace(repeat_of=first.repeat_of)
    dated = bool(form.received)
    same = _comparable(first, dated) == _comparable(registration, dated)
    if not same or (category and category not in _first_category(entries)):
        raise BadInput(
            "E110",
            f"键“{registration.key}”已用于 {number}，但内容不同。",
            remedy="另一件信访件用另一个 --key；同一件要改的用 xinfang correct",
        )
    done = _done(desk, entries, "此前已登记")
    void = done.case.state is State.VOID
    lines = (*done.lines, "  登记已撤销，用这个键不再登记；确实要登记的，换一个 --key") if void else done.lines
    return done._replace(lines=lines, more=partial(receipt_fields, done.case))


def _first_category(entries: Sequence[Entry]) -> list[str]:
    """What it was first classified as, whatever came later; nothing while it was not."""
    return [entry.data["category"] for entry in entries if entry.act == "classify" and "category" in entry.data][:1]


def _comparable(registration: Registration, dated: bool) -> Registration:
    """What the petition says, without who took it down and, unless stated, on which day the script ran."""
    received_on = registration.received_on if dated else date.min
    # Whether the respondent was a unit of the ledger's the form does not say.
    found = registration.respondent_unit == registration.respondent
    accused = "" if found else registration.respondent_unit
    # An older version kept 张三、李四, or 张三等5人, as one name.
    people = each_named(registration.petitioners)
    headcount = max(registration.headcount, people.fewest)
    plain = registration._replace(petitioners=people.each, headcount=headcount, respondent_unit=accused)
    return plain._replace(first_unit="", first_officer="", received_on=received_on)


def _done(desk: Desk, entries: list[Entry], what: str) -> Done:
    case = case_of(entries)
    done = receipt_of(desk, case, entries[0], what)
    first = f"  首接: {case.registration.first_unit} {case.registration.first_officer}".rstrip()
    return done._replace(lines=(*done.lines, first))
