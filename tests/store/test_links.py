"""Links in any order on any day: what is looked up is what the facts add up to, and nothing that was linked is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli.shell import Shell

from .folding import facts
from .ledgers import PAPER, foreign, founded, register

FIRST, TODAY = date(2025, 11, 1), date(2026, 1, 5)
PETITIONS, ACTS = 6, 40
Standing = dict[tuple[str, str], str]
"""(petition, earlier) → relation."""


def linked_up(shell: Shell, chance: random.Random) -> None:
    """Petitions of one day, so that each may repeat any other; what the law does not allow is refused and goes by."""
    for place in range(1, PETITIONS + 1):
        more = ["--repeat-of", "1"] if place == PETITIONS else []
        register(shell, f"第{place}件", *more, received=str(FIRST))
    for _ in range(ACTS):
        number, other = (str(chance.randint(1, PETITIONS)) for _ in range(2))
        day = str(FIRST + timedelta(days=chance.randrange((TODAY - FIRST).days + 1)))
        line = chance.choice(
            [
                ["link", number, "--to", other, "--on", day],
                ["link", number, "--to", other, "--as", "related", "--on", day],
                ["unlink", number, "--from", other, "--reason", "不是同一事项", "--on", day],
                ["unlink", number, "--from", other, "--reason", "不是同一事项", "--on", day],
                ["retract", number, "--act", chance.choice(["link", "unlink"]), "--reason", "录错了"],
                ["correct", number, "--repeat-of", other, "--reason", "登记有误"],
            ]
        )
        ran = shell(*line)
        assert ran.code in (0, 2, 3, 4), ran.err


def standing_on(shell: Shell, on: date) -> Standing:
    """The links of that day, folded anew: the registration as corrected, then link after unlink by day and turn."""
    found: Standing = {}
    for number, entries in facts(shell).items():
        gone = {entry.data["turn"] for entry in entries if entry.act == "retract"}
        held = [entry for entry in entries if entry.turn not in gone]
        stated = held[0].data["registration"].get("repeat_of", "")
        for entry in held:
            stated = entry.data["changes"].get("repeat_of", stated) if entry.act == "correct" else stated
        links: dict[str, str] = {stated: "repeat"} if stated else {}
        for entry in sorted(held, key=lambda entry: (entry.on, entry.turn)):
            if entry.on <= on and entry.act == "link":
                links[entry.data["earlier"]] = entry.data["relation"]
            elif entry.on <= on and entry.act == "unlink":
                links.pop(entry.data["earlier"], None)
        found |= {(number, earlier): relation for earlier, relation in links.items()}
    return found


def rows_on(shell: Shell, on: date) -> Standing:
    """The same from the table."""
    with foreign(shell) as connection:
        rows = connection.execute(
            "SELECT one.number, other.number, relation FROM link JOIN petition AS one ON one.id = link.petition "
            "JOIN petition AS other ON other.id = link.earlier WHERE since <= :on AND (until IS NULL OR until > :on)",
            {"on": on.isoformat()},
        ).fetchall()
    assert len({row[:2] for row in rows}) == len(rows), "two links between the same two on one day"
    return {(petition, earlier): relation for petition, earlier, relation in rows}


@pytest.fixture(scope="module", params=(0, 2, 5, 7))
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger in which much was linked and taken apart."""
    shell = founded(tmp_path_factory.mktemp("links"), today=str(TODAY))
    linked_up(shell, random.Random(request.param))
    return shell


def days() -> Iterator[date]:
    yield from (FIRST + timedelta(days=each) for each in (0, 9, 20, 33, 47, 65))


def test_on_any_day_the_table_says_what_the_facts_say(shell: Shell) -> None:
    for on in days():
        assert rows_on(shell, on) == standing_on(shell, on)


def test_on_no_day_does_a_petition_repeat_two(shell: Shell) -> None:
    for day in range((TODAY - FIRST).days + 1):
        standing = standing_on(shell, FIRST + timedelta(days=day))
        repeating = [petition for (petition, _), relation in standing.items() if relation == "repeat"]
        assert len(repeating) == len(set(repeating))


def test_the_facts_alone_give_the_same_bytes(shell: Shell) -> None:
    shell.sound()
    assert "逐字节相同" in shell.ok("rebuild").out


def test_a_matter_is_what_is_connected_by_repeats(shell: Shell) -> None:
    for on in days():
        repeats = [pair for pair, relation in standing_on(shell, on).items() if relation == "repeat"]
        for place in range(1, PETITIONS + 1):
            number = f"2026-{place:06}"
            told = shell.data("matter", number, "--as-of", on)
            assert {row["number"] for row in told["petitions"]} == reached(number, repeats)


def reached(number: str, pairs: list[tuple[str, str]]) -> set[str]:
    """Everything that pairs lead to from there, however often round."""
    found = {number}
    while more := {each for pair in pairs if found & set(pair) for each in pair} - found:
        found |= more
    return found


