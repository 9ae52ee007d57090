"""Whether two petitions are about the same matter: measured on labelled pairs of real messages, and what holds for any.

tests/pair_figures.py tells how it is measured; run by itself it prints all figures with their spread. The constants were
chosen looking at the whole of one file, so three figures stand side by side: with the threshold fitted without the people
judged; with all constants fitted so, of their neighbours, which is what people never seen may be expected to give; and on
pairs labelled afterwards. Each message is looked up among all that its writer sent, as `similar` does it, which is measured
through the program too (import_/test_similar.py), and among what had come in before, as `register` does it.

What the words weigh comes from nobody who had seen the messages, or the figures would tell nothing: made-up letters that
repeat what writers of the file write brought 0.97 where eighty by people who had not seen it brought no more than before.
The set phrases were written, two lists put together, and then read through for what names a topic, in the same way.

Models that learn more (names and topics apart, the share of the shorter text, the longest common words, pairs of characters,
days between, forests of all of these) come to 0.86 to 0.95, on more pairs too. How common a word is in Chinese at large does
as much as the set phrases (0.97 to 0.98), and both together no more.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled_pairs import all_of_the_same_person, pairs, read_pairs
from needs import real_messages, real_pairs
from pair_figures import KINDS, f1, left_out, with_all_constants, with_the_threshold

from xinfang.rules import same_matter, wording
from xinfang.rules.own_matters import likenesses
from xinfang.rules.same_matter import THRESHOLD, likeness, telling, text_of


@real_pairs
@pytest.mark.parametrize(("kind", "target"), KINDS.items(), ids=KINDS)
def test_on_people_left_out(kind: str, target: float) -> None:
    found = left_out(pairs(kind), with_the_threshold(pairs(kind)), weighted=True)
    assert mean(found) >= target, found


@real_pairs
@pytest.mark.parametrize(("kind", "target"), KINDS.items(), ids=KINDS)
def test_with_no_constant_chosen_by_the_people_left_out(kind: str, target: float) -> None:
    found = left_out(pairs(kind), with_all_constants(kind), weighted=True)
    assert mean(found) >= target, found


@real_pairs
@pytest.mark.parametrize(("kind", "target"), KINDS.items(), ids=KINDS)
def test_with_the_threshold_in_use(kind: str, target: float) -> None:
    assert f1(pairs(kind), THRESHOLD, weighted=True) >= target
    assert f1(pairs(kind), THRESHOLD, weighted=False) >= target


@real_messages
def test_on_pairs_labelled_afterwards() -> None:
    some = read_pairs()
    assert len(some) == 82
    assert f1(some, THRESHOLD, weighted=False) >= KINDS["same-person"]


@real_messages
@real_pairs
def test_on_all_pairs_together() -> None:
    """Most of them labelled afterwards."""
    some = all_of_the_same_person()
    assert len(some) == 180 + 82 + 151 + 223
    assert f1(some, THRESHOLD, weighted=False) >= KINDS["same-person"]


@real_messages
@real_pairs
def test_at_registration() -> None:
    """Less is known of a person by then: what she always writes might be taken for one matter."""
    target = KINDS["same-person"]
    assert f1(all_of_the_same_person(at_registration=True), THRESHOLD, weighted=False) >= target
    some = pairs("same-person", at_registration=True)
    assert f1(some, THRESHOLD, weighted=True) >= target
    found = left_out(some, with_the_threshold(some), weighted=True)
    assert mean(found) >= target, found


@given(st.text(max_size=40), st.text(max_size=200), st.text(max_size=40), st.text(max_size=200))
def test_scores_lie_between_nothing_and_the_same(title: str, body: str, other: str, text: str) -> None:
    one, two = text_of(title, body), text_of(other, text)
    found = likeness(one, two)
    assert 0 <= found.score <= 1
    assert found.score == pytest.approx(likeness(two, one).score)
    assert likeness(one, one).score == pytest.approx(1.0 if any(one.weights.values()) else 0.0)
    assert likenesses(one, [two]) == [found]


@given(st.text(st.sampled_from("幸福家园夜间施工噪音扰民拖欠工资，。a7"), max_size=60))
def test_what_both_say_stands_in_both(body: str) -> None:
    one, two = text_of("反映幸福家园夜间施工", body), text_of("", "幸福家园拖欠工资，施工噪音扰民a7")
    for words in likeness(one, two).shared:
        assert words in "幸福家园拖欠工资，施工噪音扰民a7"
    assert all(phrase in f"反映幸福家园夜间施工\n{body}" for phrase in telling(one))


def test_a_long_sentence_both_write_is_told_once() -> None:
    """Its beginning, not its end as one thing more that both say."""
    sentence = "户口迁移申请又被户籍窗口以材料不全为由退回"
    found = likeness(text_of("", f"{sentence}，请求一次告知"), text_of("", f"今天{sentence}，不服"))
    assert found.shared == ("户口迁移申请又被户籍窗口以材料不…",)
    same = text_of("", "啊哦" * 3000)
    assert [words[-1] for words in likeness(same, same).shared] == ["…"]


def test_what_a_person_always_writes_does_not_make_it_the_same_matter() -> None:
    """A turn of phrase in letters about quite other matters counts for less."""
    habit = "本人实名反映，人在做天在看，绝不姑息养奸，还我朗朗乾坤"
    this, that = text_of("", f"水库承包到期没有招标，{habit}"), text_of("", f"公交车站牌字迹脱落，{habit}")
    beside = [text_of("", f"幼儿园收费没有公示，收据是手写的，老师也没有说明，家长都有意见，{habit}")]
    assert likeness(this, that, beside).score < likeness(this, that).score / 2


def test_what_fits_any_petition_tells_nothing() -> None:
    """A set phrase is no reason for the same matter, and nothing to look for others by."""
    phrases = "此事刻不容缓，恳请有关部门高度重视，加大力度"
    this, that = text_of("", f"水库承包没有招标，{phrases}"), text_of("", f"公交站牌字迹脱落，{phrases}")
    assert likeness(this, that).shared == ()
    assert not {"刻不", "高度", "度重", "重视", "力度"} & telling(this).keys()
    assert set(telling(this)) & {"水库", "承包", "招标"}


def test_the_set_phrases_are_words_once_each_in_order() -> None:
    """Of one sign there would be no pair; a blank or a mark within would part a phrase unseen."""
    file = Path(wording.__file__).with_name("wording") / "set_phrases.txt"
    phrases = file.read_text(encoding="utf-8").split("\n")
    assert phrases.pop() == ""
    assert [each for each in phrases if not re.fullmatch("[\u4e00-\u9fff]{2,8}", each)] == []
    assert phrases == sorted(set(phrases))


@pytest.mark.parametrize("body", ["啊" * 100_000, "a" * 100_000, "\n" * 9, "，" * 1000, "1 " * 50_000, "𠮷" * 5000])
def test_any_text_can_be_compared(body: str) -> None:
    assert 0 <= likeness(text_of("标题", body), text_of("标题", "反映工资")).score <= 1
    assert len(telling(text_of("标题", body))) <= same_matter.LOOKED_FOR
