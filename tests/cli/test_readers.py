"""Who may see an accusation 检举控告: who handles it, and who was admitted; who looked is on record (第三十条第三款)."""

from __future__ import annotations

from .accusations import READER
from .shell import Shell

LOOKS = ("show", "why", "matter", "similar", "letter")


def test_who_handles_it_sees_it_and_it_is_written_down(accused: Shell) -> None:
    """Who took it down, who has it; by name and option, each time a fact on the petition itself."""
    accused.refused("E317", "show", 1)
    accused.refused("E317", "show", 1, "--by", "李明")
    accused.refused("E318", "show", 1, "--restricted")
    accused.refused("E318", "show", 1, "--restricted", "--by", "赵刚")
    accused.refused("E318", "why", 1, "--restricted", "--by", "赵刚")
    facts = accused.sound()
    page = accused.ok("show", 1, *READER).out
    assert "检举陶钧收受麒麟金条" in page and "限知: 李明、王芳可以查看" in page
    assert "诸葛无双" not in page
    assert "诸葛无双" in accused.ok("show", 1, "--restricted", "--reveal", "--by", "李明").out
    looks = [row for row in accused.data("show", 1, *READER)["timeline"] if row["act"] == "reveal"]
    assert [(row["by"], row["details"]) for row in looks] == [
        ("王芳", "show --restricted"),
        ("李明", "show --restricted --reveal"),
        ("王芳", "show --restricted"),
    ]
    assert accused.sound() == facts + 3


def test_whatever_shows_it_writes_down_who_looked(accused: Shell) -> None:
    for command in LOOKS:
        accused.ok(command, 1, *READER)
    looks = [row for row in accused.data("show", 1, *READER)["timeline"] if row["act"] == "reveal"]
    assert [row["details"] for row in looks] == [f"{command} --restricted" for command in (*LOOKS, "show")]


def test_admitting_and_taking_it_back(accused: Shell) -> None:
    """Only who may see it may admit; withdrawn, it is as before, and nobody loses what is hers by office."""
    accused.refused("E318", "admit", 1, "--officer", "赵刚", "--reason", "协助核查", "--by", "赵刚")
    accused.refused("E318", "admit", 1, "--officer", "赵刚", "--reason", "协助核查")
    accused.refused("E203", "admit", 1, "--officer", "无名氏", "--reason", "协助核查", "--by", "王芳")
    said = accused.ok("admit", 1, "--officer", "赵刚", "--reason", "协助核查", "--by", "王芳").out
    assert "可以查看的人员: 李明、王芳、赵刚" in said
    accused.ok("show", 1, "--restricted", "--by", "赵刚")
    accused.ok("admit", 1, "--officer", "赵刚", "--reason", "核查完毕", "--withdraw", "--by", "李明")
    accused.refused("E318", "show", 1, "--restricted", "--by", "赵刚")
    accused.refused("E205", "retract", 1, "--act", "admit", "--reason", "记错")
    accused.refused("E104", "admit", 1, "--officer", "李明", "--reason", "不宜", "--withdraw", "--by", "王芳")


def test_where_nobody_may_see_it_the_office_itself_begins(office: Shell) -> None:
    """Taken down by a machine without a name: an officer of no unit below the office admits, herself or another."""
    office.ok("register", "--channel", "h12389", "--anonymous", "--title", "甲", "--content", "乙")
    office.refused("E318", "admit", 1, "--officer", "李明", "--reason", "承办", "--by", "李明")
    office.ok("admit", 1, "--officer", "李明", "--reason", "承办", "--by", "王芳")
    office.ok("show", 1, "--restricted", "--by", "李明")
    office.refused("E318", "show", 1, "--restricted", "--by", "王芳")


def test_the_accused_never_sees_it(accused: Shell) -> None:
    """Not who is of the accused unit or below it, even if she took it down or has it."""
    options = ("--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙", "--respondent", "刑侦大队")
    accused.ok("register", *options, "--category", "accusation", "--by", "孙立")
    accused.refused("E318", "show", 3, "--restricted", "--by", "孙立")
    refused = accused.refused("E316", "admit", 3, "--officer", "孙立", "--reason", "承办", "--by", "王芳")
    assert "“刑侦一中队”属于被反映的“刑侦大队”" in refused.err
    accused.refused("E316", "assign", 3, "--unit", "刑侦一中队")
    accused.refused("E316", "forward", 1, "--unit", "刑侦大队")
    accused.ok("correct", 1, "--respondent-unit", "城关派出所", "--reason", "经核实已调任", "--by", "王芳")
    accused.refused("E316", "assign", 1, "--unit", "城关派出所")
    accused.ok("assign", 1, "--unit", "刑侦大队")


