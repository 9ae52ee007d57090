"""Bad values: a clear refusal or a clean result, and never half of anything."""

from __future__ import annotations

import csv
import io
import json

import pytest
from python_calamine import load_workbook

from .samples import LOOKS, PETITION_LINE
from .shell import Shell


@pytest.mark.parametrize(
    "typed", ["没有电话", "无", "同上", "幸福路12号", "123", "13800138000、打不通", "110105194912310021"]
)
def test_what_is_no_telephone(petition: Shell, typed: str) -> None:
    """Words, a house, an ID number: nobody can be called there, and what is masked as a telephone would show most of it."""
    facts = petition.sound()
    said = petition.refused("E108", *PETITION_LINE, "--phone", typed).err
    assert "不是电话号码" in said
    assert "没有电话的不填" in said
    petition.refused("E108", "correct", 1, "--phone", typed, "--reason", "核实")
    sent = {"channel": "letter", "name": "李四", "address": "东关村", "title": "欠薪", "content": "请求支付"}
    one = json.dumps({**sent, "phone": typed})
    other = json.dumps({**sent, "petitioners": [{"name": "王五", "phone": typed}]})
    for form in (one, other):
        petition.refused("E108", "register", "--json", "-", text=form)
    assert petition.sound() == facts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138-0013-8000", "13800138000"),
        ("0371-1234567转8012", "0371-1234567转8012"),
        ("13800138000（儿子）", "13800138000(儿子)"),
        ("内线8123", "内线8123"),
        ("+1 212 555 0100", "+1 212 555 0100"),
        ("0371-1234567或13800138000", "0371-1234567、13800138000"),
    ],
)
def test_telephones_as_people_write_them(office: Shell, typed: str, kept: str) -> None:
    office.ok(*PETITION_LINE, "--phone", typed)
    (person,) = office.data("show", 1, "--reveal")["registration"]["petitioners"]
    assert person["phone"] == kept


def test_a_wrong_identity_number_is_refused_or_kept_and_marked(office: Shell) -> None:
    """A wrong check digit is refused; with --accept-id it is kept and marked."""
    wrong = "110105194912310021"
    office.refused("E106", *PETITION_LINE, "--id-number", wrong)
    office.refused("E106", *PETITION_LINE, "--id-number", "1.10105E+17")
    office.refused("E106", *PETITION_LINE, "--id-number", "110105194913310022")
    office.ok(*PETITION_LINE, "--id-number", wrong, "--accept-id")
    assert "1101**********0021（校验不符，照录）" in office.ok("show", 1).out
    office.ok("correct", 1, "--id-number", "11010519491231002x", "--reason", "对照原件")
    assert "校验不符" not in office.ok("show", 1).out
    assert office.data("export", "--reveal")[0]["id_number"] == "11010519491231002X"


@pytest.mark.parametrize("nothing", ["", "   ", "\u3000", "\u200b", "\x1b[31m", "\t\n"])
def test_what_cannot_be_seen_is_no_name(office: Shell, nothing: str) -> None:
    """Blanks and characters that cannot be seen are no name."""
    facts = office.sound()
    line = ("register", "--channel", "visit", "--address", "城关镇", "--title", "甲", "--content", "乙")
    office.refused("E105", *line, "--name", nothing)
    office.refused("E105", *PETITION_LINE[:-3], nothing, "--content", "乙")
    office.refused("E105", "unit", "add", nothing)
    office.refused("E105", "officer", "add", nothing)
    office.refused("E105", "search", nothing)
    assert office.sound() == facts


@pytest.mark.parametrize("number", ["0", "-", "1.5", "一", "2026-", "2026-0", "1 2", "../1", "99999999999", "1;DROP"])
def test_what_is_no_petition_number_is_refused(petition: Shell, number: str) -> None:
    """What is no petition number is refused by every command that takes one."""
    for command in (("show",), ("why",), ("accept",), ("note",), ("retract",)):
        ran = petition(*command, number, *(["记"] if command == ("note",) else []))
        assert (ran.code, ran.out) == (2, ""), (command, number)
        assert ran.err.startswith("E107: ")


@pytest.mark.parametrize("number", ["1", "000001", "2026-1", "26-1", "2026-000001", "１", "２０２６－１", " 1 "])
def test_ways_to_write_a_number(petition: Shell, number: str) -> None:
    """Short, full, full-width."""
    assert petition.data("show", number)["number"] == "2026-000001"


def test_long_contents_are_kept_to_the_letter(office: Shell) -> None:
    """100,000 characters are kept to the letter, one more is refused; so in files, standard input and JSON."""
    text = "信" * 99_999 + "访"
    line = ("register", "--channel", "letter", "--name", "张三", "--address", "城关镇", "--title", "长信")
    office.ok(*line, "--content-file", "-", text=text)
    (office.folder / "长.txt").write_text(text + "\n", encoding="utf-8-sig")
    office.ok(*line, "--content-file", "长.txt")
    for row in office.data("export"):
        assert row["content"] == text
    assert len(office.data("search", "信访")) == 2
    office.refused("E111", *line, "--content-file", "-", text=text + "过长")
    office.refused("E111", "register", "--json", "-", text=json.dumps({"content": text + "过", "channel": "web"}))
    office.refused("E111", *line[:-1], "题" * 501, "--content", "乙")
    office.refused("E111", "note", 1, "记" * 100_001)
    for ending in ("html", "md", "xlsx", "csv", "txt"):
        office.ok("show", 1, "-o", f"一件.{ending}")
    office.sound()


