"""Searching finds every occurrence of any text, from one character up, and nothing else."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import unicodedata
from pathlib import Path

import pytest
from cli.shell import Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xinfang.core import clean
from xinfang.store import search, spacing
from xinfang.store.schema import migrate

from .ledgers import founded, register


def plain(text: str) -> str:
    """What a search compares: full-width as half-width, capitals as small. Written anew here."""
    return unicodedata.normalize("NFKC", text).casefold()


ODD = "低保户口补偿，。、“”！？ …—\u3000abCZ09Ａｚ９ !\"'()*-.:^{}~%_\\/\n𠮷𡨴\ue000\U000f0001👍🏽👩\u200d👦é\u0301\u0308ßſİıﬁ①㎡ﾊﾞ㈠각\u1100\u1161龍龙"
TEXTS = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


class Index:
    """The tables a search looks at, filled by hand."""

    def __init__(self, bodies: list[str]) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        migrate(self.connection)
        self.connection.execute("PRAGMA ignore_check_constraints = ON")
        for place, body in enumerate(bodies, start=1):
            self._petition(place)
            self.connection.execute("INSERT INTO content VALUES (?, '', ?)", (place, body))
            self.connection.execute(
                "INSERT INTO content_index (rowid, spaced) VALUES (?, ?)", (place, spacing.spaced(body))
            )

    def _petition(self, place: int) -> None:
        """One received on the day searched; what a search does not look at is empty."""
        columns = self.connection.execute("SELECT name, type FROM pragma_table_info('petition')").fetchall()
        row: dict[str, object] = {name: 0 if kind == "INTEGER" else "" for name, kind in columns}
        row |= {"id": place, "number": str(place), "client_key": None, "received_on": "2026-01-05"}
        marks = ", ".join("?" * len(row))
        self.connection.execute(f"INSERT INTO petition ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    def hits(self, text: str) -> list[int]:
        from datetime import date

        return [hit.id for hit in search.hits(self.connection, text, as_of=date(2026, 1, 5), restricted=False)]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_every_occurrence_and_nothing_else(bodies: list[str], data: st.DataObject) -> None:
    bodies = [clean.paragraph(body, what="内容") for body in bodies]
    index = Index(bodies)
    try:
        for _ in range(8):
            body = data.draw(st.sampled_from(bodies))
            if not body:
                continue
            start = data.draw(st.integers(0, len(body) - 1))
            end = data.draw(st.integers(start + 1, len(body)))
            wanted = body[start:end]
            expected = [place for place, each in enumerate(bodies, start=1) if plain(wanted) in plain(each)]
            assert sorted(index.hits(wanted)) == expected
    finally:
        index.connection.close()


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"])))
def test_the_short_way_to_the_index_leads_to_the_same(text: str) -> None:
    assert spacing.spaced(text) == spacing.spaced_as_a_whole(text)
    many = spacing.WORTH_COMPILING
    assert spacing.spaced_each([text] * many) == [spacing.spaced_as_a_whole(text)] * many


def test_every_character_between_others_goes_the_same_way() -> None:
    for first in range(0, 0x30000, 64):
        signs = [chr(code) for code in range(first, first + 64) if not 0xD800 <= code < 0xE000]
        text = "".join(f"a{sign}e汉{sign}\u0301{sign}" for sign in signs)
        assert spacing.spaced(text) == spacing.spaced_as_a_whole(text)
        for sign in signs:
            assert spacing.spaced(f"e{sign}ｶ") == spacing.spaced_as_a_whole(f"e{sign}ｶ")
            assert spacing.spaced(f"汉{sign}") == spacing.spaced_as_a_whole(f"汉{sign}")
        texts = [shape.format(sign) for sign in signs for shape in ("e{}ｶ", "汉{}", "{}", "{}汉")]
        assert spacing.spaced_each(texts) == [spacing.spaced_as_a_whole(text) for text in texts]


def test_a_combining_mark_is_not_torn_from_its_letter() -> None:
    """`e` is not in `é`, however the two were typed; `é` is in both."""
    index = Index([unicodedata.normalize("NFC", "cafe\u0301"), "cafe"])
    assert index.hits("é") == index.hits("e\u0301") == [1]
    assert index.hits("e") == [2]
    index.connection.close()


@pytest.mark.parametrize("length", [1, 2, 3, 100, 500])
def test_a_part_of_any_length_is_found(length: int) -> None:
    body = "".join(chr(0x4E00 + place * 7 % 9000) for place in range(2000))
    index = Index([body, "别的"])
    for start in (0, 700, 2000 - length):
        assert index.hits(body[start : start + length]) == [1]
    index.connection.close()


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger with texts of every kind."""
    shell = founded(tmp_path_factory.mktemp("search"))
    for content in (
        "反映低保问题，要求补偿",
        "Ｗｉ－Ｆｉ和WIFI，wifi",
        "𠮷先生与\ue000、👍🏽",
        "一行\n二行",
        '说"好" AND (不好) OR NOT * ^ {x} col:y - + \\ %_',
        "保低，偿补",
        "A B  C",
    ):
        register(shell, "标题", content=content)
    return shell


