"""Of which sorts petitions are: petition_classes.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from law.history import History, paper

from xinfang.core.case import Case
from xinfang.core.terms import Channel
from xinfang.rules.petition_classes import classes_of, raised, word

CASES = tomllib.loads(Path(__file__).with_name("petition_classes.toml").read_text(encoding="utf-8"))["case"]
NOT_OF_THE_PAPER = {"acts", "sorts", "words", "received"}


def case_of(place: int, told: dict[str, Any]) -> Case:
    """The petition as told, the first being 2024-000001."""
    fields = {name: value for name, value in told.items() if name not in NOT_OF_THE_PAPER}
    if "channel" in fields:
        fields["channel"] = Channel(fields["channel"])
    history = History(paper(told["received"], **fields))
    for act in told.get("acts", []):
        details = dict(act)
        history.do(details.pop("act"), details.pop("on"), **details)
    return history.case._replace(number=f"2024-{place:06}")


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_petition_is_of_the_sorts_the_case_says(case: dict[str, Any]) -> None:
    size = case.get("group_size", 5)
    cases = [case_of(place, told) for place, told in enumerate(case["petitions"], start=1)]
    for each, told in zip(cases, case["petitions"], strict=True):
        others = [raised(other) for other in cases if other is not each]
        sorts = classes_of(each, others, group_size=size)
        assert [sort.value for sort in sorts] == told["sorts"]
        # The order in which the others are given does not matter.
        assert classes_of(each, others[::-1], group_size=size) == sorts
        if "words" in told:
            assert [word(sort, each.registration.channel, group_size=size) for sort in sorts] == told["words"]
