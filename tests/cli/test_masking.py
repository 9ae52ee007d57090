"""Personal data: hidden in every look and every format unless asked for, and asking is written down."""

from __future__ import annotations

import pytest
from store.ledgers import foreign

from xinfang.core import masking

from .contents import everything_in, found
from .samples import ADDRESS, FORMATS, ID_NUMBER, LOOKS, NAMES, PHONE, SECRETS
from .shell import Shell

PERSONAL = ("today", "overdue", "due", "list", "show", "search", "export")
"""Looks that take --reveal."""
IMPERSONAL = tuple(look for look in LOOKS if look not in PERSONAL)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("look", LOOKS)
def test_no_look_shows_what_is_personal(full: Shell, look: str, fmt: str) -> None:
    """Search the bytes."""
    facts = full.sound()
    full.ok(*LOOKS[look], "-f", fmt, "-o", f"结果.{fmt}")
    assert found(SECRETS, everything_in(full.folder / f"结果.{fmt}")) == []
    assert full.sound() == facts


def test_a_look_for_every_petition_is_masked_alike(full: Shell) -> None:
    """The three patterns, and a surname of two characters."""
    rows = {row["number"]: row for row in full.data("export")}
    first = rows["2026-000001"]
    assert (first["name"], first["id_number"], first["phone"]) == ("张*", "1101**********002X", "138****8000")
    assert first["address"] == "城关镇幸福路***"
    assert rows["2026-000002"]["name"] == "欧阳**"
    assert first["content"] == "反映拖欠工资，本人 1101**********002X，电话 138****8000"
    assert rows["2026-000003"]["reply"] == "已办理，本人 1101**********002X，电话 138****8000"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("阿依古丽·买买提", "阿***"),
        ("阿依古丽•买买提", "阿***"),
        ("艾山.江", "艾***"),
        ("安澜县幸福物业有限公司", "安澜县幸***"),
        ("阿卜杜热合曼阿卜杜拉", "阿***"),
        ("John Smith", "J***"),
        ("阿依古丽", "阿***"),
    ],
)
def test_only_a_bodys_name_keeps_four_characters(name: str, shown: str) -> None:
    """The first four characters of a person's long name are all of what somebody is called, with a dot or without."""
    assert masking.name(name) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("和平里5号楼2单元301", "和平里***"),
        ("幸福路１２号院", "幸福路***"),
        ("望江路33号", "望江***"),
        ("西街八号楼三单元", "西街***"),
        ("城关镇幸福路12号", "城关镇幸福路***"),
        ("安州市安澜县城关镇幸福路12号", "安州市安澜县***"),
    ],
)
def test_no_address_shows_the_house(office: Shell, address: str, shown: str) -> None:
    """Clerks leave county and town out, so that six characters would reach the door; texts repeat it."""
    office.ok(
        *("register", "--channel", "letter", "--name", "钱多多", "--address", address),
        *("--title", f"反映{address}漏水", "--content", f"我住{address}，请求处理"),
    )
    (row,) = office.data("export")
    assert row["address"] == shown
    assert address not in row["title"] + row["content"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("11010519491231002X", "1101**********002X"),
        ("110105 19491231 002X", "1101**********002X"),
        ("1101 0519 4912 3100 2X", "1101**********002X"),
        ("110105－19491231－002x", "1101**********002x"),
        ("110105491231002", "1101*******1002"),
    ],
)
def test_an_id_number_in_a_title_is_hidden_however_it_was_typed(office: Shell, typed: str, shown: str) -> None:
    """In groups, as people dictate it, and of fifteen figures, as on the first cards: on every list, whose ever it is."""
    title = f"反映证号{typed}的人占地"
    office.ok("register", "--channel", "letter", "--anonymous", "--title", title, "--content", "请求处理")
    (row,) = office.data("list")
    assert row["title"].replace(" ", "") == f"反映证号{shown}的人占地"


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-03 2025-01-05 12项",
        "警号202601011200001",
        "2025-12-30、2026-01-04共 3 项",
        "编号 2026-000012 2026-000013",
    ],
)
def test_days_and_other_numbers_stay_in_sight(text: str) -> None:
    assert masking.text(text) == text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("阿依古丽·买买提", "阿依古丽•买买提"),
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("阿依古丽·买买提", "阿依古丽"),
        ("張麗華", "张丽华"),
        ("张丽华", "張麗華"),
        ("张三", "张　三"),
    ],
)
def test_a_name_is_hidden_however_it_was_typed(office: Shell, name: str, typed: str) -> None:
    """A title, an import, a second clerk: the register says the name one way and the text another."""
    office.ok(
        *("register", "--channel", "letter", "--name", name, "--address", "城关镇幸福路88号"),
        *("--title", f"{typed}反映欠薪", "--content", f"{typed}称欠薪，住幸福路８８号"),
    )
    shown = office.ok("show", 1).out + office.ok("list").out
    assert typed not in shown
    assert "８８" not in shown


