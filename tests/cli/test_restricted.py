"""Accusations 检举控告: seen only by who handles them and who was admitted; who looked is on record (第三十条第三款)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .samples import FORMATS, LOOKS
from .shell import Shell
from .test_masking import everything_in

WORDS = {
    "--name": "诸葛无双",
    "--address": "凤凰岭镇梧桐巷九号",
    "--phone": "13900139000",
    "--title": "检举陶钧收受金条",
    "--content": "陶钧在翡翠茶楼收受金条，举报人亲见",
    "--respondent": "刑侦大队副大队长陶钧",
    "--demand": "请查处陶钧",
    "--facts": "金条藏于翡翠茶楼",
    "--reasons": "赌债难还",
    "--purpose": "惩治贪腐",
    "--prior-process": "曾向玄武巡察组反映",
}
"""What somebody who may not see the petition must not learn."""
SECRETS = (
    *("诸葛", "凤凰岭", "梧桐巷", "13900139000", "139****9000", "陶钧", "金条", "翡翠", "赌债", "贪腐", "玄武"),
    *("麒麟", "朱雀", "白虎", "副大队长"),
)
READER = ("--restricted", "--by", "王芳")


@pytest.fixture
def accused(office: Shell) -> Shell:
    """An accusation, registered as 2026-000001 by 王芳 and worked on in many words; and an appeal beside it."""
    office.ok("officer", "add", "赵刚")
    office.ok("unit", "add", "刑侦一中队", "--parent", "刑侦大队")
    office.ok("officer", "add", "孙立", "--unit", "刑侦一中队")
    options = [each for pair in WORDS.items() for each in pair]
    office.ok("register", "--channel", "visit", *options, "--category", "accusation", "--by", "王芳")
    office.ok("register", "--channel", "web", "--anonymous", "--title", "反映噪音", "--content", "夜间施工，没有别的")
    office.today = "2026-01-08"
    office.ok("correct", 1, "--title", "检举陶钧收受麒麟金条", "--reason", "陶钧的姓名写漏了朱雀", "--by", "王芳")
    office.ok("note", 1, "诸葛无双来电说到白虎")
    office.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明", "--by", "王芳")
    return office


def secrets_in(content: bytes) -> list[str]:
    """Which of the secrets the bytes hold, plainly or as JSON escapes."""
    return [s for s in SECRETS if s.encode() in content or s.encode("unicode_escape") in content]


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("reveal", [False, True])
def test_no_look_tells_anything(accused: Shell, look: str, fmt: str, reveal: bool) -> None:
    """Not in any format, not in any file, not with --reveal, and not to the officer who handles it unless she asks."""
    accused.today = "2026-05-01"
    line = [*(("search", "举") if look == "search" else LOOKS[look]), "-f", fmt, "-o", f"结果.{fmt}"]
    if reveal:
        line += ["--reveal", "--by", "李明"]
    ran = accused(*line)
    file = accused.folder / f"结果.{fmt}"
    written = everything_in(file) if file.exists() else b""
    assert secrets_in(written + ran.raw + ran.err.encode()) == []
    if look == "show":
        assert not file.exists()


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("look", [("check",), ("check", "1", "--all"), ("next", "1")], ids=" ".join)
def test_what_is_to_be_done_is_said_without_it(accused: Shell, look: tuple[str, ...], fmt: str) -> None:
    """Checks and next steps name numbers, articles and commands."""
    accused.today = "2026-05-01"
    accused.ok(*look, "-f", fmt, "-o", f"结果.{fmt}")
    assert secrets_in(everything_in(accused.folder / f"结果.{fmt}")) == []


def test_its_duties_are_still_counted(accused: Shell) -> None:
    """Number, days, unit and time limits are in sight, marked; title and petitioner are not."""
    accused.today = "2026-01-30"
    rows = {row["number"]: row for row in accused.ok("list", "-f", "json").data}
    assert rows["2026-000001"]["restricted"] is True
    assert (rows["2026-000001"]["title"], rows["2026-000001"]["petitioner"]) == ("※", "※")
    assert (rows["2026-000001"]["unit"], rows["2026-000001"]["officer"]) == ("城关派出所", "李明")
    assert rows["2026-000002"]["restricted"] is False
    (limit,) = accused.ok("why", 1, "-f", "json").data["deadlines"]
    assert limit["legal_due"] == "2026-01-20"
    assert "只有经办人和准予查看的人员" in accused.ok("list").out
    assert "限知" not in accused.ok("list", "--category", "appeal").out


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
    looks = [row for row in accused.ok("show", 1, *READER, "-f", "json").data["timeline"] if row["act"] == "reveal"]
    assert [(row["by"], row["details"]) for row in looks] == [
        ("王芳", "show --restricted"),
        ("李明", "show --restricted --reveal"),
        ("王芳", "show --restricted"),
    ]
    assert accused.sound() == facts + 3


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


def test_whom_a_correction_accuses_it_does_not_reach(accused: Shell) -> None:
    """The unit that the respondent was before the correction is not accused any more, the one it is now is."""
    options = ("--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙", "--respondent", "刑侦大队")
    accused.ok("register", *options, "--category", "accusation", "--by", "王芳")
    accused.ok("correct", 3, "--respondent", "城关派出所", "--reason", "来信人更正", "--by", "王芳")
    accused.refused("E316", "assign", 3, "--unit", "城关派出所")
    accused.ok("assign", 3, "--unit", "刑侦大队")


def test_search_does_not_tell_that_there_is_something(accused: Shell) -> None:
    """The same words whether it is there or not; who may see it finds it, who may not finds as much as nobody."""
    nothing = accused.ok("search", "没有的词").out.replace("没有的词", "金条")
    assert accused.ok("search", "金条").out == nothing
    blind = accused.ok("search", "没有的词", "--restricted", "--by", "赵刚").out.replace("没有的词", "金条")
    assert accused.ok("search", "金条", "--restricted", "--by", "赵刚").out == blind
    facts = accused.sound()
    accused.refused("E318", "search", "金条", "--restricted")
    (row,) = accused.ok("search", "金条", *READER, "-f", "json").data
    assert row["title"] == "检举陶钧收受麒麟金条"
    assert accused.sound() == facts + 1
    assert [row["number"] for row in accused.ok("search", "夜间", *READER, "-f", "json").data] == ["2026-000002"]


def test_export_leaves_it_out_and_says_so(accused: Shell) -> None:
    """Below the table, or beside what only machines read; with the option a fact on each accusation in it."""
    left = "另有检举控告等限知件 1 件不在表里"
    assert left in accused.ok("export").out
    ran = accused.ok("export", "-f", "csv", "--reveal", "--by", "李明")
    assert len(ran.out.splitlines()) == 2 and left in ran.err
    assert left in accused.ok("export", "-f", "json", "--restricted", "--by", "赵刚").err
    accused.refused("E318", "export", "--restricted")
    facts = accused.sound()
    ran = accused.ok("export", "-f", "csv", "--reveal", *READER)
    assert "检举陶钧收受麒麟金条" in ran.out and ran.err == ""
    assert accused.sound() == facts + 2
    last = accused.ok("show", 1, *READER, "-f", "json").data["timeline"][-2]
    assert (last["by"], last["details"]) == ("王芳", "export --restricted")


def test_what_an_import_brings_is_closed_too(accused: Shell) -> None:
    """The category travels in its column."""
    accused.ok("export", "--reveal", *READER, "-o", "台账.csv")
    accused.variables["XINFANG_DB"] = "另.db"
    accused.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    accused.ok("import", "台账.csv")
    assert accused.ok("list", "-f", "json").data[1]["title"] == "※"
    accused.refused("E317", "show", 1)


def test_a_script_says_it_in_json(office: Shell) -> None:
    """Registered and classified in one go; again under the same key it is the same petition, or another matter."""
    sent = (
        '{"channel": "web", "anonymous": true, "title": "甲", "content": "乙", "key": "a1", "category": "accusation"}'
    )
    office.ok("register", "--json", "-", text=sent)
    office.ok("register", "--json", "-", text=sent)
    office.refused("E110", "register", "--json", "-", text=sent.replace("accusation", "suggestion"))
    assert len(office.ok("list", "-f", "json").data) == 1
    office.refused("E105", "register", "--json", "-", text=sent.replace("accusation", "appeal").replace("a1", "a2"))
    assert len(office.ok("list", "-f", "json").data) == 1
    routed = sent.replace('"category": "accusation"', '"route": 6').replace("a1", "a3")
    office.ok("register", "--json", "-", text=routed)
    assert office.ok("show", 2, "-f", "json").data["category"] == "appeal"


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


def test_an_accusation_taken_back_is_not_told_to_everybody(office: Shell) -> None:
    """The demand was written down with the wrong petition, which everybody sees again; then that was retracted too."""
    said = ("--title", "反映补偿", "--content", "请求补偿")
    office.ok("register", "--channel", "letter", "--anonymous", *said, "--by", "王芳")
    office.ok("classify", 1, "--category", "appeal", "--route", "6")
    office.ok("demand", 1, "--text", "查处收受金条的民警", "--category", "accusation", "--by", "王芳")
    office.refused("E317", "show", 1)
    assert "金条" in office.ok("show", 1, "--restricted", "--by", "王芳").out
    office.ok("retract", 1, "--act", "demand", "--reason", "记错了件", "--by", "王芳")
    looks = (("show", 1), ("show", 1, "-f", "json"), ("show", 1, "--reveal", "--by", "王芳"))
    for act in ("classify", "register"):
        for look in looks:
            out = office.ok(*look).out
            assert "金条" not in out
            assert "※" in out
        office.ok("retract", 1, "--act", act, "--reason", "记错了件", "--by", "王芳")
    # Before a registration all else has to be retracted: that the demand was says nothing any more.
    for look in looks:
        office.refused("E317", *look)


def test_an_earlier_day_is_no_way_in(office: Shell) -> None:
    """It was an accusation on the day it came in, before anybody had classified it."""
    office.ok("register", "--channel", "letter", "--anonymous", "--title", "检举甲", "--content", "乙")
    office.today = "2026-01-09"
    office.ok("classify", 1, "--category", "accusation")
    office.refused("E317", "show", 1, "--as-of", "2026-01-06")
    for line in (("list", "--as-of", "2026-01-06"), ("export", "--as-of", "2026-01-06", "-f", "csv")):
        assert "检举甲" not in office.ok(*line).out


@pytest.mark.parametrize("kind", ["monthly", "repeat", "observation", "backlog"])
def test_an_earlier_ledger_is_no_way_in(office: Shell, kind: str) -> None:
    """What turned out to be an accusation after a page was printed is closed when the page is printed again."""
    said = ("--title", "所长吃拿卡要", "--content", "派出所所长吃拿卡要")
    for name, repeat_of in (("郝人", "none"), ("郝人", "1"), ("郝二", "none")):
        person = ("--name", name, "--address", "东街77号", "--repeat-of", repeat_of)
        office.ok("register", "--channel", "letter", *person, *said)
    office.today = "2026-02-02"
    asked_for = ("report", kind, "--month", "2026-01", "--detail")
    fingerprint = office.ok(*asked_for, "-f", "json").data["ledger"]["fingerprint"]
    assert "郝*" in office.ok(*asked_for).out or "吃拿卡要" in office.ok(*asked_for).out
    for number in (1, 2, 3):
        office.ok("classify", f"2026-{number}", "--category", "accusation", "--by", "王芳")
    again = office.ok(*asked_for, "--as-of", office.today, "--as-known", fingerprint).out
    assert "吃拿卡要" not in again
    assert "郝*" not in again
    assert "※" in again


def test_the_reasons_somebody_wrote_are_not_told_by_why(office: Shell) -> None:
    """Days and articles are; the words of an extension are not."""
    options = ("--channel", "letter", "--anonymous", "--title", "甲", "--content", "乙", "--received", "2021-01-05")
    office.ok("register", *options, "--on", "2021-01-05")
    office.ok("accept", "2021-1", "--on", "2021-01-06")
    office.ok("extend", "2021-1", "--approver", "李局长", "--reason", "查证翡翠茶楼", "--on", "2021-02-01")
    office.ok("classify", "2021-1", "--category", "accusation", "--on", "2021-02-02", "--by", "王芳")
    shown = office.ok("why", "2021-1").out
    assert "翡翠" not in shown and "延长 30 日，※" in shown
    office.refused("E318", "why", "2021-1", "--restricted", "--by", "李明")
    office.ok("admit", "2021-1", "--officer", "李明", "--reason", "承办", "--by", "王芳")
    assert "翡翠" in office.ok("why", "2021-1", "--restricted", "--by", "李明").out


def test_receipts_tell_nothing(accused: Shell) -> None:
    """What is printed after an act: number, state, days."""
    for line in (
        ("inform", 1),
        ("note", 1, "又一笔"),
        ("assign", 1, "--unit", "城关派出所"),
        ("admit", 1, "--officer", "赵刚", "--reason", "协助核查", "--by", "王芳"),
    ):
        for fmt in ("text", "json"):
            ran = accused(*line, "-f", fmt)
            assert secrets_in(ran.raw + ran.err.encode()) == [], line


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


def test_lists_ask_the_projection_and_nothing_else(accused: Shell) -> None:
    """One statement for a list, whatever is in it: what is closed stands in the row."""
    with closing(sqlite3.connect(accused.ledger)) as connection:
        rows = connection.execute("SELECT number, is_restricted, is_confidential FROM petition ORDER BY id").fetchall()
    assert rows == [("2026-000001", 1, 0), ("2026-000002", 0, 0)]
    assert not Path(accused.folder, "结果.csv").exists()


def test_what_a_demand_accused_of_stays_closed_when_the_registration_is_retracted(office: Shell) -> None:
    """As what was classified an accusation does: on whatever day, in every look; who may see it still may."""
    person = ("--name", "诸葛无双", "--address", "凤凰岭镇梧桐巷九号")
    for title in ("检举陶钧收受金条", "陶钧家的金条"):
        said = ("--title", title, "--content", "陶钧在翡翠茶楼收受金条", "--repeat-of", "none")
        office.ok("register", "--channel", "visit", *person, *said, "--by", "王芳")
    office.ok("classify", 1, "--category", "appeal", "--route", 6, "--by", "王芳")
    office.ok("demand", 1, "--text", "举报陶钧", "--category", "accusation", "--by", "王芳")
    printed = office.ok("report", "--month", "2026-01", "-f", "json").data["ledger"]["fingerprint"]
    for act in ("demand", "classify", "register"):
        office.ok("retract", 1, "--act", act, "--reason", "重新登记", "--by", "王芳")
    for refused in (("show", 1), ("show", 1, "--as-of", "2026-01-05"), ("similar", 1), ("matter", 1)):
        office.refused("E317", *refused)
    for look in (("list",), ("list", "--state", "void"), ("search", "检举陶钧"), ("similar", 2), ("export",)):
        assert "检举陶钧" not in office.ok(*look).out.replace("“检举陶钧”", "")
    assert "检举陶钧" not in office.ok("report", "--month", "2026-01", "--detail", "--as-known", printed).out
    assert "检举陶钧收受金条" in office.ok("search", "检举陶钧", *READER).out
    assert "检举陶钧收受金条" in office.ok("show", 1, *READER).out
    office.ok("note", 1, "已另行登记", "--by", "李明")
    office.sound()
