"""What `export --reveal` writes, `import` reads back: into an empty ledger it gives the same export, in every format."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from cli.shell import Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.ledgers import foreign

from .intake import Counts, exported, imported, new_office

FORMATS = ["csv", "tsv", "json", "jsonl", "xlsx"]
HOSTILE = [
    "=1+1",
    "'=1+1",
    "''=1",
    "+86 10",
    "-3",
    "@某人",
    "＝SUM(A1)",
    '=HYPERLINK("http://x","点我")',
    '说“好”,又说"不好"',
    "一行\n二行\n\n四行",
    "a;b|c\td",
    "1e5",
    "007",
    "2025-03-04",
    "合计",
    "[red]x[/red] {{ x }} <b>&amp;</b>",
    "𠮷田\U00020bb7 \ue000 é ☃ 👍🏽",
    "末尾反斜杠\\",
    "'单引号'",
    "NULL",
    "汉" * 3000,
]


def registered(shell: Shell, title: str, content: str) -> str:
    """The number of a petition taken down with these texts."""
    paper = {"channel": "visit", "name": "张三", "address": "某县", "title": title, "content": content}
    return str(shell.data("register", "--json", "-", text=json.dumps(paper))["number"])


def handled(shell: Shell) -> None:
    """Petitions at every stage that a ledger of rows can tell of."""
    shell.ok("unit", "add", "城关派出所")
    shell.ok("officer", "add", "李明", "--unit", "城关派出所")
    for place, text in enumerate(HOSTILE):
        number = registered(shell, text.replace("\n", " ")[:200], text)
        stage = place % 6
        # A suggestion's answer needs no basis and no number, which a ledger of rows has no column for.
        kind = ("appeal", "--route", "6") if stage < 3 else ("suggestion",)
        if stage >= 1:
            shell.ok("classify", number, "--category", *kind, "--code", "城乡建设")
        if stage >= 2:
            shell.ok("accept", number, "--unit", "城关派出所", "--officer", "李明")
        if stage >= 3:
            shell.ok("reply", number, "--outcome", "explain", "--content", text)
        if stage >= 4:
            shell.ok("serve", number)
        if stage >= 5:
            shell.ok("close", number)
    shell.ok(
        *("register", "--channel", "letter", "--anonymous", "--title", "匿名", "--content", "匿名信"),
        *("--headcount", "3", "--key", "外-1"),
    )
    shell.ok(
        *("register", "--channel", "hotline", "--name", "某厂", "--address", "某县", "--title", "噪音"),
        *("--content", "噪音", "--id-number", "11010519491231002X", "--phone", "13800138000"),
    )


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger with petitions of many kinds."""
    shell = new_office(tmp_path_factory.mktemp("source"), "source")
    handled(shell)
    return shell


@pytest.mark.parametrize("fmt", FORMATS)
def test_into_an_empty_ledger(fmt: str, source: Shell, tmp_path: Path) -> None:
    file = tmp_path / f"台账.{fmt}"
    source.ok("export", "--reveal", "-o", file)
    shell = new_office(tmp_path, "again")
    before = exported(source)
    assert imported(shell, file) == Counts(len(before), 0, 0, 0)
    after = exported(shell)
    if fmt == "tsv":
        # A line for each row whatever the cells hold: their own line breaks and tabs are blanks there.
        before, after = ([{**row, "content": "", "reply": ""} for row in rows] for rows in (before, after))
    assert after == before
    assert imported(shell, file) == Counts(0, len(before), 0, 0)
    shell.sound()


@pytest.mark.parametrize("fmt", [fmt for fmt in FORMATS if fmt != "tsv"])
def test_into_the_ledger_it_came_from(fmt: str, source: Shell, tmp_path: Path) -> None:
    file = tmp_path / f"台账.{fmt}"
    source.ok("export", "--reveal", "-o", file)
    number = len(exported(source))
    assert imported(source, file) == Counts(0, number, 0, 0)


