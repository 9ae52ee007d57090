"""`check` without a number: of what is open everything, of what has ended what it asks for yet, and of nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell
from store.ledgers import copied

AFTER_END = {"not-carried-out", "advice-unanswered", "dissatisfied", "came-again"}
TWO_YEARS_IN = "2024-12-31"
NOT_CONTENT = ("--of", "unit", "--rating", "dissatisfied")


@pytest.fixture(scope="module")
def watching(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The office, which watches its matters for two years, so that what happened to them in all its time counts."""
    shell = copied(years, tmp_path_factory.mktemp("watching"))
    shell.ok("setting", "set", "watched-days", "730", "--on", "2023-01-01")
    closed = shell.data("list", "--state", "closed", "--as-of", TWO_YEARS_IN)
    rated = [shell("rate", row["number"], *NOT_CONTENT, "--on", row["state_since"]).code for row in closed]
    assert 0 in rated
    return shell


def found(shell: Shell, *words: str) -> list[tuple[Any, ...]]:
    rows = shell.data("check", *words, "--as-of", TWO_YEARS_IN)
    return [tuple(row.values()) for row in rows]


def open_then(shell: Shell) -> set[str]:
    return {row["number"] for row in shell.data("list", "--open", "--as-of", TWO_YEARS_IN)}


def test_what_is_in_hand(watching: Shell) -> None:
    still_open = open_then(watching)
    every = found(watching, "--all")
    wanted = [row for row in every if row[0] in still_open or row[1] in AFTER_END]
    assert found(watching) == wanted
    ended = {row[1] for row in wanted if row[0] not in still_open}
    assert ended == AFTER_END, "each of them is seen at something that has ended"
    assert {row[0] for row in every} > {row[0] for row in wanted}


def test_supervised_in_one_command(watching: Shell, tmp_path: Path) -> None:
    """Every finding that amounts to a situation is asked for, of open and ended petitions alike, and once."""
    shell = copied(watching, tmp_path)
    command = ("supervise", "--from-checks", "--answer-by", "2026-02-28")
    planned = shell.data(*command, "--dry-run")
    done = shell.data(*command)
    assert done == planned
    states = {row["number"]: row["state"] for row in shell.data("list")}
    assert {states[row["number"]] for row in done} & {"closed", "concluded"}
    assert shell.data(*command) == []
