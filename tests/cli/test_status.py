"""`status` by the code of the receipt: what a petitioner may be told, and to nobody else."""

from __future__ import annotations

from pathlib import Path

from .lettering import REGISTER, letter
from .shell import Shell


def code_of(shell: Shell, number: str = "1") -> str:
    """The query code on the receipt."""
    return shell.code_on(letter(shell, number, "receipt")["file"])


def test_status_tells_what_may_be_told(petition: Shell) -> None:
    code = code_of(petition)
    assert len(code) == len("2026-000001-K7QF9M2X")
    petition.ok("classify", "1", "--category", "appeal", "--route", "6")
    petition.ok("accept", "1", "--unit", "城关派出所", "--officer", "李明")
    told = petition.ok("status", code)
    assert told.out.splitlines() == [
        "2026-000001",
        "  收到: 2026-01-05",
        "  承办: 城关派出所",
        "  办理期限: 至 2026-03-06（含当日）",
        "  答复: 尚未答复",
    ]
    before = petition.sound()
    petition.ok("reply", "1", "--outcome", "support", "--content", "已办", "--basis", "甲法第一条")
    data = petition.data("status", code)
    assert data == {
        "number": "2026-000001",
        "received_on": "2026-01-05",
        "unit": "城关派出所",
        "due": None,
        "answered_on": "2026-01-05",
        "ended_on": None,
    }
    assert petition.sound() == before + 1


def test_an_answer_that_was_set_aside_is_none(petition: Shell) -> None:
    """第三十五条: handled anew, it waits for an answer again."""
    code = code_of(petition)
    petition.ok("classify", 1, "--category", "appeal", "--route", 6)
    petition.ok("accept", 1, "--unit", "城关派出所")
    petition.ok("reply", 1, "--outcome", "refuse", "--content", "不予支持", "--basis", "甲法第一条")
    petition.ok("serve", 1)
    petition.ok("ask-review", 1)
    petition.ok("review", 1, "--outcome", "redo")
    assert "答复: 已于 2026-01-05 答复" in petition.ok("status", code).out
    petition.ok("serve", 1)
    told = petition.ok("status", code).out
    assert "重新办理期限（参照第三十四条）: 至" in told
    assert "答复: 原答复已不再有效，重新办理，尚未答复" in told
    assert petition.data("status", code)["answered_on"] is None
    assert "\n原答复（已不再有效）: 不予支持" in petition.ok("show", 1).out
    petition.today = "2026-01-20"
    petition.ok("reply", 1, "--outcome", "support", "--basis", "甲法第一条")
    assert "答复: 已于 2026-01-20 答复" in petition.ok("status", code).out
    assert "不再有效" not in petition.ok("show", 1).out


def test_a_code_is_read_as_people_write_it(petition: Shell) -> None:
    code = code_of(petition)
    loose = code.lower().replace("0", "o").replace("1", "l")
    number, check = loose[:11], loose[11:]
    number = code[:11]
    for typed in (f" {number}{check} ", code.replace("-", "－"), code.replace("2026", "２０２６")):
        assert petition.ok("status", typed).out.startswith("2026-000001")


def test_a_wrong_code_says_nothing(petition: Shell) -> None:
    """Whether there is such a petition is not told either."""
    code = code_of(petition)
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    answers = {
        petition("status", typed).err for typed in (wrong, "2026-000999-K7QF9M2X", "1", "", "2026-000001", "甲-乙")
    }
    assert len(answers) == 1
    assert "E119" in answers.pop()
    assert petition("status", wrong).code == 2


def test_codes_differ_from_file_to_file(petition: Shell, tmp_path: Path) -> None:
    """They follow from a random value, not from the number."""
    other = Shell(tmp_path / "另")
    other.folder.mkdir()
    other.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    other.ok(*REGISTER, "--name", "张三", "--title", "反映拖欠工资")
    assert code_of(petition) != code_of(other)
