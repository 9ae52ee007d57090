"""Rulebooks that must not load, each saying where; and the shipped ones, whose every value has its source."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import xinfang.rules.rulebook
from xinfang.core.errors import BadInput
from xinfang.core.events import EVENTS
from xinfang.core.police_steps import STEPS
from xinfang.core.terms import Kind
from xinfang.rules.law import OwnRules, Profile
from xinfang.rules.limit import Change, Extension, Limit
from xinfang.rules.limit_tables import SOURCE_CLASSES
from xinfang.rules.rulebook import BESIDE, BOOKS, LAYERS, PROFILES, Instrument, governing, load, read_folder, settable

ERRORS = tomllib.loads(Path(__file__).with_name("rulebook_errors.toml").read_text(encoding="utf-8"))["error"]
SHIPPED = Path(xinfang.rules.rulebook.__file__).with_name("book")
RULES = Path(__file__).parents[3] / "shared" / "law" / "rules.json"
SOUND = {
    "instrument.toml": """
name = "试行办法"
title = "《试行办法》"
since = 2020-01-01
source = "TEXT"
""",
    "limits.toml": """
[[limit]]
name = "answer"
label = "答复期限"
duty = "reply"
rule = "some-rule"
article = "第一条"
binds = "unit"
starts = "accepted"
days = 60
counts = "calendar"
met_by = ["replied"]
when = { route = 6 }

[limit.extension]
by = "extended"
at_most = 30
times = 1
article = "第二条"
source = "QUOTE"
rule = "some-rule"

[limit.exclusion]
begins = "hearing-began"
ends = "hearing-ended"
article = "第四条"

[limit.unless]
when = { notice_owed = false }
reason = "匿名"
article = "第三条"
""",
}
UNITS = {"calendar": "calendar-day", "working": "working-day", "given": "assigned"}
UNITS |= {"month": "month", "hour": "hour", "at-once": "immediately"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder with a sound little rulebook."""
    folder = tmp_path / "试行办法"
    folder.mkdir()
    for name, text in SOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> BadInput:
    """The error with which it does not load."""
    with pytest.raises(BadInput) as told:
        read_folder(folder)
    assert told.value.code == "E112"
    assert told.value.remedy
    return told.value


def test_the_sound_one_loads(book: Path) -> None:
    instrument = read_folder(book)
    (limit,) = instrument.limits
    assert limit.basis == "《试行办法》第一条"
    assert limit.source == instrument.source == "TEXT"
    assert limit.extension and limit.extension.at_most == 30
    assert limit.exclusion and limit.unless


@pytest.mark.parametrize("error", ERRORS, ids=[error["why"] for error in ERRORS])
def test_it_does_not_load(book: Path, error: dict[str, Any]) -> None:
    file = book / error["file"]
    text = error["new"]
    if "old" in error:
        text = SOUND[error["file"]].replace(error["old"], error["new"], 1)
        assert text != SOUND[error["file"]]
    file.write_text(text, encoding="utf-8")
    what = refused(book).what
    for word in error["says"]:
        assert word in what, what


def test_nothing_but_files_of_the_folder_is_needed_to_say_what_is_missing(tmp_path: Path) -> None:
    assert "没有这本/instrument.toml" in refused(tmp_path / "没有这本").what


def test_a_file_in_another_encoding(book: Path) -> None:
    (book / "limits.toml").write_bytes(SOUND["limits.toml"].encode("gb18030"))
    assert "试行办法/limits.toml" in refused(book).what


def test_a_folder_in_place_of_a_file(book: Path) -> None:
    (book / "more.toml").mkdir()
    assert "试行办法/more.toml" in refused(book).what


def test_extension_given_twice(book: Path) -> None:
    twice = SOUND["limits.toml"].replace("[limit.extension]", "[[limit.extension]]")
    part = twice[twice.index("[[limit.extension]]") : twice.index("[limit.exclusion]")]
    (book / "limits.toml").write_text(twice.replace(part, part * 2), encoding="utf-8")
    what = refused(book).what
    assert "limit[1]" in what and "extension" in what


# The shipped rulebooks


REGIONAL = tuple(f"local-{name}" for name in PROFILES)
FOLDERS = (*BOOKS, *LAYERS, *BESIDE, *REGIONAL)


def shipped() -> Iterator[tuple[Instrument, Limit]]:
    """Every limit of every rulebook that comes with the program."""
    for name in FOLDERS:
        for limit in load(name).limits:
            yield load(name), limit


LIMITS = [pytest.param(instrument, limit, id=f"{instrument.name} {limit.name}") for instrument, limit in shipped()]


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


def rule_of(rule: str) -> dict[str, Any]:
    """The rule as the table of the law has it."""
    table = {row["id"]: row for row in json.loads(RULES.read_text(encoding="utf-8"))}
    assert rule in table, f"no rule {rule}"
    found: dict[str, Any] = table[rule]
    return found