@pytest.mark.parametrize("look", ["list", "today", "overdue", "search", "report"])
def test_a_list_hides_in_a_title_what_show_hides(office: Shell, look: str) -> None:
    """Where somebody lives and is called at is as much theirs as the name is."""
    office.ok(
        *("register", "--channel", "letter", "--on", "2026-01-05"),
        *("--name", "钱多多", "--address", "城关镇和平路3号院"),
        *("--phone", "0371-1234567", "--title", "和平路3号院住户反映漏水，电话0371-1234567", "--content", "漏水"),
    )
    words = {"search": ("漏水",), "report": ("--month", "2026-01")}.get(look, ())
    shown = office.ok(look, *words, XINFANG_TODAY="2026-02-25").out
    assert "住户反映漏水" in shown
    assert "3号院" not in shown
    assert "1234567" not in shown


@pytest.mark.parametrize("look", PERSONAL)
def test_reveal_shows_and_is_written_down(full: Shell, look: str) -> None:
    """The original text, one fact more, and who asked."""
    facts = full.sound()
    out = full.ok(*LOOKS[look], "--reveal", "--by", "王芳", "-f", "json").out
    assert any(name in out for name in NAMES)
    assert PHONE in out
    assert full.sound() == facts + 1


def test_a_revealed_case_says_so_in_its_time_line(full: Shell) -> None:
    """`show --reveal` is a line of the petition's own time line, with name and time."""
    shown = full.ok("show", 1, "--reveal", "--by", "王芳")
    assert all(secret in shown.out for secret in ("张三", ID_NUMBER, PHONE, ADDRESS))
    last = full.data("show", 1)["timeline"][-1]
    assert (last["act"], last["by"], last["on"]) == ("reveal", "王芳", "2026-03-10")
    assert "查看明文" in full.ok("show", 1).out


@pytest.mark.parametrize("look", IMPERSONAL)
def test_a_look_without_persons_takes_no_reveal(full: Shell, look: str) -> None:
    """Where nothing is hidden there is nothing to reveal."""
    full.refused("E101", *LOOKS[look], "--reveal")


def test_an_unknown_officer_sees_nothing(full: Shell) -> None:
    """Who asks must be known; a refusal writes nothing."""
    facts = full.sound()
    full.refused("E203", "list", "--reveal", "--by", "无名氏")
    full.refused("E203", "show", 1, "--reveal", XINFANG_OFFICER="无名氏")
    assert full.sound() == facts


def test_names_in_titles_and_texts(office: Shell) -> None:
    """张三反映… is as much his name as the field is; so it is in a correction, a note and a receipt."""
    office.ok(
        *("register", "--channel", "visit", "--name", "诸葛长生", "--address", ADDRESS, "--title", "诸葛长生反映欠薪"),
        *(
            *("--content", "诸葛长生称", "--demand", f"请回电 {PHONE}", "--respondent", "某公司"),
            *("--phone", f"0371-1234567、{PHONE}"),
        ),
    )
    office.ok("correct", 1, "--title", "诸葛长生反映拖欠工资", "--phone", PHONE, "--reason", "诸葛长生来电更正")
    office.ok("note", 1, f"已电话联系诸葛长生 {PHONE}，证号 {ID_NUMBER}")
    office.ok("classify", 1, "--category", "appeal", "--route", 6)
    office.ok("accept", 1)
    office.ok(
        *("reply", 1, "--outcome", "refuse", "--content", f"诸葛长生：不予支持。电话 {PHONE}"),
        *("--basis", "甲法", "--document", "信复〔2026〕3号"),
    )
    office.ok("serve", 1, "--receiver", "诸葛长生", "--proof", f"诸葛长生签收 {PHONE}")
    office.ok("close", 1, "--result", "诸葛长生息诉")
    office.today = "2026-05-01"
    for look in PERSONAL:
        command = ("search", "拖欠") if look == "search" else LOOKS[look]
        for fmt in ("plain", "json", "csv", "html"):
            out = office.ok(*command, "-f", fmt).out
            assert "诸葛长生" not in out, (look, fmt)
            assert PHONE not in out, (look, fmt)
            assert ID_NUMBER not in out, (look, fmt)
    assert "诸葛长生反映拖欠工资" in office.ok("list", "--reveal").out


