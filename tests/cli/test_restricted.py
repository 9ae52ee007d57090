"""Accusations 检举控告: what is told of them, which is numbers, days and units, and never what they say (第三十条第三款)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .accusations import READER, SECRETS
from .contents import everything_in, found
from .samples import FORMATS, LOOKS
from .shell import Shell


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
    assert found(SECRETS, written + ran.raw + ran.err.encode()) == []
    if look == "show":
        assert not file.exists()


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("look", [("check",), ("check", "1", "--all"), ("next", "1")], ids=" ".join)
def test_what_is_to_be_done_is_said_without_it(accused: Shell, look: tuple[str, ...], fmt: str) -> None:
    """Checks and next steps name numbers, articles and commands."""
    accused.today = "2026-05-01"
    accused.ok(*look, "-f", fmt, "-o", f"结果.{fmt}")
    assert found(SECRETS, everything_in(accused.folder / f"结果.{fmt}")) == []


def test_its_duties_are_still_counted(accused: Shell) -> None:
    """Number, days, unit and time limits are in sight, marked; title and petitioner are not."""
    accused.today = "2026-01-30"
    rows = {row["number"]: row for row in accused.data("list")}
    assert rows["2026-000001"]["restricted"] is True
    assert (rows["2026-000001"]["title"], rows["2026-000001"]["petitioner"]) == ("※", "※")
    assert (rows["2026-000001"]["unit"], rows["2026-000001"]["officer"]) == ("城关派出所", "李明")
    assert rows["2026-000002"]["restricted"] is False
    (limit,) = accused.data("why", 1)["deadlines"]
    assert limit["legal_due"] == "2026-01-20"
    assert "只有经办人和准予查看的人员" in accused.ok("list").out
    assert "限知" not in accused.ok("list", "--category", "appeal").out


def test_search_does_not_tell_that_there_is_something(accused: Shell) -> None:
    """The same words whether it is there or not; who may see it finds it, who may not finds as much as nobody."""
    nothing = accused.ok("search", "没有的词").out.replace("没有的词", "金条")
    assert accused.ok("search", "金条").out == nothing
    blind = accused.ok("search", "没有的词", "--restricted", "--by", "赵刚").out.replace("没有的词", "金条")
    assert accused.ok("search", "金条", "--restricted", "--by", "赵刚").out == blind
    facts = accused.sound()
    accused.refused("E318", "search", "金条", "--restricted")
    (row,) = accused.data("search", "金条", *READER)
    assert row["title"] == "检举陶钧收受麒麟金条"
    assert accused.sound() == facts + 1
    assert [row["number"] for row in accused.data("search", "夜间", *READER)] == ["2026-000002"]


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
    last = accused.data("show", 1, *READER)["timeline"][-2]
    assert (last["by"], last["details"]) == ("王芳", "export --restricted")


def test_what_an_import_brings_is_closed_too(accused: Shell) -> None:
    """The category travels in its column."""
    accused.ok("export", "--reveal", *READER, "-o", "台账.csv")
    accused.variables["XINFANG_DB"] = "另.db"
    accused.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    accused.ok("import", "台账.csv")
    assert accused.data("list")[1]["title"] == "※"
    accused.refused("E317", "show", 1)


def test_a_script_says_it_in_json(office: Shell) -> None:
    """Registered and classified in one go; again under the same key it is the same petition, or another matter."""
    sent = (
        '{"channel": "web", "anonymous": true, "title": "甲", "content": "乙", "key": "a1", "category": "accusation"}'
    )
    office.ok("register", "--json", "-", text=sent)
    office.ok("register", "--json", "-", text=sent)
    office.refused("E110", "register", "--json", "-", text=sent.replace("accusation", "suggestion"))
    assert len(office.data("list")) == 1
    office.refused("E105", "register", "--json", "-", text=sent.replace("accusation", "appeal").replace("a1", "a2"))
    assert len(office.data("list")) == 1
    routed = sent.replace('"category": "accusation"', '"route": 6').replace("a1", "a3")
    office.ok("register", "--json", "-", text=routed)
    assert office.data("show", 2)["category"] == "appeal"


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
    fingerprint = office.data(*asked_for)["ledger"]["fingerprint"]
    assert "郝*" in office.ok(*asked_for).out or "吃拿卡要" in office.ok(*asked_for).out
    for number in (1, 2, 3):
        office.ok("classify", f"2026-{number}", "--category", "accusation", "--by", "王芳")
    again = office.ok(*asked_for, "--as-of", office.today, "--as-known", fingerprint).out
    assert "吃拿卡要" not in again
    assert "郝*" not in again
    # Observation does not compare what is closed: what nobody sees is not told as a matter that several raised.
    assert ("※" in again) == (kind != "observation")
    assert "多人反映的同一事项" not in again


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
            assert found(SECRETS, ran.raw + ran.err.encode()) == [], line


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
    printed = office.data("report", "--month", "2026-01")["ledger"]["fingerprint"]
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
