"""Real messages: those labelled as being about the same matter are found among a ledger of all of them."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import pytest
from cli.shell import Shell
from labelled_pairs import read
from needs import real_pairs

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
            writer.writerow([f"k{name}", "2020-01-02", each["user"], "网上", each["title"], each["text"]])
    shell.ok("import", "来信.csv")
    return shell


def test_the_other_message_is_among_the_first(office: Shell) -> None:
    with closing(sqlite3.connect(office.ledger)) as connection:
        numbers = dict(connection.execute("SELECT client_key, number FROM petition"))
    same = [(f"k{pair['a']['id']}", f"k{pair['b']['id']}") for pair in read() if pair["label"] == "same"]
    found = 0
    for one, other in same:
        near = office.data("similar", numbers[one], "--limit", SHOWN)
        found += numbers[other] in {row["number"] for row in near}
    assert found / len(same) >= 0.95, f"{found} of {len(same)}"