def test_receipts_and_refusals_name_nobody(full: Shell) -> None:
    """What is printed after an act, or instead of one, says numbers and days, not persons."""
    lines = [
        ("note", 1, "一笔"),
        ("inform", 2),
        ("accept", 1),
        ("serve", 3, "--receiver", "王小五"),
        ("extend", 1, "--days", 45, "--approver", "局长", "--reason", "复杂"),
        ("correct", 1, "--name", "张三三", "--reason", "录错"),
        ("show", 77),
        ("verify",),
        ("rebuild",),
    ]
    for line in lines:
        ran = full(*line)
        assert not [name for name in NAMES if name in ran.out + ran.err], line


@pytest.mark.parametrize(
    ("name", "shown"),
    [("欧阳·", "欧**反映张三"), ("欧阳- ", "欧阳**反映张三"), ("张 三", "欧阳反映张**"), ("· ·", "欧阳反映张三")],
)
def test_a_name_of_little_more_than_dots_ends_the_search_for_it(name: str, shown: str) -> None:
    """What is shown instead may read as the name does: it is not looked for in what was put there."""
    assert masking.text("欧阳反映张三", masking.known_names([name])) == shown


def test_two_people_in_one_name_are_two(office: Shell) -> None:
    """As one name the second would be hidden nowhere, counted as nobody, and not found when he comes again."""
    line = ("register", "--channel", "visit", "--title", "反映李四被打", "--content", "李四被打伤，张三在场")
    signed = ("--name", "张三、李四", "--address", "城关镇幸福路1号", "--key", "信1号")
    office.ok(*line, *signed)
    shown = office.data("show", 1)
    assert [each["name"] for each in shown["registration"]["petitioners"]] == ["张*", "李*"]
    assert shown["registration"]["headcount"] == 2
    assert "李四" not in office.ok("list").out + office.ok("show", 1).out
    assert office.data(*line, *signed)["number"] == "2026-000001"
    again = (*line, "--name", "李四", "--address", "东关村", "--repeat-of", "auto")
    assert office.data(*again)["repeat_of"] == "2026-000001"
    office.refused("E108", *line, "--name", "王五，赵六", "--address", "东关村", "--headcount", 1)
    office.ok(*line, "--name", "张、李村民组", "--address", "东关村", "--headcount", 1)
    office.ok(*line, "--name", "红星、东方公司", "--person", "legal", "--address", "东关村", "--headcount", 1)


def test_a_name_that_was_two_is_corrected_into_two(office: Shell) -> None:
    line = (
        "register",
        "--channel",
        "visit",
        "--title",
        "反映李四被打",
        "--content",
        "李四被打伤",
        "--address",
        "东关村",
    )
    office.ok(*line, "--name", "张三", "--phone", PHONE)
    office.ok("correct", 1, "--name", "张三、李四", "--reason", "漏了一人")
    paper = office.data("show", 1, "--reveal")["registration"]
    assert [(each["name"], each.get("phone", "")) for each in paper["petitioners"]] == [("张三", PHONE), ("李四", "")]
    assert paper["headcount"] == 2
    assert "李四" not in office.ok("list").out
    office.ok("correct", 1, "--name", "张小三", "--reason", "写错")
    assert [each["name"] for each in office.data("show", 1, "--reveal")["registration"]["petitioners"]] == [
        "张小三",
        "李四",
    ]


def test_a_key_is_known_again_under_which_an_older_version_kept_two_names_as_one(office: Shell) -> None:
    line = ("register", "--channel", "letter", "--title", "户口", "--content", "户口", "--address", "东关村")
    two = (*line, "--name", "张三、李四", "--key", "信1号")
    office.ok(*two, "--person", "body")
    with foreign(office) as connection:
        connection.execute("DROP TRIGGER payload_is_never_changed")
        then = connection.execute(
            "UPDATE payload SET body = replace(body, '\"kind\":\"body\",', '') WHERE body LIKE '%张三、李四%'"
        )
        assert then.rowcount == 1
    assert office.data(*two)["number"] == "2026-000001"
    office.refused("E110", *line, "--name", "张三、王五", "--key", "信1号")