NOT_IN_THE_TABLE = {"police-guarantor-notice"}
"""第一百零四条第一款 has the fine served within three days; the table of the law leaves it out."""
IN_WORDS = {"calendar": "日", "working": "个工作日", "month": "个月"}


def agrees(limit: Limit, rule: dict[str, Any]) -> bool:
    """Whether a limit of the police's procedures has the rule's number and unit; a rule says its further ones in words."""
    first = (limit.days, UNITS[limit.counts]) == (rule["limit_n"], rule["limit_unit"])
    said = f"{limit.days}{IN_WORDS.get(limit.counts, '')}" in rule["must"]
    return first or said or limit.name in NOT_IN_THE_TABLE


def test_what_runs_beside_names_its_own_law_and_the_day_it_came_into_force() -> None:
    for name in BESIDE:
        book = load(name)
        assert book.kind in set(Kind) and not book.on_top_of
        starts = [start for limit in book.limits for start in limit.starts]
        assert {*starts} <= STEPS.keys()
        for limit in book.limits:
            assert limit.duty == "police"
            assert limit.instrument != book.title
            assert (limit.since >= book.since) == (limit.source == "TEXT"), "a promise has no day"
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


THIRTY_OF_THE_LEGACY_RULE = {
    "ask-review": "复查申请30日",
    "review": "复查申请30日/答复30日",
    "ask-recheck": "复核申请30日",
    "recheck": "复核申请30日/答复30日",
}
"""The rule of the old regulation gives its first number, the 60 days, and the others in words."""
BY_ANALOGY = {"reply-redo": "reply"}
"""Days that no instrument states, taken from another limit; nobody can have read them."""
NAMED_DAY = {"assigned", "promptly", "none-stated", "within-limit"}
"""The rules without days of their own, for which somebody may name the day."""


@pytest.mark.skipif(not RULES.exists(), reason="the table of the law is not beside the repository")
@pytest.mark.parametrize(("instrument", "limit"), LIMITS)
def test_limits_agree_with_the_table_of_the_law(instrument: Instrument, limit: Limit) -> None:
    rule = rule_of(limit.rule)
    if limit.name in BY_ANALOGY:
        model = next(each for each in instrument.limits if each.name == BY_ANALOGY[limit.name])
        assert (limit.days, limit.counts, limit.rule, limit.source) == (model.days, model.counts, model.rule, "MEMORY")
        return
    assert limit.source == rule["source"]
    if instrument.name in BESIDE:
        assert agrees(limit, rule), rule
        return
    if limit.counts == "given":
        # The 30 days of the old 第三十六条 are those for the feedback, not for the answer to a supervision.
        assert rule["limit_unit"] in NAMED_DAY or (limit.name, limit.rule) == ("supervision", "legacy-supervise-six")
        return
    assert UNITS[limit.counts] == rule["limit_unit"]
    if limit.rule == "legacy-60-30-30-30" and limit.name in THIRTY_OF_THE_LEGACY_RULE:
        assert limit.days == 30 and THIRTY_OF_THE_LEGACY_RULE[limit.name] in rule["must"]
    elif instrument.year:
        assert f"{limit.days}日" in rule["must"], "the table has one number for each rule, and the others in words"
    else:
        assert limit.days == rule["limit_n"]


CHANGES = [pytest.param(change, id=f"{name} {change.limit}") for name in REGIONAL for change in load(name).changes]


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


@pytest.mark.skipif(not RULES.exists(), reason="the table of the law is not beside the repository")
@pytest.mark.parametrize("change", CHANGES)
def test_regional_changes_agree_with_the_table_of_the_law(change: Change) -> None:
    rule = rule_of(change.rule)
    assert change.source == rule["source"]
    said = rule["must"]
    if change.days:
        assert f"{change.days}{'个工作日' if change.counts == 'working' else '日'}" in said
    if change.extension:
        most = change.extension.at_most
        assert f"延≤{most}日" in said or f"可延{most}日" in said or f"最长{change.days + most}日" in said


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
        return OwnRules(profiles=(Profile(since, name),))

    day = date(2024, 1, 1)
    assert governing(kind, day, chosen(day)) is governing(kind, day, chosen(date(2023, 1, 1)))
    assert governing(kind, day, chosen(date(2024, 1, 2))) is governing(kind, day)
    book = governing(kind, day, chosen(day))
    assert book is not None
    assert book.instruments[-1].name == f"local-{name}"


EXTENSIONS = [
    pytest.param(limit.extension, id=f"{instrument.name} {limit.name}")
    for instrument, limit in shipped()
    if limit.extension
]


@pytest.mark.skipif(not RULES.exists(), reason="the table of the law is not beside the repository")
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_extensions_agree_with_the_table_of_the_law(extension: Extension) -> None:
    rule = rule_of(extension.rule)
    assert extension.source == rule["source"]
    assert extension.times == 1
    if extension.rule == "legacy-60-30-30-30":
        assert extension.at_most == 30 and "60日办结（+30日）" in rule["must"]
    else:
        assert (extension.at_most, UNITS["calendar"]) == (rule["limit_n"], rule["limit_unit"])