def test_names_are_written_alike_however_they_came(shell: Shell, tmp_path: Path) -> None:
    """Set with blanks, as lists are, or without: one person has one name, typed, corrected or read back."""
    for written in ("李　四", "李 四", "李四", "John Smith", "欧阳 娜 娜"):
        shell.ok(
            *("register", "--channel", "letter", "--name", written, "--address", "某县"),
            *("--title", written, "--content", "乙", "--also", written, "--representative", written),
        )
    shell.ok("correct", 3, "--name", "王 五", "--reason", "误记")
    names = [row["name"] for row in exported(shell)]
    assert names == ["李四", "李四", "王五、李四", "John Smith", "欧阳娜娜"]
    shell.ok("export", "--reveal", "-o", tmp_path / "台账.csv")
    again = new_office(tmp_path, "again")
    imported(again, tmp_path / "台账.csv")
    assert [row["name"] for row in exported(again)] == names


GROUPS: list[tuple[list[str], int]] = [
    (["张三", "李四"], 2),
    (["张三", "李四", "王五"], 30),
    (["阿依古丽·买买提", "张三"], 2),
    # No plain list of people: a ledger of rows keeps it under one name.
    (["红星公司", "张三"], 2),
    (["John Smith", "张三"], 2),
]


@pytest.mark.parametrize("fmt", FORMATS)
def test_all_petitioners_of_a_petition_are_written(fmt: str, shell: Shell, tmp_path: Path) -> None:
    for (first, *others), heads in GROUPS:
        also = [word for other in others for word in ("--also", other)]
        line = ("register", "--channel", "visit", "--title", "反映欠薪", "--content", "反映欠薪", "--address", "东关村")
        shell.ok(*line, "--name", first, *also, "--headcount", heads)
    before = exported(shell)
    assert [row["name"] for row in before] == ["、".join(names) for names, _ in GROUPS]
    if fmt == "csv":
        assert "其中 2 件还有列里没有的内容" in shell.ok("export").out
    shell.ok("export", "--reveal", "-o", tmp_path / f"台账.{fmt}")
    assert imported(shell, tmp_path / f"台账.{fmt}") == Counts(0, len(GROUPS), 0, 0)
    again = new_office(tmp_path, "again")
    assert imported(again, tmp_path / f"台账.{fmt}") == Counts(len(GROUPS), 0, 0, 0)
    assert exported(again) == before
    for number, (names, heads) in enumerate(GROUPS[:3], start=1):
        paper = again.data("show", number, "--reveal")["registration"]
        assert ([each["name"] for each in paper["petitioners"]], paper["headcount"]) == (names, heads)


def test_masked_each_of_them_is_and_none_is_taken_back(shell: Shell, tmp_path: Path) -> None:
    shell.ok(
        *("register", "--channel", "visit", "--title", "李四被打", "--content", "李四被打", "--address", "东关村"),
        *("--name", "张三", "--also", "李四", "--also", "欧阳娜娜"),
    )
    (row,) = shell.data("export")
    assert (row["name"], row["title"]) == ("张*、李*、欧阳**", "李*被打")
    shell.ok("export", "-o", tmp_path / "遮住.csv")
    assert imported(new_office(tmp_path, "again"), tmp_path / "遮住.csv") == Counts(0, 0, 1, 0)


def test_what_an_older_version_wrote_with_the_first_name_alone_is_known_again(shell: Shell, tmp_path: Path) -> None:
    registered(shell, "户口", "户口")
    shell.ok("export", "--reveal", "-o", tmp_path / "台账.csv")
    shell.ok("correct", 1, "--name", "张三、李四", "--reason", "漏写")
    assert exported(shell)[0]["name"] == "张三、李四"
    assert imported(shell, tmp_path / "台账.csv") == Counts(0, 1, 0, 0)


def test_more_names_than_a_cell_may_hold_are_cut_between_two(shell: Shell, tmp_path: Path) -> None:
    people = [{"name": f"张{chr(0x4E00 + place)}{chr(0x5E00 + place)}"} for place in range(700)]
    paper = {"channel": "letter", "address": "东关村", "title": "户口", "content": "户口", "petitioners": people[1:]}
    shell.ok("register", "--json", "-", text=json.dumps({**paper, "name": people[0]["name"]}))
    (row,) = exported(shell)
    assert row["name"] == "、".join(each["name"] for each in people[:500])
    assert row["headcount"] == 700
    assert "其中 1 件还有列里没有的内容" in shell.ok("export").out
    shell.ok("export", "--reveal", "-o", tmp_path / "台账.csv")
    assert imported(new_office(tmp_path, "again"), tmp_path / "台账.csv") == Counts(1, 0, 0, 0)


