"""Texts that tell of the same thing, and the clusters they make."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.clusters import clusters
from xinfang.core.near_texts import near
from xinfang.reports.observation.compared import ALIKE, Compared

TOLD = [
    "锦绣花园三期夜间施工打桩噪声扰民，多次报警没有解决",
    "反映锦绣花园三期工地夜里打桩，噪声太大影响睡觉",
    "锦绣花园的工地夜间施工打桩，老人孩子无法休息",
    "申请补办居民身份证，办理进度如何查询",
    "不服交通事故责任认定，要求复核",
]


def test_near_by_hand() -> None:
    """Two pairs of characters in common, which the third has not."""
    assert list(near(["甲乙丙丁", "甲乙丙戊", "己庚"])) == [(0, 1)]
    assert list(near(["甲乙丙", "乙丙丁"])) == []


def test_nothing_to_compare() -> None:
    assert list(near([])) == []
    assert list(near(["", "一", "甲乙"])) == []
    assert Compared(["", "一", "甲乙"]).alike(0, 2) == 0.0


@given(st.lists(st.text(alphabet="甲乙丙丁戊\n", max_size=12), max_size=8))
def test_likeness_is_a_likeness(several: list[str]) -> None:
    texts = Compared(several)
    for one in range(len(several)):
        for other in range(len(several)):
            likeness = texts.alike(one, other)
            assert 0 <= likeness <= 1
            assert isclose(likeness, texts.alike(other, one), abs_tol=1e-4)
    assert all(one < other for one, other in texts.near())


def test_the_same_matter_in_other_words() -> None:
    assert clusters(Compared([*TOLD, *_others()]), alike=ALIKE) == [[0, 1, 2]]


def _others() -> list[str]:
    """Texts of chance, so that the words of the matter are rare among them."""
    chance = random.Random(5)
    signs = [chr(code) for code in range(0x4E00, 0x5A00)]
    return ["".join(chance.choices(signs, k=40)) for _ in range(200)]


def test_a_letter_sent_in_a_thousand_times_is_one_cluster() -> None:
    """Each is compared with a few, and yet all are found."""
    texts = Compared([TOLD[0]] * 1000 + _others())
    assert len(list(texts.near())) < 30 * 1200
    (found,) = clusters(texts, alike=ALIKE)
    assert sorted(found) == list(range(1000))


class Line:
    """Things in a row, each alike to its neighbours only."""

    def __init__(self, number: int) -> None:
        self.number = number

    def near(self) -> Iterator[tuple[int, int]]:
        return zip(range(self.number), range(1, self.number), strict=False)

    def alike(self, one: int, other: int) -> float:
        return 1.0 if abs(one - other) <= 1 else 0.0


def test_no_chain_leads_from_one_matter_to_another() -> None:
    found = clusters(Line(5), alike=0.5)
    assert all(len(each) <= 3 for each in found)
    for centre, *others in found:
        assert all(abs(centre - other) == 1 for other in others)


class Blocks:
    """Things that are alike within a block."""

    def __init__(self, blocks: Sequence[int]) -> None:
        self.blocks = blocks

    def near(self) -> Iterator[tuple[int, int]]:
        for other in range(len(self.blocks)):
            yield from ((one, other) for one in range(other))

    def alike(self, one: int, other: int) -> float:
        return float(self.blocks[one] == self.blocks[other])


@given(st.lists(st.integers(0, 4), max_size=14))
def test_blocks_are_found_whole(blocks: list[int]) -> None:
    expected = {frozenset(i for i, each in enumerate(blocks) if each == block) for block in set(blocks)}
    found = [frozenset(each) for each in clusters(Blocks(blocks), alike=0.5)]
    assert set(found) == {each for each in expected if len(each) > 1}
    assert [len(each) for each in found] == sorted(map(len, found), reverse=True)
