"""Every rule of the law has its home in the tool, or the reason why it has none; and every home is there."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from needs import LAW, law_table

import xinfang.rules.coverage
from xinfang.acts.registry import OFFICE_ACTS, PETITION_ACTS
from xinfang.acts.set_option import OPTIONS
from xinfang.cli.commands import COMMANDS
from xinfang.core.errors import BadInput
from xinfang.core.letter_kinds import LetterKind
from xinfang.core.office import DAYS, PROFILE
from xinfang.rules.checks import CHECKS
from xinfang.rules.coverage import HOMES, THEMES, Home, Rule, read_coverage, rules
from xinfang.rules.rulebook import every_instrument

FOLDER = Path(xinfang.rules.coverage.__file__).with_name("coverage")
LIMITS = [limit for each in every_instrument() for limit in each.limits]
CHANGES = [change for each in every_instrument() for change in each.changes]
EXTENSIONS = [(limit.name, limit.extension.rule) for limit in LIMITS if limit.extension] + [
    (change.limit, change.extension.rule) for change in CHANGES if change.extension
]
THERE: dict[str, set[str]] = {
    "limit": {limit.name for limit in LIMITS},
    "act": {*PETITION_ACTS, *OFFICE_ACTS},
    "check": set(CHECKS),
    "letter": {kind.value for kind in LetterKind},
    "command": set(COMMANDS),
    "setting": {*OPTIONS, PROFILE, *(f"{DAYS}{limit.name}" for limit in LIMITS if limit.settable)},
    "book": {each.name for each in every_instrument()},
}
"""What each kind of home may name."""
BY_ID = {rule.id: rule for rule in rules()}
each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)


def test_files_and_list_agree() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{theme}.toml" for theme in THEMES}
    assert set(HOMES) == THERE.keys()


@each_rule
def test_a_rule_is_carried_by_what_exists(rule: Rule) -> None:
    missing = [f"{home.kind}:{home.name}" for home in rule.carried if home.name not in THERE[home.kind]]
    assert not missing


@each_rule
def test_what_is_in_doubt_can_be_set_by_the_office(rule: Rule) -> None:
    """Days that nobody has read are no law for an office that knows better. Those of 79号令 bind only old petitions."""
    limits = [limit for each in every_instrument() if each.name != "police-79" for limit in each.limits]
    own = {f"{DAYS}{limit.name}" for limit in limits if limit.rule == rule.id and limit.settable}
    assert own <= {home.name for home in rule.carried if home.kind == "setting"}


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.instrument} {limit.name}")
def test_a_limit_is_a_home_of_its_rule(limit: Any) -> None:
    assert Home("limit", limit.name) in BY_ID[limit.rule].carried


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.instrument} {change.limit}")
def test_a_regional_change_is_a_home_of_its_rule(change: Any) -> None:
    assert Home("limit", change.limit) in BY_ID[change.rule].carried


@pytest.mark.parametrize(("limit", "rule"), EXTENSIONS)
def test_an_extended_limit_is_a_home_of_its_rule(limit: str, rule: str) -> None:
    assert Home("limit", limit) in BY_ID[rule].carried


def test_every_check_and_document_serves_a_rule() -> None:
    """Nothing is looked for or written that the law does not ask for."""
    named = {home for rule in rules() for home in rule.carried}
    assert {name for name in CHECKS if Home("check", name) not in named} <= OF_THE_OFFICE["check"]
    assert {kind.value for kind in LetterKind if Home("letter", kind.value) not in named} <= OF_THE_OFFICE["letter"]


OF_THE_OFFICE = {"check": {"not-classified"}, "letter": set[str]()}
"""What follows from the law as a whole and from no single rule of the table."""
NO_ROW = {"local-shanghai", "police-prosecutor", "police-case-transfer-notice"}
"""A profile of which the table has no limit: the list says so; and articles that were read and the table leaves out."""
UNREAD = {"police-state-comp": "QUOTE"}
"""The table takes 国家赔偿法 for read, but its text is not among those that were."""


@law_table
def test_every_rule_of_the_law_is_there_once_and_as_sure_as_it_is() -> None:
    table = {row["id"]: row for row in json.loads(LAW.read_text(encoding="utf-8"))}
    assert BY_ID.keys() - NO_ROW == table.keys()
    sure = {name: UNREAD.get(name, row["source"]) for name, row in table.items()}
    assert {rule.id: rule.source for rule in rules() if rule.id not in NO_ROW} == sure


@law_table
def test_articles_are_those_of_the_table() -> None:
    for row in json.loads(LAW.read_text(encoding="utf-8")):
        theirs = {int(n) for ends in re.findall(r"§(\d+)(?:—(\d+))?", row["basis"]) for n in ends if n}
        ours = {number(word) for word in re.findall(r"第([一二三四五六七八九十百零]+)条", BY_ID[row["id"]].article)}
        assert ours == theirs, row["id"]


def number(word: str) -> int:
    """一百七十五 → 175."""
    total, digit = 0, 0
    for letter in word:
        if letter in "十百":
            total += (digit or 1) * {"十": 10, "百": 100}[letter]
            digit = 0
        elif letter != "零":
            digit = "一二三四五六七八九".index(letter) + 1
    return total + digit


@pytest.mark.parametrize(
    ("word", "value"), [("九", 9), ("十八", 18), ("二十", 20), ("一百零四", 104), ("一百七十五", 175)]
)
def test_numbers(word: str, value: int) -> None:
    assert number(word) == value


SOUND = """
[[rule]]
id = "one"
instrument = "《试行办法》"
article = "第一条"
who = "机关"
must = "登记"
limit = "及时"
source = "TEXT"
carried = [{ act = "register" }]
"""
ERRORS = tomllib.loads(Path(__file__).with_name("coverage_errors.toml").read_text(encoding="utf-8"))["error"]


def table(folder: Path, text: str) -> tuple[Rule, ...]:
    """The rules of a folder with this one file."""
    (folder / "theme.toml").write_text(text, encoding="utf-8")
    return read_coverage(folder, ("theme",))


def test_the_sound_one_loads(tmp_path: Path) -> None:
    (rule,) = table(tmp_path, SOUND)
    assert rule.carried == (Home("act", "register"),)
    assert (rule.reason, rule.note) == ("", "")


@pytest.mark.parametrize("error", ERRORS, ids=[error["why"] for error in ERRORS])
def test_it_does_not_load(tmp_path: Path, error: dict[str, Any]) -> None:
    text = SOUND.replace(error["old"], error["new"], 1) if "old" in error else error["new"]
    assert text != SOUND
    with pytest.raises(BadInput) as told:
        table(tmp_path, text)
    assert told.value.code == "E112" and told.value.remedy
    for word in error["says"]:
        assert word in told.value.what, told.value.what


def test_a_rule_said_twice_and_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"one.*两次"):
        table(tmp_path, SOUND * 2)
    with pytest.raises(BadInput, match=r"other\.toml"):
        read_coverage(tmp_path, ("other",))
