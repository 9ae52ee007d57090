"""An informant's name is in no document but his own (第三十条第三款)."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.letter_kinds import LetterKind
from xinfang.core.petition import Petitioner
from xinfang.letters.kinds import KINDS, PETITIONER

from .samples import LIVES, PEOPLE, bare, full, page, text_of

SECRETS = (
    "欧阳震雷",
    "王小五",
    "赵代理",
    "11010519491231002X",
    "110105198001010016",
    "13800138000",
    "13900139000",
    "幸福路12号院",
    "东关村八组",
)
TELLING = "本人欧阳震雷，住幸福路12号院，身份证11010519491231002X，电话138 0013 8000，与王小五同去"
NOT_HIS = [kind for kind in LetterKind if KINDS[kind].to != PETITIONER]
HIS = [kind for kind in LetterKind if KINDS[kind].to == PETITIONER and kind.value in ("notice", "opinion", "receipt")]


@pytest.mark.parametrize("kind", NOT_HIS, ids=lambda kind: kind.value)
def test_who_wants_no_name_has_none(kind: LetterKind) -> None:
    history = full(
        kind, confidential=True, title=TELLING, content=TELLING, demand=TELLING, facts=TELLING, reasons=TELLING
    )
    shown = text_of(page(kind, history))
    assert [secret for secret in (*SECRETS, "138 0013 8000") if secret in shown] == []
    assert "信访人（要求保密）" in shown or kind in (LetterKind.OBJECTION, LetterKind.REPORT) or "×××" in shown


@pytest.mark.parametrize("kind", NOT_HIS, ids=lambda kind: kind.value)
def test_an_accusation_is_written_without_its_author(kind: LetterKind) -> None:
    history = bare(petitioners=PEOPLE, headcount=2, content=TELLING, title="举报")
    history.do("classify", date(2024, 8, 1), category="accusation")
    shown = text_of(page(kind, history))
    assert [secret for secret in SECRETS if secret in shown] == []


@pytest.mark.parametrize("kind", NOT_HIS, ids=lambda kind: kind.value)
def test_a_name_that_was_corrected_is_withheld_too(kind: LetterKind) -> None:
    history = bare(petitioners=PEOPLE, headcount=2, confidential=True, content=TELLING)
    history.do("correct", date(2024, 8, 2), changes={"petitioners": [{"name": "王小六", "address": "东关村八组"}]})
    shown = text_of(page(kind, history))
    assert [secret for secret in (*SECRETS, "王小六") if secret in shown] == []


@pytest.mark.parametrize("kind", NOT_HIS, ids=lambda kind: kind.value)
def test_a_name_is_withheld_however_it_was_typed(kind: LetterKind) -> None:
    people = (
        Petitioner("张三", address="幸福路12号院", phone="13800138000"),
        Petitioner("阿依古丽·买买提", phone="0371-1234567"),
    )
    told = "張三、张 三，阿依古丽•买买提：住幸福路１２号院，电话１３８００１３８０００、0371 1234567"
    given = dict.fromkeys(("title", "content", "demand", "facts", "reasons"), told)
    shown = text_of(page(kind, full(kind, confidential=True, petitioners=people, headcount=2, **given)))
    typed = ("張三", "张 三", "阿依古丽", "买买提", "１２号院", "１３８００１３８０００", "1234567")
    assert [each for each in typed if each in shown] == []


@pytest.mark.parametrize("kind", HIS, ids=lambda kind: kind.value)
def test_his_own_paper_has_his_name(kind: LetterKind) -> None:
    assert "欧阳震雷" in text_of(page(kind, full(kind, confidential=True)))


def test_nobody_is_named_who_gave_no_name() -> None:
    history = bare(anonymous=True, petitioners=())
    assert "信访人（匿名）" in text_of(page(LetterKind.TRANSFER, history))
    assert "信访人（匿名）：" in text_of(page(LetterKind.NOTICE, history))


def test_others_are_named_where_nothing_is_to_be_hidden() -> None:
    assert "欧阳震雷" in text_of(page(LetterKind.TRANSFER, full(LetterKind.TRANSFER)))
    assert set(LIVES) >= {kind.value for kind in NOT_HIS}


def test_the_office_can_still_be_called() -> None:
    """Its number is of the same shape as a petitioner's, and no secret."""
    shown = text_of(page(LetterKind.ASSIGNMENT, full(LetterKind.ASSIGNMENT, confidential=True)))
    assert "0371-60000000，某县公安局信访接待室" in shown


@pytest.mark.parametrize("kind", [LetterKind.TRANSFER, LetterKind.ASSIGNMENT])
def test_who_may_not_know_the_petitioner_is_not_asked_to_tell_him(kind: LetterKind) -> None:
    asked = text_of(page(kind, full(kind, confidential=True)))
    assert "由我单位转达" in asked
    assert "书面告知" not in asked
    assert "书面告知" in text_of(page(kind, full(kind)))
