"""A ledger that an older program wrote gets today's tables, filled from its facts: all of it or nothing."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cli.shell import Shell

from xinfang.core.terms import ENDED
from xinfang.store.connection import SCHEMA_VERSION
from xinfang.store.schema import OPEN_NOW
from xinfang.workflows import keeping
from xinfang.workflows.watching import followed

from .ledgers import attacker, foreign, pragma, register

OLDEST = Path(__file__).with_name("ledger-0.1.0.db")
SECOND = Path(__file__).with_name("ledger-schema-2.db")
THIRD = Path(__file__).with_name("ledger-schema-3.db")
FOURTH = Path(__file__).with_name("ledger-schema-4.db")
FIFTH = Path(__file__).with_name("ledger-schema-5.db")
SIXTH = Path(__file__).with_name("ledger-schema-6.db")


def test_the_oldest_ledger_still_opens(tmp_path: Path) -> None:
    """Made by the first version and never made again: every later one has to open it."""
    shell = Shell(tmp_path)
    shutil.copyfile(OLDEST, shell.ledger)
    assert shell.sound() == 22
    rows = shell.data("list")
    assert [(row["number"], row["state"]) for row in rows] == [
        ("2026-000005", "registered"),
        ("2026-000004", "registered"),
        ("2026-000003", "forwarded"),
        ("2026-000002", "closed"),
        ("2026-000001", "accepted"),
    ]
    assert "逐字节相同" in shell.ok("rebuild").out
    assert [row["legal_due"] for row in shell.data("due", "--within", "90")] == ["2026-03-03"]
    assert register(shell, "新的一件") == "2026-000006"
    assert shell.sound() == 23


def test_a_ledger_of_the_second_schema_gets_its_indexes(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shutil.copyfile(SECOND, shell.ledger)
    assert pragma(shell, "user_version") == 2
    rows = shell.data("list")
    assert [row["number"] for row in rows] == [f"2026-00000{place}" for place in range(5, 0, -1)]
    assert pragma(shell, "user_version") == SCHEMA_VERSION
    assert shell.sound() == 23
    assert "逐字节相同" in shell.ok("rebuild").out


@pytest.mark.parametrize("older", [SECOND, THIRD, FOURTH, FIFTH, SIXTH])
def test_what_acts_had_another_effect_on_is_made_anew(older: Path, tmp_path: Path) -> None:
    """Rows as a program left them that took a fact otherwise: its successor finds them wrong, and must not keep them."""
    shell = Shell(tmp_path)
    shutil.copyfile(older, shell.ledger)
    with attacker(shell) as connection:
        connection.execute("UPDATE petition SET state = 'void'")
        connection.execute("DELETE FROM deadline")
    assert "accepted" in {row["state"] for row in shell.data("list")}
    assert pragma(shell, "user_version") == SCHEMA_VERSION
    shell.sound()
    assert "逐字节相同" in shell.ok("rebuild").out


def test_who_was_told_of_each_demand_had_been_told_in_a_ledger_of_the_sixth_schema(tmp_path: Path) -> None:
    """All of them were diverted; the telling stood as ended, and was counted nowhere."""
    shell = Shell(tmp_path, today="2026-02-02")
    shutil.copyfile(SIXTH, shell.ledger)
    (telling,) = shell.data("show", "2026-2")["deadlines"]
    assert (telling["status"], telling["ended_on"]) == ("met", "2026-01-05")


def test_what_takes_long_when_an_old_ledger_is_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, on standard error, and on a terminal with a bar; of a small ledger nothing is worth saying."""
    shell = Shell(tmp_path)
    shutil.copyfile(THIRD, shell.ledger)
    assert shell.ok("list", "-f", "json").err == ""
    shutil.copyfile(THIRD, shell.ledger)
    monkeypatch.setattr(keeping, "WORTH_TELLING", 1)
    first, second = shell.ok("list", "-f", "json"), shell.ok("list", "-f", "json")
    assert re.fullmatch("台账是旧版程序写的，检索表按新版重做（.+）……\n", first.err)
    assert (second.err, second.out) == ("", first.out)


def test_how_far_the_work_is() -> None:
    told: list[float] = []
    assert list(followed(range(250), 250, told.append)) == list(range(250))
    assert told == [0, 0.4, 0.8]
    assert list(followed(range(3), 0, None)) == [0, 1, 2]


def test_people_in_a_ledger_of_the_third_schema_are_found_by_the_sound_of_their_names(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shutil.copyfile(THIRD, shell.ledger)
    assert pragma(shell, "user_version") == 3
    heard = ("--name", "章叁", "--address", "城关镇1号", "--title", "路灯还是不亮", "--content", "请求修路灯")
    receipt = shell.data("register", "--channel", "phone", *heard)
    assert {each["number"] for each in receipt["earlier"]} == {f"2026-00000{place}" for place in range(1, 7)}
    assert pragma(shell, "user_version") == SCHEMA_VERSION
    shell.sound()
    assert "逐字节相同" in shell.ok("rebuild").out


def test_the_index_of_open_petitions_holds_those_that_have_not_ended() -> None:
    """Its words are frozen in the schema; what ends a petition may not change without a new one."""
    assert set(re.findall(r"'([a-z-]+)'", OPEN_NOW)) == {state.value for state in ENDED}


def test_many_open_the_oldest_ledger_at_once(tmp_path: Path) -> None:
    """One brings it up to date while the others wait; none finds it half done."""
    shell = Shell(tmp_path)
    shutil.copyfile(OLDEST, shell.ledger)
    with ThreadPoolExecutor(4) as clerks:
        lists = list(clerks.map(lambda _: shell.outside("list", "-f", "json"), range(4)))
    assert [ran.code for ran in lists] == [0] * 4, [ran.err for ran in lists]
    assert {ran.out for ran in lists} == {lists[0].out}
    assert len(lists[0].data) == 5
    assert shell.sound() == 22


@pytest.mark.parametrize(
    ("older", "version"), [(OLDEST, 1), (SECOND, 2), (THIRD, 3), (FOURTH, 4), (FIFTH, 5), (SIXTH, 6)]
)
def test_an_old_ledger_that_cannot_be_filled_again_stays_as_it_was(older: Path, version: int, tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shutil.copyfile(older, shell.ledger)
    with attacker(shell) as connection:
        connection.execute("UPDATE payload SET body = '{' WHERE seq = 5")
    before = dump_of(shell)
    shell.refused("E407", "list")
    assert dump_of(shell) == before
    assert pragma(shell, "user_version") == version


def dump_of(shell: Shell) -> list[object]:
    """Its tables as they were made, and what stands in those that the program fills anew."""
    with foreign(shell) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        filled = [
            connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("petition", "spell", "deadline")
        ]
    return [made, filled]