def test_every_link_ever_made_is_told(shell: Shell) -> None:
    """A petition keeps its own facts: linking takes nothing from either."""
    for number, entries in facts(shell).items():
        shown = shell.data("show", number)
        assert [row["turn"] for row in shown["timeline"]] == [entry.turn for entry in entries]
        assert shown["registration"]["title"].startswith("第")


def test_repeats_in_a_circle_harm_nothing(tmp_path: Path) -> None:
    """Refused when they are made, but two late entries may still lead round: every look comes to an end."""
    shell = founded(tmp_path, today=str(TODAY))
    for title in ("甲", "乙", "丙"):
        register(shell, title)
    with foreign(shell) as connection:
        ids = [20260000001, 20260000002, 20260000003]
        for one, other in zip(ids, [*ids[1:], ids[0]], strict=True):
            connection.execute("INSERT INTO link VALUES (?, ?, '2026-01-05', NULL, 'repeat')", (one, other))
    data: Any = shell.data("matter", 1)
    assert [row["number"] for row in data["petitions"]] == ["2026-000001", "2026-000002", "2026-000003"]
    shell.refused("E323", "link", 1, "--to", 2)
    shell.ok("show", 2)
    shell.ok("check", 1)
    # What the office has in its own hands is no ground (第十九条第三款); looking for one goes round in no circle.
    shell.refused("E321", "decline", 3, "--ground", "in-progress", "--other", "2026-000001")
    shell.refused("E105", "decline", 3)
    assert shell.ok("decline", 3, "--ground", "in-progress", "--other", "市信访局2026-0456号").code == 0


def test_what_came_again_by_a_day_is_what_was_received_and_not_retracted(tmp_path: Path) -> None:
    """By hand: the third repeats the second, which repeats the first; the registration of the fourth was a mistake."""
    shell = founded(tmp_path, today=str(TODAY))
    register(shell, "欠薪", received="2025-11-03")
    shell.ok("close", 1, "--despite", "信访人外出", "--on", "2025-11-10")
    for day, earlier in (("2025-11-20", 1), ("2025-12-10", 2), ("2025-12-20", 1)):
        register(shell, "又是欠薪", "--repeat-of", str(earlier), received=day)
    shell.ok("retract", 4, "--act", "register", "--reason", "登记重了")

    def seen(*more: str) -> list[str]:
        found = shell.data("check", 1, "--name", "came-again", *more)
        return [each["finding"] for each in found]

    assert seen() == ["2025-11-10 办结，2025-11-20 起同一事项又来信访 2 件"]
    assert seen("--as-of", "2025-12-09") == ["2025-11-10 办结，2025-11-20 起同一事项又来信访 1 件"]
    assert seen("--as-of", "2025-11-19") == []


def test_a_retracted_registration_is_nothing_to_repeat(tmp_path: Path) -> None:
    """A repeat of what was never a petition would be counted as a repeat, in a matter of its own."""
    shell = founded(tmp_path, today=str(TODAY))
    for day in ("2025-11-03", "2025-11-04", "2025-11-05"):
        register(shell, "欠薪", received=day)
    shell.ok("link", 2, "--to", 1)
    shell.ok("link", 3, "--to", 1, "--as", "related")
    refused = shell.refused("E312", "retract", 1, "--act", "register", "--reason", "登记重了").err
    assert "2026-000002 记为 2026-000001 的重复件" in refused
    shell.ok(*refused.split("先解除: xinfang ")[1].split(" …")[0].split(), "登记重了")
    shell.ok("retract", 1, "--act", "register", "--reason", "登记重了")
    for relation in ("repeat", "related"):
        shell.refused("E323", "link", 2, "--to", 1, "--as", relation)
    shell.refused("E323", "correct", 2, "--repeat-of", 1, "--reason", "漏了")
    paper = ("register", "--channel", "visit", *PAPER, "--title", "又是欠薪")
    shell.refused("E323", *paper, "--repeat-of", 1)
    shell.refused("E323", *paper, "--repeat-of", "none", "--related-to", 1)
    assert [row["number"] for row in shell.ok("similar", 2, "-f", "json").data] == ["2026-000003"]
    shell.ok("unlink", 3, "--from", 1, "--reason", "登记重了")
    shell.sound()


def test_what_repeated_a_petition_that_is_gone_is_the_first_itself(tmp_path: Path) -> None:
    """Ledgers of older versions have repeats of a retracted registration: nothing more is linked to that one."""
    shell = founded(tmp_path, today=str(TODAY))
    for day in ("2025-11-03", "2025-11-04", "2025-11-05"):
        register(shell, "欠薪", received=day)
    shell.ok("retract", 1, "--act", "register", "--reason", "登记重了")
    with foreign(shell) as connection:
        connection.execute("INSERT INTO link VALUES (20260000002, 20260000001, '2026-01-05', NULL, 'repeat')")
    shell.ok("link", 3, "--to", 2)
    shown = shell.ok("show", 3, "-f", "json").data
    assert [link["earlier"] for link in shown["links"]] == ["2026-000002"]
