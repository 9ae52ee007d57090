"""Real messages registered one by one, as they came in: the receipt tells which of the person's earlier ones are the same matter."""

from __future__ import annotations

from collections import defaultdict
from itertools import count

import pytest
from labelled_pairs import Pair, in_order, told
from needs import real_pairs
from pair_figures import KINDS, f1

from .shell import Shell

pytestmark = real_pairs


@pytest.fixture(scope="module")
def told_alike(tmp_path_factory: pytest.TempPathFactory) -> dict[frozenset[str], bool]:
    """Two messages of one person → whether the receipt of the later called the earlier the same matter."""
    shell = Shell(tmp_path_factory.mktemp("counter"), today="2010-01-04")
    shell.ok("init", "--office", "某县信访局", "--code", "410185", "--kind", "bureau")
    telephone: defaultdict[str, int] = defaultdict(count(13800000000).__next__)
    name_of: dict[str, str] = {}
    alike = {}
    for day, message in in_order():
        shell.today = day
        who = ("--name", message["user"], "--phone", telephone[message["user"]], "--address-unclear")
        text = ("--title", message["title"], "--content", message["text"])
        receipt = shell.data("register", "--channel", "web", *who, *text)
        name_of[receipt["number"]] = message["id"]
        for each in receipt["earlier"]:
            alike[frozenset((message["id"], name_of[each["number"]]))] = each["same_matter"]
    return alike


def test_the_receipt_tells_the_same_matter(told_alike: dict[frozenset[str], bool]) -> None:
    target = KINDS["same-person"]
    judged = [
        Pair("", pair["label"] == "same", pair["weight"], told_alike[frozenset((pair["a"]["id"], pair["b"]["id"]))])
        for pair in told()
        if pair["kind"] == "same-person"
    ]
    assert f1(judged, 1, weighted=True) >= target
    assert f1(judged, 1, weighted=False) >= target
