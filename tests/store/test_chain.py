"""Whoever changes, removes or adds a fact behind the program's back is found out, and which fact it was."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from cli.shell import Shell

from .ledgers import attacker, copied, foreign, found_fault, founded, register

COLUMNS = ("subject", "turn", "act", "on_day", "recorded_at", "by_officer", "digest", "chain")


def changed(value: object, place: int) -> object:
    """The value with one byte, character or unit changed."""
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, bytes):
        place %= len(value)
        return value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
    text = str(value)
    place %= len(text)
    return text[:place] + ("a" if text[place] != "a" else "b") + text[place + 1 :]


def named(shell: Shell, seq: int) -> None:
    """`verify` finds fault with that fact and no other."""
    assert f"第 {seq} 条（" in found_fault(shell).err


@pytest.mark.parametrize("column", COLUMNS)
def test_any_column_of_any_fact(column: str, original: Shell, tmp_path: Path) -> None:
    with foreign(original) as connection:
        facts = connection.execute(f"SELECT seq, {column} FROM fact ORDER BY seq").fetchall()
    for seq, value in random.Random(column).sample(facts, 6):
        shell = copied(original, tmp_path / f"{column}-{seq}")
        with attacker(shell) as connection:
            new = changed(value, seq * 7)
            connection.execute(f"UPDATE fact SET {column} = ? WHERE seq = ?", (new, seq))
        named(shell, seq)


@pytest.mark.parametrize("column", ["salt", "body"])
def test_any_byte_of_a_payload(column: str, original: Shell, tmp_path: Path) -> None:
    with foreign(original) as connection:
        payloads = connection.execute(f"SELECT seq, {column} FROM payload ORDER BY seq").fetchall()
    chance = random.Random(column)
    for seq, value in chance.sample(payloads, 8):
        shell = copied(original, tmp_path / f"{column}-{seq}")
        with attacker(shell) as connection:
            new = changed(value, chance.randrange(len(value)))
            connection.execute(f"UPDATE payload SET {column} = ? WHERE seq = ?", (new, seq))
        named(shell, seq)


def test_a_byte_moved_from_the_payload_into_its_salt(shell: Shell) -> None:
    """Salt and payload are digested one after the other; where one ends is part of what is proved."""
    with attacker(shell) as connection:
        salt, body = connection.execute("SELECT salt, body FROM payload WHERE seq = 4").fetchone()
        moved = (salt + body[:1].encode(), body[1:])
        connection.execute("UPDATE payload SET salt = ?, body = ? WHERE seq = 4", moved)
    named(shell, 4)


def test_a_fact_removed_is_missed(shell: Shell) -> None:
    with attacker(shell) as connection:
        connection.execute("DELETE FROM payload WHERE seq = 5")
        connection.execute("DELETE FROM fact WHERE seq = 5")
    assert "缺第 5 条" in found_fault(shell).err


def test_a_payload_removed_is_missed(shell: Shell) -> None:
    with attacker(shell) as connection:
        connection.execute("DELETE FROM payload WHERE seq = 5")
    named(shell, 5)


def test_two_facts_exchanged_are_noticed(shell: Shell) -> None:
    with attacker(shell) as connection:
        for table in ("payload", "fact"):
            for old, new in ((5, 0), (6, 5), (0, 6)):
                connection.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (new, old))
    named(shell, 5)


def test_a_fact_added_at_the_end(shell: Shell) -> None:
    with attacker(shell) as connection:
        (last,) = connection.execute("SELECT max(seq) FROM fact").fetchone()
        connection.execute(
            "INSERT INTO fact SELECT seq + 1, subject, turn + 100, act, on_day, recorded_at, by_officer, digest, chain "
            "FROM fact WHERE seq = ?",
            (last,),
        )
        connection.execute("INSERT INTO payload SELECT seq + 1, salt, body FROM payload WHERE seq = ?", (last,))
    named(shell, last + 1)


def test_the_last_facts_cut_off(shell: Shell) -> None:
    """The chain alone cannot know; what the facts added up to is still in the tables, and the fingerprint differs."""
    before = shell.ok("verify").out
    register(shell, "最后一件")
    with attacker(shell) as connection:
        (last,) = connection.execute("SELECT max(seq) FROM fact").fetchone()
        connection.execute("DELETE FROM payload WHERE seq = ?", (last,))
        connection.execute("DELETE FROM fact WHERE seq = ?", (last,))
    assert "2026-000006" in found_fault(shell).err
    assert "1 件信访件，台账里没有任何记载: 2026-000006" in shell.ok("rebuild").out
    assert "没有任何记载" not in shell.ok("rebuild").out
    assert shell.ok("verify").out == before


def test_the_fingerprint_is_that_of_the_last_fact(shell: Shell) -> None:
    before = shell.ok("verify").out
    assert shell.ok("verify").out == before
    shell.ok("note", 1, "电话联系")
    after = shell.ok("verify").out
    assert after.split("指纹 ")[1] != before.split("指纹 ")[1]


def test_a_damaged_page_is_noticed(shell: Shell) -> None:
    content = bytearray(shell.ledger.read_bytes())
    # Far enough in to hit a table's page, not the header.
    content[4096 * 3 + 5 : 4096 * 3 + 40] = bytes(range(100, 135))
    shell.ledger.write_bytes(content)
    ran = shell("verify")
    assert ran.code == 5
    assert ran.err.startswith("E407: ")


def test_every_text_of_a_fact_is_in_the_chain(shell: Shell) -> None:
    """Moving the border between two columns does not go unseen: no column can hold what sets them apart."""
    with attacker(shell) as connection:
        connection.execute("UPDATE fact SET act = act || char(31) || on_day, on_day = recorded_at WHERE seq = 4")
    named(shell, 4)


def test_clean_files_are_found_clean(shell: Shell) -> None:
    assert shell.sound() > 20
    with sqlite3.connect(shell.ledger) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_clock_that_went_back_is_told_as_people_write_it(tmp_path: Path) -> None:
    """It is no fault; day and minute as in the time line of a petition."""
    shell = founded(tmp_path, today="2026-03-10")
    shell.today = "2026-03-09"
    register(shell, "反映欠薪")
    told = shell.ok("verify").out
    assert "第 2 条记于 2026-03-09 09:00，早于前一条的 2026-03-10 09:00，当时电脑时钟可能有误。" in told


def test_no_fingerprint_is_none_that_agrees(shell: Shell) -> None:
    """`--against "$PRINTED"` in a script whose variable is empty: nothing was compared, so nothing is proven."""
    printed = shell.ok("verify").out.split("指纹 ")[1].split("\n")[0]
    for nothing in ("", " ", printed[:-5]):
        shell.refused("E101", "verify", "--against", nothing)
    assert f"指纹 {printed} 相符" in shell.ok("verify", "--against", f" {printed}\r").out
