"""What is typed with an act: cleaned before it is kept, and nothing but blanks is nothing."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from xinfang.acts.registry import PETITION_ACTS, module_of
from xinfang.workflows.acting.tidying import LINES, PARAGRAPHS

from .shell import Shell

IN_HAND = (("classify", 1, "--category", "appeal", "--route", 6), ("accept", 1, "--unit", "城关派出所"))
OF_THEIR_OWN = frozenset({"register", "correct", "retract", "link", "unlink", "admit", "letter", "reveal"})
"""Acts that do not go through acting.do: their workflows clean what is typed."""


@pytest.mark.parametrize("nothing", [" ", "\u3000", "\u200b", "\x1b[31m", "\n"])
def test_a_reason_that_cannot_be_seen_is_none(petition: Shell, nothing: str) -> None:
    """第三十四条、第二十八条第三款 ask who approved and why: blanks and what cannot be seen do not say it."""
    for line in IN_HAND:
        petition.ok(*line)
    facts = petition.sound()
    petition.refused("E105", "extend", 1, "--approver", "张局长", "--reason", nothing)
    petition.refused("E105", "extend", 1, "--approver", nothing, "--reason", "需要鉴定")
    petition.refused("E105", "recuse", 1, "--officer", "李明", "--reason", nothing, "--decided-by", "王局长")
    petition.refused("E105", "retract", 1, "--reason", nothing)
    petition.refused("E105", "forward", 1, "--unit", "刑侦大队", "--attachment", nothing)
    assert petition.sound() == facts


def test_nothing_unseen_is_kept_of_what_is_typed(petition: Shell) -> None:
    nasty = "\x1b[31m红\x1b[0m\x07\u202e倒\u202c"
    for line in IN_HAND:
        petition.ok(*line)
    petition.ok("extend", 1, "--approver", f" 张{nasty}\n局长 ", "--reason", nasty)
    petition.ok("retract", 1, "--act", "extend", "--reason", nasty)
    kept = [row["details"] for row in petition.data("show", 1)["timeline"]]
    assert kept[-2:] == ["30日；张红倒 局长批准；红倒", "第 4 条；延期；红倒"]


@pytest.mark.parametrize("name", sorted(PETITION_ACTS.keys() - OF_THEIR_OWN))
def test_every_text_of_an_act_is_cleaned(name: str) -> None:
    """Each has a word, for the refusal of one that is too long, as a line or as a paragraph."""
    asked = get_type_hints(module_of(name).decide)
    texts = {each for each, kind in asked.items() if kind in (str, tuple[str, ...])}
    assert texts <= LINES.keys() ^ PARAGRAPHS.keys()


def test_no_word_is_for_nothing() -> None:
    asked = {each for name in PETITION_ACTS.keys() - OF_THEIR_OWN for each in get_type_hints(module_of(name).decide)}
    assert LINES.keys() | PARAGRAPHS.keys() <= asked