def test_only_a_reader_may_open_it_to_all(accused: Shell) -> None:
    """To classify it as something else, or to retract the classification, is to show it to everybody."""
    for line in (
        ("classify", 1, "--category", "suggestion"),
        ("retract", 1, "--act", "classify", "--reason", "记错"),
    ):
        accused.refused("E318", *line)
        accused.refused("E318", *line, "--by", "赵刚")
    accused.ok("classify", 1, "--category", "suggestion", "--by", "王芳")
    assert "陶钧" in accused.ok("show", 1).out


def test_nobody_gives_it_to_himself(accused: Shell) -> None:
    """Who handles it may see it: only who may see it gives it to an officer; to a unit anybody may send it."""
    accused.refused("E318", "assign", 1, "--unit", "城关派出所", "--officer", "赵刚", "--by", "赵刚")
    accused.refused("E318", "assign", 1, "--unit", "城关派出所", "--officer", "赵刚")
    recusal = ("recuse", 1, "--officer", "李明", "--reason", "与被反映人是亲属", "--decided-by", "王局长")
    accused.refused("E318", *recusal, "--replaced-by", "赵刚", "--by", "赵刚")
    accused.refused("E318", "show", 1, "--restricted", "--by", "赵刚")
    accused.ok("assign", 1, "--unit", "城关派出所", "--by", "赵刚")
    accused.ok("assign", 1, "--unit", "城关派出所", "--officer", "赵刚", "--by", "王芳")
    accused.ok("show", 1, "--restricted", "--by", "赵刚")
    accused.refused("E318", "show", 1, "--restricted", "--by", "李明")


def test_where_nobody_may_see_it_the_office_itself_gives_it(office: Shell) -> None:
    """Written down by nobody who is known: an officer of the office gives it on, one of a unit below does not."""
    options = ("--channel", "letter", "--anonymous", "--title", "检举甲", "--content", "乙", "--category", "accusation")
    office.ok("register", *options)
    office.refused("E318", "accept", 1, "--unit", "城关派出所", "--officer", "李明", "--by", "李明")
    office.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明", "--by", "王芳")
    office.ok("show", 1, "--restricted", "--by", "李明")


def test_a_registration_retracted_stays_closed(office: Shell) -> None:
    """Entered twice by mistake: the second is void, and still nobody's business."""
    options = ("--channel", "letter", "--anonymous", "--title", "检举甲", "--content", "乙", "--category", "accusation")
    office.ok("register", *options, "--by", "王芳")
    office.ok("retract", 1, "--act", "classify", "--reason", "重复登记", "--by", "王芳")
    office.ok("retract", 1, "--act", "register", "--reason", "重复登记", "--by", "王芳")
    assert "检举甲" not in office.ok("list").out
    office.refused("E317", "show", 1)
    office.ok("show", 1, *READER)
    office.sound()


def test_one_who_wants_no_name_is_named_only_to_readers(office: Shell) -> None:
    """要求保密: not in lists with --reveal, not on the page, not in an export, unless one handles it."""
    options = ("--channel", "visit", "--name", "诸葛无双", "--address", "梧桐巷九号", "--title", "诸葛无双反映噪音")
    office.ok("register", *options, "--content", "夜间施工", "--confidential", "--by", "王芳")
    other = ("--channel", "visit", "--name", "陶钧", "--address", "东关村", "--title", "路灯", "--content", "坏了")
    office.ok("register", *other)
    office.today = "2026-01-19"
    for line in (("list",), ("search", "夜间"), ("today",), ("due", "--within", "30"), ("export", "-f", "json")):
        out = office.ok(*line, "--reveal", "--by", "李明").out
        assert "诸葛无双" not in out and "反映噪音" in out, line
    assert "陶钧" in office.ok("list", "--reveal", "--by", "李明").out
    office.refused("E318", "show", 1, "--reveal", "--by", "李明")
    office.refused("E318", "show", 1, "--reveal")
    assert "诸葛无双" not in office.ok("show", 1).out
    assert "诸葛无双" in office.ok("show", 1, "--reveal", "--by", "王芳").out
    assert "诸葛无双" in office.ok("export", "-f", "json", "--reveal", "--by", "王芳").out
    office.ok("admit", 1, "--officer", "李明", "--reason", "代班", "--by", "王芳")
    assert "诸葛无双" in office.ok("show", 1, "--reveal", "--by", "李明").out


def test_whom_a_correction_accuses_it_does_not_reach(accused: Shell) -> None:
    """The unit that the respondent was before the correction is not accused any more, the one it is now is."""
    options = ("--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙", "--respondent", "刑侦大队")
    accused.ok("register", *options, "--category", "accusation", "--by", "王芳")
    accused.ok("correct", 3, "--respondent", "城关派出所", "--reason", "来信人更正", "--by", "王芳")
    accused.refused("E316", "assign", 3, "--unit", "城关派出所")
    accused.ok("assign", 3, "--unit", "刑侦大队")
