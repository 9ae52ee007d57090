"""The rulebooks that come with the program: whole, in order, and every value with its source."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import xinfang.rules.rulebook
from xinfang.core.events import EVENTS
from xinfang.core.office import PROFILE, Setting
from xinfang.core.police_steps import STEPS
from xinfang.core.terms import Kind
from xinfang.rules.change import Change
from xinfang.rules.deadline import OWED_BY_OTHERS, PARTS
from xinfang.rules.instrument import Instrument, load
from xinfang.rules.law import OwnRules
from xinfang.rules.limit import Limit
from xinfang.rules.limit_tables import SOURCE_CLASSES
from xinfang.rules.rulebook import BESIDE, BOOKS, LAYERS, PROFILES, every_instrument, governing, settable

from .shipped import CHANGES, FOLDERS, LIMITS, REGIONAL

SHIPPED = Path(xinfang.rules.rulebook.__file__).with_name("book")


def test_folders_and_list_agree() -> None:
    assert {folder.name for folder in SHIPPED.iterdir()} == {*FOLDERS}
    assert all(load(name).name == name for name in FOLDERS)


def test_books_and_layers_are_in_the_order_in_which_they_came_into_force() -> None:
    for names in (BOOKS, LAYERS):
        days = [load(name).since for name in names]
        assert days == sorted(days)
    for name in LAYERS:
        layer = load(name)
        assert layer.on_top_of in BOOKS
        assert layer.kind in set(Kind)
        assert layer.since >= load(layer.on_top_of).since
    assert not any(load(name).on_top_of or load(name).kind for name in BOOKS)
    assert all(load(name).year and "效力须核" in load(name).note for name in REGIONAL)
    assert not any(load(name).year for name in FOLDERS if name not in REGIONAL)


@pytest.mark.parametrize(("instrument", "limit"), LIMITS)
def test_every_value_has_its_source(instrument: Instrument, limit: Limit) -> None:
    assert limit.article and limit.rule and limit.label
    assert re.search(r"《.+》|〔\d{4}〕\d+号", limit.instrument), "by its title or by its number"
    assert limit.source in SOURCE_CLASSES
    if instrument.source != "TEXT":
        assert limit.source != "TEXT", "no surer than the instrument it stands in"
    for exemption in limit.unless:
        assert exemption.article and exemption.reason and exemption.when
    if limit.extension:
        assert limit.extension.article and limit.extension.rule
        assert limit.extension.source in SOURCE_CLASSES
    steps = STEPS.keys() if instrument.name in BESIDE else set()
    assert {*limit.starts, *limit.met_by, *limit.ended_by} <= EVENTS.keys() | steps


def test_a_layer_replaces_a_limit_by_one_of_the_same_duty() -> None:
    for name in LAYERS:
        layer = load(name)
        below = {limit.name: limit for limit in load(layer.on_top_of).limits}
        for limit in layer.limits:
            assert below[limit.name].duty == limit.duty
            assert limit.when["kind"] == (layer.kind,)


@pytest.mark.parametrize("kind", Kind)
def test_a_petition_has_at_most_one_limit_of_a_name_and_it_is_found_in_its_book(kind: Kind) -> None:
    for day in (date(2005, 5, 1), date(2010, 1, 1), date(2022, 5, 1), date(2026, 1, 1)):
        book = governing(kind, day)
        assert book is not None
        names = [limit.name for limit in book.limits]
        assert len(names) == len(set(names))
        assert governing(kind, day) is governing(kind, day)


def test_who_owes_what_is_told_from_the_rulebooks() -> None:
    """The names stand apart because a list must not read every rulebook to filter by a unit."""
    limits = [limit for each in every_instrument() for limit in each.limits]
    assert {each.name for each in limits if each.binds == "superior" or each.duty in PARTS} == OWED_BY_OTHERS


def test_what_runs_beside_names_its_own_law_and_the_day_it_came_into_force() -> None:
    for name in BESIDE:
        book = load(name)
        assert book.kind in set(Kind) and not book.on_top_of
        starts = [start for limit in book.limits for start in limit.starts]
        assert {*starts} <= STEPS.keys()
        for limit in book.limits:
            assert limit.duty == "police"
            assert limit.instrument != book.title
            assert (limit.since >= book.since) == (limit.rule != "police-chief-mailbox"), "a promise has no day"
    plain, beside = (governing(Kind.POLICE, date(2026, 1, 1), beside=beside) for beside in (False, True))
    assert plain and beside
    assert plain.instruments == beside.instruments
    assert len(beside.limits) == len(plain.limits) + sum(len(load(name).limits) for name in BESIDE)
    assert governing(Kind.BUREAU, date(2026, 1, 1), beside=True) is governing(Kind.BUREAU, date(2026, 1, 1))


def test_steps_and_events_have_names_of_their_own() -> None:
    assert not STEPS.keys() & EVENTS.keys()
    for step in STEPS.values():
        assert step.article.startswith("《") or step.value.startswith("mailbox")
        assert {*step.after} <= STEPS.keys() - {step.value}


@pytest.mark.parametrize("change", CHANGES)
def test_a_regional_change_is_of_a_limit_of_every_book_and_makes_it_another(change: Change) -> None:
    for name in BOOKS:
        below = {limit.name: limit for limit in load(name).limits}[change.limit]
        above = change.of(below)
        assert above != below
        for kept in ("name", "duty", "starts", "met_by", "ended_by", "when", "unless", "binds"):
            assert getattr(above, kept) == getattr(below, kept)
        assert above.basis == (f"{change.instrument}{change.article}" if change.days else below.basis)
        assert not change.extension or above.extension_basis == f"{change.instrument}{change.extension.article}"


def test_what_the_office_may_set_is_what_nobody_has_read() -> None:
    for kind in Kind:
        now = settable(kind, date(2024, 1, 1))
        assert "reply-simple" in now and "reply" not in now and "report-up" not in now
        assert all(limit.source != "TEXT" and limit.days for limit in now.values())
    assert "inform" in settable(Kind.POLICE, date(2015, 1, 1)), "79号令 is only quoted"
    assert "inform" not in settable(Kind.BUREAU, date(2015, 1, 1))
    assert "inform" not in settable(Kind.POLICE, date(2024, 1, 1))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", PROFILES)
def test_a_rulebook_is_made_once_for_each_choice_of_the_office(kind: Kind, name: str) -> None:
    def chosen(since: date) -> OwnRules:
        return OwnRules((Setting(since, PROFILE, name),))

    day = date(2024, 1, 1)
    assert governing(kind, day, chosen(day)) is governing(kind, day, chosen(date(2023, 1, 1)))
    assert governing(kind, day, chosen(date(2024, 1, 2))) is governing(kind, day)
    book = governing(kind, day, chosen(day))
    assert book is not None
    assert book.instruments[-1].name == f"local-{name}"
