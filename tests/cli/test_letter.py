"""`letter`: numbers without gaps, a file whole or not at all, a fact that proves it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import sha256

import pytest
from docx import Document

from xinfang.core.letter_kinds import LetterKind

from .lettering import OPINION, REGISTER, facts, letter, text
from .shell import Shell


def test_the_digest_in_the_fact_is_that_of_the_file(petition: Shell) -> None:
    made = letter(petition, "1", "opinion")
    (fact,) = facts(petition)
    assert made["file"] == OPINION
    content = (petition.folder / OPINION).read_bytes()
    assert made["digest"] == fact["digest"] == sha256(content).hexdigest()
    assert (fact["letter"], fact["document"], fact["sequence"]) == ("opinion", "信复〔2026〕1号", 1)
    assert len(fact["template"]) == 64
    assert made["blanks"] > 0
    petition.sound()


@pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.value)
def test_every_document_by_its_title_too(petition: Shell, kind: LetterKind) -> None:
    made = letter(petition, "1", kind.label)
    assert made["kind"] == kind.value
    assert kind.label in text(petition, made["file"])
    petition.sound()


def test_each_kind_has_a_series_of_its_own_each_year(petition: Shell) -> None:
    petition.ok(*REGISTER, "--name", "李四", "--title", "反映噪音")
    assert letter(petition, "1", "opinion")["document"] == "信复〔2026〕1号"
    assert letter(petition, "2", "opinion")["document"] == "信复〔2026〕2号"
    assert letter(petition, "2", "notice")["document"] == "信告〔2026〕1号"
    assert letter(petition, "1", "register-form")["document"] == ""
    petition.today = "2027-01-04"
    assert letter(petition, "2026-1", "report")["document"] == "信报〔2027〕1号"
    petition.ok("setting", "set", "document-prefix", "某公")
    petition.ok(*REGISTER, "--name", "王五", "--title", "反映占道")
    assert letter(petition, "1", "report")["document"] == "某公信报〔2027〕2号"


def test_making_it_again_keeps_the_number(petition: Shell) -> None:
    letter(petition, "1", "opinion")
    refused = petition("letter", "1", "opinion", "--force")
    assert refused.code == 3
    assert "E315" in refused.err and "信复〔2026〕1号" in refused.err
    assert letter(petition, "1", "opinion", "--again", "--force")["document"] == "信复〔2026〕1号"
    assert [fact["sequence"] for fact in facts(petition)] == [1, 1]
    petition.ok(*REGISTER, "--name", "李四", "--title", "反映噪音")
    assert letter(petition, "2", "opinion")["document"] == "信复〔2026〕2号"


def test_another_forwarding_is_another_document(petition: Shell) -> None:
    petition.ok("forward", "1", "--unit", "城关派出所")
    assert letter(petition, "1", "transfer")["document"] == "信转〔2026〕1号"
    petition.ok("forward", "1", "--unit", "刑侦大队")
    made = letter(petition, "1", "transfer")
    assert made["document"] == "信转〔2026〕2号"
    assert "刑侦大队：" in text(petition, made["file"])


def test_a_draft_made_before_its_act_keeps_its_number(petition: Shell) -> None:
    assert letter(petition, "1", "notice")["document"] == "信告〔2026〕1号"
    petition.ok("inform", "1")
    assert "E315" in petition("letter", "1", "notice").err
    assert letter(petition, "1", "notice", "--again", "-o", "新.docx")["document"] == "信告〔2026〕1号"


def test_the_number_typed_with_the_act_wins_and_the_series_goes_on_from_it(petition: Shell) -> None:
    petition.ok("inform", "1", "--document", "信告〔2026〕57号")
    assert letter(petition, "1", "notice")["document"] == "信告〔2026〕57号"
    petition.ok(*REGISTER, "--name", "李四", "--title", "反映噪音")
    assert letter(petition, "2", "notice")["document"] == "信告〔2026〕58号"
    petition.ok(*REGISTER, "--name", "王五", "--title", "反映占道")
    assert "E117" in petition("letter", "3", "notice", "--document", "信告〔2026〕58号").err
    assert letter(petition, "3", "notice", "--document", "县信访函〔2026〕3号")["document"] == "县信访函〔2026〕3号"


def test_a_number_is_free_that_no_document_of_the_kind_has(petition: Shell) -> None:
    """Other numbers of the kind and the same number of another are taken; neither stands in the way."""
    assert letter(petition, "1", "notice")["document"] == "信告〔2026〕1号"
    assert letter(petition, "1", "opinion")["document"] == "信复〔2026〕1号"
    petition.ok(*REGISTER, "--name", "李四", "--title", "反映噪音")
    assert letter(petition, "2", "notice", "--document", "信告〔2026〕7号")["document"] == "信告〔2026〕7号"


def test_the_day_is_that_of_the_act(petition: Shell) -> None:
    petition.ok("inform", "1")
    petition.today = "2026-01-09"
    made = letter(petition, "1", "notice")
    assert made["dated"] == "2026-01-05"
    assert "2026年1月5日" in text(petition, made["file"])
    assert letter(petition, "1", "notice", "--again", "--force", "--on", "2026-01-08")["dated"] == "2026-01-08"


def test_nothing_is_written_over(petition: Shell) -> None:
    (petition.folder / OPINION).write_text("别人的", encoding="utf-8")
    refused = petition("letter", "1", "opinion")
    assert refused.code == 2
    assert "E507" in refused.err and "--force" in refused.err
    assert (petition.folder / OPINION).read_text(encoding="utf-8") == "别人的"
    assert facts(petition) == []
    assert letter(petition, "1", "opinion", "--force")["document"] == "信复〔2026〕1号"


def test_what_cannot_be_written_uses_no_number(petition: Shell) -> None:
    assert "E507" in petition("letter", "1", "opinion", "-o", "没有/意见.docx").err
    assert facts(petition) == []
    assert letter(petition, "1", "opinion", "-o", "意见.docx")["document"] == "信复〔2026〕1号"


@contextmanager
def locked(shell: Shell) -> Iterator[None]:
    """The ledger refuses the fact of any document."""
    with closing(sqlite3.connect(shell.ledger)) as db:
        db.execute(
            "CREATE TRIGGER no_letters BEFORE INSERT ON fact WHEN NEW.act = 'letter' "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
        db.commit()
        yield
        db.execute("DROP TRIGGER no_letters")
        db.commit()


def test_no_paper_without_its_fact(petition: Shell) -> None:
    with locked(petition):
        assert petition("letter", "1", "opinion").code == 5
    assert list(petition.folder.glob("*.docx")) == []
    petition.sound()


def test_several_documents_at_once_each_have_their_number(petition: Shell) -> None:
    petition.ok("forward", "1", "--unit", "城关派出所")
    made = petition.data("letter", "1", "transfer", "transfer-notice")["letters"]
    assert [each["document"] for each in made] == ["信转〔2026〕1号", "信转告〔2026〕1号"]
    assert "E101" in petition("letter", "1", "transfer", "transfer-notice", "--again", "-o", "一个.docx").err
    assert "E104" in petition("letter", "1", "service", "没有这种").err
    petition.refused("E207", "letter", "1", "supervision", "--part", "4")
    assert len(facts(petition)) == 2


def test_clerks_at_two_windows_get_two_numbers(petition: Shell) -> None:
    """Real processes, at the same time: no number twice, none left out."""
    for name in ("李四", "王五", "赵六"):
        petition.ok(*REGISTER, "--name", name, "--title", "反映噪音")
    with ThreadPoolExecutor(4) as windows:
        ran = list(windows.map(lambda n: petition.outside("letter", str(n), "opinion"), range(1, 5)))
    assert [each.code for each in ran] == [0] * 4, ran
    assert sorted(fact["document"] for fact in facts(petition)) == [f"信复〔2026〕{n}号" for n in range(1, 5)]
    petition.sound()


def test_a_retracted_document_was_never_made(petition: Shell) -> None:
    letter(petition, "1", "opinion")
    petition.ok("retract", "1", "--act", "letter", "--reason", "打印作废")
    petition.ok(*REGISTER, "--name", "李四", "--title", "反映噪音")
    assert letter(petition, "2", "opinion")["document"] == "信复〔2026〕1号"
    petition.sound()


def test_templates_changed_in_word_are_used_and_kept(petition: Shell) -> None:
    """Copied out, changed in Word, found beside the ledger; what is there already stays."""
    assert "36 个" in petition.ok("letter", "--templates", "文书模板").out
    own = petition.folder / "文书模板" / "信访处理意见书.docx"
    document = Document(str(own))
    document.paragraphs[1].runs[0].text = "关于{{信访标题}}的意见"
    document.save(str(own))
    made = letter(petition, "1", "opinion")
    assert "关于反映拖欠工资的意见" in text(petition, made["file"])
    assert facts(petition)[0]["template"] == sha256(own.read_bytes()).hexdigest()
    assert "原有 36 个没有动" in petition.ok("letter", "--templates", "文书模板").out
    assert "关于" in Document(str(own)).paragraphs[1].text
    petition.ok("letter", "--templates", "文书模板", "--force")
    letter(petition, "1", "opinion", "--again", "-o", "再.docx")
    assert "关于反映拖欠工资的意见" not in text(petition, "再.docx")


def test_templates_may_lie_elsewhere(petition: Shell) -> None:
    petition.ok("letter", "--templates", "共用")
    petition.variables["XINFANG_TEMPLATES"] = str(petition.folder / "共用")
    own = petition.folder / "共用" / "信访处理意见书.docx"
    own.write_bytes(b"broken")
    refused = petition("letter", "1", "opinion")
    assert refused.code == 2
    assert "E508" in refused.err and "信访处理意见书.docx" in refused.err and "Word" in refused.err
    assert facts(petition) == [] and not (petition.folder / OPINION).exists()


def test_an_accusation_is_written_by_who_may_see_it(office: Shell) -> None:
    office.ok(*REGISTER, "--name", "欧阳震雷", "--title", "举报", "--respondent", "刑侦大队", "--by", "李明")
    office.ok("classify", "1", "--category", "accusation", "--by", "李明")
    assert "E317" in office("letter", "1", "register-form", "--by", "李明").err
    assert "E318" in office("letter", "1", "register-form", "--restricted", "--by", "王芳").err
    made = office.data("letter", "1", "register-form", "--restricted", "--by", "李明")["letters"][0]
    assert "欧阳震雷" not in text(office, made["file"])
    assert "信访人（依法保密）" in text(office, made["file"])


def test_nothing_is_sent_to_the_accused(office: Shell) -> None:
    """The forwarding was lawful when it was done; then it became known whom the petition accuses."""
    office.ok(*REGISTER, "--name", "欧阳震雷", "--title", "反映情况", "--by", "李明")
    office.ok("forward", "1", "--unit", "刑侦大队", "--by", "李明")
    office.ok("correct", "1", "--respondent", "刑侦大队", "--reason", "查明", "--by", "李明")
    office.ok("classify", "1", "--category", "accusation", "--by", "李明")
    refused = office("letter", "1", "transfer", "--restricted", "--by", "李明")
    assert "E316" in refused.err
    assert facts(office) == []