def found(shell: Shell, text: str, **filters: str) -> list[int]:
    words = [word for name, value in filters.items() for word in (f"--{name}", value)]
    rows = shell.data("search", text, *words)
    return sorted(int(row["number"][-6:]) for row in rows)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("低", [1, 6]),
        ("低保", [1]),
        ("保低", [6]),
        ("保问", [1]),
        ("，", [1, 2, 6]),
        ("wi-fi", [2]),
        ("WiFi", [2]),
        ("wifi，ｗｉｆｉ", [2]),
        ("𠮷", [3]),
        ("\ue000", [3]),
        ("👍🏽", [3]),
        ("\U0001f3fd", [3]),
        ('"好"', [5]),
        ("AND", [5]),
        ("NOT *", [5]),
        ("*", [5]),
        ("col:y", [5]),
        ("%_", [5]),
        ("%", [5]),
        ("\\", [5]),
        ("b  c", []),
        ("A B", [7]),
        ("没有", []),
        ("张三", [1, 2, 3, 4, 5, 6, 7]),
        ("标题", [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_the_command_finds_it(text: str, numbers: list[int], shell: Shell) -> None:
    assert found(shell, text) == numbers


def test_nothing_to_look_for_is_refused(shell: Shell) -> None:
    for text in ("", " ", "\t", "\u200b"):
        shell.refused("E105", "search", text)


def test_the_limit_gives_the_newest(shell: Shell) -> None:
    rows = shell.data("search", "张三", "--limit", "2")
    assert [row["number"] for row in rows] == ["2026-000007", "2026-000006"]


def test_what_was_corrected_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    register(shell, "噪音")
    register(shell, "噪音")
    shell.ok("correct", 1, "--title", "油烟", "--content", "饭店油烟扰民", "--name", "李四", "--reason", "录入有误")
    assert (found(shell, "噪音"), found(shell, "油烟"), found(shell, "李四")) == ([2], [1], [1])
    shell.ok("correct", 1, "--title", "噪音", "--reason", "又改回来")
    assert (found(shell, "噪音"), found(shell, "饭店")) == ([1, 2], [1])
    shell.ok("classify", 2, "--category", "appeal", "--route", "6")
    shell.ok("accept", 2)
    shell.ok("reply", 2, "--outcome", "support", "--content", "已经整改")
    assert found(shell, "整改") == [2]
    shell.ok("retract", 2, "--act", "reply", "--reason", "录错了件")
    assert found(shell, "整改") == []
    shell.sound()
    shell.ok("rebuild")
    assert (found(shell, "噪音"), found(shell, "饭店"), found(shell, "整改")) == ([1, 2], [1], [])


def test_as_of_leaves_out_what_came_later(tmp_path: Path) -> None:
    shell = founded(tmp_path)
    register(shell, "噪音", received="2025-12-01")
    register(shell, "噪音", received="2026-01-04")
    assert found(shell, "噪音", **{"as-of": "2025-12-31"}) == [1]
    assert found(shell, "噪音") == [1, 2]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_any_text_by_the_command(contents: list[str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shell = founded(Path(folder))
        kept: dict[int, str] = {}
        for content in contents:
            paper = {"channel": "visit", "name": "张三", "address": "某县", "title": "事项", "content": content}
            ran = shell("register", "--json", "-", "-f", "json", text=json.dumps(paper))
            if ran.code == 0:
                kept[int(ran.data["number"][-6:])] = clean.paragraph(content, what="内容")
        for body in kept.values():
            start = data.draw(st.integers(0, len(body) - 1))
            wanted = clean.line(body[start : data.draw(st.integers(start + 1, len(body)))], what="文字")
            if wanted and not wanted.startswith("-"):
                whole = {number: f"事项\n张三\n{text}" for number, text in kept.items()}
                expected = [number for number, text in whole.items() if plain(wanted) in plain(text)]
                assert found(shell, wanted) == sorted(expected)


@pytest.mark.parametrize(
    "typed", ["7", "07", "000007", "2026-7", "26-7", "2026-000007", "２０２６－７", "2026—7", " 7 "]
)
def test_short_ways_to_write_a_number(typed: str, shell: Shell) -> None:
    assert shell.data("show", typed)["number"] == "2026-000007"


def test_numbers_of_other_years(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2024-12-31")
    register(shell, "旧年")
    shell = Shell(tmp_path, today="2026-01-05")
    register(shell, "今年")
    register(shell, "今年")
    assert shell.data("show", "1")["number"] == "2026-000001"
    for typed in ("2024-1", "24-1", "2024-000001"):
        assert shell.data("show", typed)["number"] == "2024-000001"
    assert "2026-000002" in shell.refused("E201", "show", "24-2").err
    assert "xinfang list" in shell.refused("E201", "show", "9").err
    for typed in ("0", "甲", "2026-", "-7", "7.5", "2026-0"):
        assert shell("show", typed).code == 2
