"""Rulebooks that must not load, each saying where."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from xinfang.core.errors import BadInput
from xinfang.rules.articles import read_articles
from xinfang.rules.instrument import read_folder

ERRORS = tomllib.loads(Path(__file__).with_name("rulebook_errors.toml").read_text(encoding="utf-8"))["error"]
SOUND = {
    "instrument.toml": """
name = "试行办法"
title = "《试行办法》"
since = 2020-01-01
source = "TEXT"
""",
    "limits.toml": """
[[limit]]
name = "answer"
label = "答复期限"
duty = "reply"
rule = "some-rule"
article = "第一条"
binds = "unit"
starts = "accepted"
days = 60
counts = "calendar"
met_by = ["replied"]
when = { route = 6 }

[limit.extension]
by = "extended"
at_most = 30
times = 1
article = "第二条"
source = "QUOTE"
rule = "some-rule"

[limit.exclusion]
begins = "hearing-began"
ends = "hearing-ended"
article = "第四条"

[limit.unless]
when = { notice_owed = false }
reason = "匿名"
article = "第三条"
""",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder with a sound little rulebook."""
    folder = tmp_path / "试行办法"
    folder.mkdir()
    for name, text in SOUND.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> BadInput:
    """The error with which it does not load."""
    with pytest.raises(BadInput) as told:
        read_folder(folder)
    assert told.value.code == "E112"
    assert told.value.remedy
    return told.value


def test_the_sound_one_loads(book: Path) -> None:
    instrument = read_folder(book)
    (limit,) = instrument.limits
    assert limit.basis == "《试行办法》第一条"
    assert limit.source == instrument.source == "TEXT"
    assert limit.extension and limit.extension.at_most == 30
    assert limit.exclusion and limit.unless


@pytest.mark.parametrize("error", ERRORS, ids=[error["why"] for error in ERRORS])
def test_it_does_not_load(book: Path, error: dict[str, Any]) -> None:
    file = book / error["file"]
    text = error["new"]
    if "old" in error:
        text = SOUND[error["file"]].replace(error["old"], error["new"], 1)
        assert text != SOUND[error["file"]]
    file.write_text(text, encoding="utf-8")
    what = refused(book).what
    for word in error["says"]:
        assert word in what, what


def test_nothing_but_files_of_the_folder_is_needed_to_say_what_is_missing(tmp_path: Path) -> None:
    assert "没有这本/instrument.toml" in refused(tmp_path / "没有这本").what


def test_a_file_in_another_encoding(book: Path) -> None:
    (book / "limits.toml").write_bytes(SOUND["limits.toml"].encode("gb18030"))
    assert "试行办法/limits.toml" in refused(book).what


def test_a_folder_in_place_of_a_file(book: Path) -> None:
    (book / "more.toml").mkdir()
    assert "试行办法/more.toml" in refused(book).what


def test_extension_given_twice(book: Path) -> None:
    twice = SOUND["limits.toml"].replace("[limit.extension]", "[[limit.extension]]")
    part = twice[twice.index("[[limit.extension]]") : twice.index("[limit.exclusion]")]
    (book / "limits.toml").write_text(twice.replace(part, part * 2), encoding="utf-8")
    what = refused(book).what
    assert "limit[1]" in what and "extension" in what


@pytest.mark.parametrize(
    "text",
    [
        "",
        'reply = "第一条"\n',
        "[articles]\nreply = 1\n",
        '[articles]\nreply = "第一条"\n\n[more]\nreview = "第二条"\n',
        'articles = "第一条"\n',
    ],
    ids=["nothing", "no heading", "a number", "a second table", "no table"],
)
def test_articles_that_are_no_names_with_texts(book: Path, text: str) -> None:
    (book / "articles.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as told:
        read_articles(book)
    assert told.value.code == "E112" and "试行办法/articles.toml" in told.value.what
