"""Real messages: those labelled as being about the same matter are found among a ledger of all of them, and told so."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import pytest
from cli.shell import Shell
from labelled_pairs import Pair, read, told
from needs import real_pairs
from pair_figures import KINDS, f1

from .intake import new_office

pytestmark = real_pairs
SHOWN = 20
"""One matter in the file was raised by more than a dozen people."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger of every message of the file, under its own number as key."""
    shell = new_office(tmp_path_factory.mktemp("similar"), "office")
    messages = {side["id"]: side for pair in read() for side in (pair["a"], pair["b"])}
    with (shell.folder / "来信.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["外部编号", "收到日期", "姓名", "信访渠道", "标题", "内容"])
        for name, each in messages.items():
            day = each["time"].split()[0]
            writer.writerow([f"k{name}", day, each["user"], "网上", each["title"], each["text"]])
    shell.ok("import", "来信.csv")
    return shell


@pytest.fixture(scope="module")
def numbers(office: Shell) -> dict[str, str]:
    """Key → number of the petition."""
    with closing(sqlite3.connect(office.ledger)) as connection:
        return dict(connection.execute("SELECT client_key, number FROM petition"))


def test_the_other_message_is_among_the_first(office: Shell, numbers: dict[str, str]) -> None:
    same = [(f"k{pair['a']['id']}", f"k{pair['b']['id']}") for pair in read() if pair["label"] == "same"]
    found = 0
    for one, other in same:
        near = office.data("similar", numbers[one], "--limit", SHOWN)
        found += numbers[other] in {row["number"] for row in near}
    assert found / len(same) >= 0.95, f"{found} of {len(same)}"


@pytest.mark.parametrize(("kind", "target"), KINDS.items(), ids=KINDS)
def test_similar_tells_what_is_about_the_same_matter(
    office: Shell, numbers: dict[str, str], kind: str, target: float
) -> None:
    """As the clerk is told it: with what the program finds, by the threshold in use."""
    judged = []
    for pair in (each for each in told() if each["kind"] == kind):
        one, other = (numbers[f"k{pair[side]['id']}"] for side in "ab")
        near = {row["number"]: row["same_matter"] for row in office.data("similar", one, "--limit", 100)}
        judged.append(Pair("", pair["label"] == "same", pair["weight"], float(near.get(other, False))))
    assert f1(judged, 1, weighted=True) >= target
    assert f1(judged, 1, weighted=False) >= target
