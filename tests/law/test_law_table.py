"""Days, units and sources of the rulebooks against the table of the law, where it is at hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from needs import ARTICLES, LAW, law_table

from xinfang.rules.change import Change
from xinfang.rules.instrument import Instrument
from xinfang.rules.limit import Extension, Limit
from xinfang.rules.rulebook import BESIDE

from .shipped import CHANGES, LIMITS, shipped

UNITS = {"calendar": "calendar-day", "working": "working-day", "given": "assigned"}
UNITS |= {"month": "month", "hour": "hour", "at-once": "immediately"}


def rule_of(rule: str) -> dict[str, Any]:
    """The rule as the table of the law has it."""
    table = {row["id"]: row for row in json.loads(LAW.read_text(encoding="utf-8"))}
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


THIRTY_OF_THE_LEGACY_RULE = {
    "ask-review": "复查申请30日",
    "review": "复查申请30日/答复30日",
    "ask-recheck": "复核申请30日",
    "recheck": "复核申请30日/答复30日",
}
"""The rule of the old regulation gives its first number, the 60 days, and the others in words."""
BY_THE_TEXT = {
    "police-reasons": (7, "公安机关应当在收到通知书后七日以内，对不立案的情况、依据和理由作出书面说明，回复人民检察院"),
    "police-file-ordered": (15, "人民检察院通知公安机关立案的，公安机关应当在收到通知书后十五日以内立案"),
    "police-transfer-notice": (3, "并在移送案件后三日以内书面通知扭送人、报案人、控告人、举报人"),
}
"""第一百八十二条、第一百八十四条: articles that were read and have no row in the table; the days, and where the text says so."""
BY_ANALOGY = {"reply-redo": "reply"}
"""Days that no instrument states, taken from another limit; nobody can have read them."""
UNREAD = dict.fromkeys(
    ("police-sue", "police-compensation", "police-ask-compensation-review", "police-compensation-review"), "QUOTE"
)
"""The table takes 行政诉讼法 and 国家赔偿法 for read; their texts are not among those that were, so an office may set these."""
NAMED_DAY = {"assigned", "promptly", "none-stated", "within-limit"}
"""The rules without days of their own, for which somebody may name the day."""


@law_table
@pytest.mark.parametrize(("instrument", "limit"), LIMITS)
def test_limits_agree_with_the_table_of_the_law(instrument: Instrument, limit: Limit) -> None:
    if limit.name in BY_THE_TEXT:
        days, words = BY_THE_TEXT[limit.name]
        assert (limit.days, limit.counts, limit.source) == (days, "calendar", "TEXT")
        assert words in ARTICLES.read_text(encoding="utf-8")
        return
    rule = rule_of(limit.rule)
    if limit.name in BY_ANALOGY:
        model = next(each for each in instrument.limits if each.name == BY_ANALOGY[limit.name])
        assert (limit.days, limit.counts, limit.rule, limit.source) == (model.days, model.counts, model.rule, "MEMORY")
        return
    assert limit.source == UNREAD.get(limit.name, rule["source"])
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
        assert f"{limit.days}{IN_WORDS[limit.counts]}" in rule["must"], (
            "the table has one number for each rule, and the others in words"
        )
    else:
        assert limit.days == rule["limit_n"]


@law_table
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


EXTENSIONS = [
    pytest.param(limit.extension, id=f"{instrument.name} {limit.name}")
    for instrument, limit in shipped()
    if limit.extension
]


@law_table
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_extensions_agree_with_the_table_of_the_law(extension: Extension) -> None:
    rule = rule_of(extension.rule)
    assert extension.source == rule["source"]
    assert extension.times == 1
    if extension.rule == "legacy-60-30-30-30":
        assert extension.at_most == 30 and "60日办结（+30日）" in rule["must"]
    else:
        assert (extension.at_most, UNITS["calendar"]) == (rule["limit_n"], rule["limit_unit"])
