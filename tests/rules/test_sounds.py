"""The table of sounds against a source of its own: GB 2312 puts its common characters in the order of their syllables."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from xinfang.rules import sounds
from xinfang.rules.sounds import as_heard

TABLE = Path(sounds.__file__).with_name("tables") / "sounds.txt"
LINES = [line.split(" ") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
SYLLABLE = {sign: syllable for syllable, signs in LINES for sign in signs}


def common() -> list[str]:
    """The 3,755 characters of the first level, in the order of the standard."""
    codes = product(range(0xB0, 0xD8), range(0xA1, 0xFF))
    return [bytes(code).decode("gb2312") for code in codes if code <= (0xD7, 0xF9)]


def test_the_order_of_the_standard_is_that_of_the_syllables() -> None:
    """But for those of two readings, of which the standard takes the other: 佛 under bo, 厦 under xia."""
    signs = [sign for sign in common() if sign in SYLLABLE]
    assert len(signs) > 3750
    back = [pair for pair in pairwise(signs) if SYLLABLE[pair[0]] > SYLLABLE[pair[1]]]
    assert len(back) < 60, back


def test_each_character_stands_once() -> None:
    assert [sign for sign, times in Counter(sign for _, signs in LINES for sign in signs).items() if times > 1] == []


@given(st.text(st.sampled_from("".join(SYLLABLE)), max_size=5))
def test_the_name_as_heard_has_the_same_syllables(name: str) -> None:
    assert [SYLLABLE[sign] for sign in as_heard(name)] == [SYLLABLE[sign] for sign in name]
    assert as_heard(as_heard(name)) == as_heard(name)


@given(st.text(max_size=8))
def test_whatever_has_no_sound_stays(text: str) -> None:
    for sign, heard in zip(text, as_heard(text), strict=True):
        assert heard == sign or SYLLABLE[heard] == SYLLABLE[sign]