NASTY = "\x1b[31m红\x1b[0m\x07\x00\u202e倒\u202c[bold]粗[/bold]<script>alert(1)</script>\r\n|表|`码`"


def test_control_characters_and_markup(office: Shell) -> None:
    """Nothing a petitioner writes reaches a terminal, a page or a file as markup or an escape code."""
    (office.folder / "件.json").write_text(
        json.dumps({"channel": "web", "name": f"张{NASTY}", "address": "城关镇", "title": NASTY, "content": NASTY}),
        encoding="utf-8",
    )
    office.ok("register", "--json", "件.json")
    for look in ("list", "show", "search", "export"):
        command = ("search", "粗") if look == "search" else LOOKS[look]
        for fmt in ("table", "plain", "markdown", "html", "csv", "tsv", "json", "jsonl"):
            out = office.ok(*command, "--reveal", "-f", fmt).out
            assert not set("\x1b\x07\x00\u202e\u202c") & set(out), (look, fmt)
            assert "bold" in out or (look, fmt) in {("show", "csv"), ("show", "tsv"), ("show", "jsonl")}
            assert fmt != "html" or "<script>" not in out
    row = office.data("export", "--reveal")[0]
    assert row["title"] == "红倒[bold]粗[/bold]<script>alert(1)</script> |表|`码`"
    assert office.ok("show", 1, "-f", "plain").out.count("粗") >= 1
    office.sound()


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1", "=cmd|' /C calc'!A0"])
def test_a_spreadsheet_computes_nothing_of_a_petitioners_text(office: Shell, formula: str) -> None:
    """A spreadsheet shows what a petitioner wrote and computes nothing; the export reads back."""
    office.ok(
        *("register", "--channel", "web", "--name", formula, "--address", "甲", f"--title={formula}"),
        f"--content={formula}",
    )
    kept = " ".join(formula.split())
    for look in ("list", "export"):
        (row,) = csv.DictReader(io.StringIO(office.ok(look, "--reveal", "-f", "csv").out))
        assert row["title"] == "'" + kept
        office.ok(look, "--reveal", "-o", "表.xlsx")
        book = load_workbook(io.BytesIO((office.folder / "表.xlsx").read_bytes()))
        cells = [cell for line in book.get_sheet_by_index(0).to_python() for cell in line]
        assert kept in cells
    office.ok("export", "--reveal", "-o", "台账.csv")
    again = Shell(office.folder, variables={"XINFANG_DB": "另.db"})
    again.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
    again.ok("import", "台账.csv")
    assert again.data("export", "--reveal")[0]["title"] == kept


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("", "不是 JSON"),
        ("[]", "JSON 对象"),
        ('"visit"', "JSON 对象"),
        ("null", "JSON 对象"),
        ('{"channel": "visit"', "不是 JSON"),
        ('{"title": 5}', "文字"),
        ('{"headcount": true}', "整数"),
        ('{"headcount": "5"}', "整数"),
        ('{"anonymous": "yes"}', "true 或 false"),
        ('{"petitioners": {}}', "数组"),
        ('{"petitioners": ["张三"], "channel": "web"}', "petitioners"),
        ('{"petitioners": [{"nmae": "张三"}], "channel": "web"}', "petitioners"),
        ('{"petitioners": [{"name": ["张三"]}], "channel": "web"}', "petitioners"),
        ('{"representatives": [5], "channel": "web", "name": "张三"}', "representatives"),
        ('{"no": 1}', "没有“no”"),
        ('{"headcount": NaN}', "整数"),
        ("[" * 100_000, "JSON"),
        ('{"headcount": 1' + "0" * 5000 + "}", ""),
        (
            '{"headcount": 99999999999999999999, "channel": "web", "name": "甲", "address": "乙", "title": "丙", "content": "丁"}',
            "",
        ),
        ('{"title": "\\ud800", "channel": "web", "name": "甲", "address": "乙", "content": "丁"}', ""),
    ],
)
def test_json_of_wrong_shapes(office: Shell, sent: str, said: str) -> None:
    """E1xx with the field, and nothing registered."""
    facts = office.sound()
    ran = office("register", "--json", "-", text=sent)
    assert (ran.code, ran.out) == (2, ""), ran
    assert ran.err.startswith("E1")
    assert said in ran.err
    assert office.sound() == facts


@pytest.mark.parametrize(
    "look", ["report --month 2026-01", "list", "today", "overdue", "due", "check", "board", "forecast"]
)
def test_who_asks_about_an_unknown_unit_is_shown_the_units(petition: Shell, look: str) -> None:
    """A question mistyped is no reason to add a unit."""
    ran = petition.refused("E202", *look.split(), "--unit", "不存在")
    assert "xinfang unit list" in ran.err
    assert "unit add" not in ran.err
    petition.ok("unit", "list")


def test_who_asks_about_an_unknown_officer_is_shown_the_officers(petition: Shell) -> None:
    ran = petition.refused("E203", "list", "--officer", "无名氏")
    assert "xinfang officer list" in ran.err
    assert "officer add" not in ran.err


def test_whoever_slips_in_repeat_of_is_told_what_it_takes(petition: Shell) -> None:
    ran = petition.refused("E107", *PETITION_LINE, "--repeat-of", "初次")
    assert "auto" in ran.err
    assert "none" in ran.err
