"""Damaged .xls and .ods: calamine may never come back from one, the clerk always does."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from xinfang.core.errors import ExchangeFailed
from xinfang.sheets.ledger import open_ledger
from xinfang.sheets.trial import stand_trial

from .samples import HEAD, only, write_ods, write_ole, write_xls, write_xlsx

GOOD = ["2025-01-02", "张三", "", "13800138000", "反映宅基地问题"]
FAT, DIRECTORY = 512, 1
"""Where the table of sectors begins, and the sector of the directory, as samples.write_ole lays a file out."""


def going_round(path: Path) -> Path:
    """An .xls whose directory is followed by itself: one number wrong in the table of sectors."""
    content = bytearray(write_xls(path, [HEAD, GOOD]).read_bytes())
    struct.pack_into("<I", content, FAT + 4 * DIRECTORY, DIRECTORY)
    path.write_bytes(content)
    return path


def test_a_file_that_takes_all_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeFailed) as refusal:
        open_ledger(going_round(tmp_path / "旧台账.xls"))
    assert refusal.value.code == "E502"
    assert "旧台账.xls 读到一半读不下去" in refusal.value.what
    assert "另存为 .xlsx" in refusal.value.remedy


@pytest.mark.parametrize("write", [write_xls, write_ods])
def test_a_file_that_takes_too_long_is_refused(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write(tmp_path / "台账", [HEAD, GOOD])
    stand_trial(path)
    with pytest.raises(ExchangeFailed, match="过了0秒还没有读完") as refusal:
        stand_trial(path, seconds=0)
    assert refusal.value.code == "E502"


def test_xlsx_is_read_at_once(tmp_path: Path) -> None:
    stand_trial(write_xlsx(tmp_path / "台账.xls", {"台账": [HEAD, GOOD]}), seconds=0)


def test_a_password_is_still_told_as_one(tmp_path: Path) -> None:
    locked = {"EncryptionInfo": b"\4\0\4\0\x40\0\0\0<?xml version='1.0'?>", "EncryptedPackage": bytes(5000)}
    with pytest.raises(ExchangeFailed) as refusal:
        open_ledger(write_ole(tmp_path / "台账.xls", locked))
    assert refusal.value.code == "E503"


def test_names_that_look_like_options_are_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_xls(Path("-h 台账.xls"), [HEAD, GOOD])
    assert only(Path("-h 台账.xls")).name == "张三"


@pytest.mark.parametrize("write", [write_xls, write_ods])
def test_damaged_bits_are_read_or_refused(tmp_path: Path, write: Callable[..., Path]) -> None:
    sound = write(tmp_path / "好的", [HEAD, GOOD]).read_bytes()
    chance = random.Random(20250102)
    for number in range(15):
        content = bytearray(sound)
        for _ in range(3):
            content[chance.randrange(30, len(content))] ^= 1 << chance.randrange(8)
        damaged = tmp_path / f"{number}.xls"
        damaged.write_bytes(content)
        try:
            list(open_ledger(damaged).rows())
        except ExchangeFailed as refusal:
            assert refusal.code in {"E502", "E503", "E504"}