def test_the_exports_are_the_same_byte_for_byte(source: Shell, tmp_path: Path) -> None:
    shell = new_office(tmp_path, "again")
    for fmt in ("csv", "xlsx"):
        first, second = tmp_path / f"一.{fmt}", tmp_path / f"二.{fmt}"
        source.ok("export", "--reveal", "-o", first)
        imported(shell, first)
        shell.ok("export", "--reveal", "-o", second)
        assert first.read_bytes() == second.read_bytes()


def test_masked_unless_asked_and_the_asking_is_written_down(source: Shell) -> None:
    facts = source.sound()
    masked = source.ok("export", "-f", "json")
    assert source.sound() == facts
    assert "11010519491231002X" not in masked.out
    assert "13800138000" not in masked.out
    assert "张三" not in masked.out
    assert "11010519491231002X" in source.ok("export", "--reveal", "-f", "json").out
    assert source.sound() == facts + 1


def test_of_how_many_petitions_was_asked_is_written_down(shell: Shell) -> None:
    """Each once, however often it was passed on; one whose registration was retracted is not among them."""
    for title in ("户口", "低保", "误登"):
        registered(shell, title, title)
    shell.ok("unit", "add", "城关派出所")
    shell.ok("inform", 1)
    shell.ok("forward", 1, "--unit", "城关派出所")
    shell.today = "2026-01-06"
    shell.ok("receive", 1)
    shell.ok("inform", 2)
    shell.ok("retract", 3, "--act", "register", "--reason", "误登")
    shell.ok("export", "--reveal", "-f", "json")
    with foreign(shell) as connection:
        looks = connection.execute("SELECT body FROM fact JOIN payload USING (seq) WHERE act = 'reveal'").fetchall()
    assert [json.loads(body)["petitions"] for (body,) in looks] == [2]


def test_how_many_petitions_have_more_than_the_columns_hold_is_said(shell: Shell) -> None:
    first, second = registered(shell, "户口", "户口"), registered(shell, "低保", "低保")
    shell.ok("note", second, "电话联系")
    assert "其中 1 件还有列里没有的内容" in shell.ok("export").out
    shell.ok("classify", first, "--category", "appeal", "--route", "6")
    assert "其中 1 件" in shell.ok("export").out
    shell.ok("accept", first)
    shell.ok("extend", first, "--days", "5", "--approver", "李局长", "--reason", "案情复杂")
    assert "其中 2 件" in shell.ok("export").out


def test_deadlines_are_the_same_on_both_sides(source: Shell, tmp_path: Path) -> None:
    source.ok("export", "--reveal", "-o", tmp_path / "a.csv")
    shell = new_office(tmp_path, "again")
    imported(shell, tmp_path / "a.csv")
    for command in (("due", "--within", "400"), ("overdue",), ("list",)):
        assert shell.data(*command) == source.data(*command)


# A title that only says “nothing” (-, 无, NULL) is no title in a ledger of rows, where the content then begins it.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: f"件{text}") | st.text(
    "'=+-@＝\t\r\n\u200d\ufe0f\u00ad汉", min_size=3, max_size=12
).map(lambda text: f"{text}。")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), st.sampled_from(["csv", "json", "jsonl", "xlsx"]))
def test_any_text_survives_every_format(texts: list[tuple[str, str]], fmt: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shell = new_office(Path(folder), "one")
        for title, content in texts:
            paper = {"channel": "visit", "name": "张三", "address": "某县", "title": title, "content": content}
            shell("register", "--json", "-", text=json.dumps(paper))
        before = exported(shell)
        file = Path(folder, f"台账.{fmt}")
        shell.ok("export", "--reveal", "-o", file)
        again = new_office(Path(folder), "two")
        if before:
            assert imported(again, file) == Counts(len(before), 0, 0, 0)
        assert exported(again) == before
