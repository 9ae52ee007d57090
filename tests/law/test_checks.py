"""The cases of checks.toml: what `xinfang check` finds in a petition, and what it does not."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xinfang.acts.replay import case_of, in_order
from xinfang.core.office import Setting
from xinfang.core.terms import Kind
from xinfang.rules.checks import CHECKS, findings
from xinfang.rules.checks.finding import Finding, Subject
from xinfang.rules.deadlines import deadlines_of

from .history import LAW, OFFICE, History, paper

CASES = tomllib.loads(Path(__file__).with_name("checks.toml").read_text(encoding="utf-8"))["case"]
KNOWN = {"why", "kind", "paper", "acts", "on", "closing", "set", "again", "found", "articles", "blocks"}
RECEIVED = date(2024, 8, 1)


def found(case: dict[str, Any], *names: str) -> list[Finding]:
    """What the checks of these names find in the case's petition."""
    given = dict(case.get("paper", {}))
    registered = given.pop("registered", None)
    came = paper(given.pop("received", RECEIVED), **given)
    history = History(came, Kind(case.get("kind", "police")), on=registered)
    for each in case["acts"]:
        act = dict(each)
        if act.pop("unguarded", False):
            history.unguarded(act.pop("act"), act.pop("on"), **act)
            continue
        recorded = act.pop("recorded", act["on"])
        entry = history.do(act.pop("act"), act.pop("on"), **act)
        history.entries[-1] = entry._replace(recorded_at=f"{recorded}T09:00:00+08:00")
    stands = case_of(history.entries)
    subject = Subject(
        stands,
        in_order(history.entries),
        deadlines_of(stands, LAW),
        OFFICE._replace(settings=tuple(Setting(RECEIVED, *each) for each in case.get("set", {}).items())),
        case["on"],
        case.get("closing", False),
        case.get("again", ()),
    )
    return list(findings(subject, names))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_check_finds_what_the_case_says(case: dict[str, Any]) -> None:
    assert case.keys() <= KNOWN
    all_found = found(case)
    assert {finding.check for finding in all_found} == case["found"].keys()
    for finding in all_found:
        assert case["found"][finding.check] in finding.what
        assert finding.article == case.get("articles", {}).get(finding.check, finding.article)
    if "blocks" in case:
        assert [finding.check for finding in all_found if finding.blocks] == case["blocks"]


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_finds_something_somewhere_and_elsewhere_nothing(name: str) -> None:
    told = [case for case in CASES if name in case["found"]]
    assert told, "no case in which it finds something"
    assert len(told) < len(CASES)
    assert any(name in case.get("articles", ()) for case in told), "no case says what it cites"
    assert [finding.check for finding in found(told[0], name)] == [name] * len(found(told[0], name))
