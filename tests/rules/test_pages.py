"""What is kept of the rules' TOML as JSON is what the TOML says, and never answers for another text."""

from __future__ import annotations

import importlib.util
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from xinfang.rules import pages

ROOT = Path(__file__).parents[2]
FOLDER = pages.PAGES.parent
FILES = sorted(path for name in ("book", "holidays", "tables") for path in (FOLDER / name).rglob("*.toml"))


def maker() -> ModuleType:
    """tools/rule_pages.py."""
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "tools" / "rule_pages.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_stale() -> None:
    """`python tools/rule_pages.py` changes nothing; every command would still be right, but slower."""
    assert pages.PAGES.read_text(encoding="utf-8") == maker().pages()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_says_what_the_toml_says(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The types too: a day is a date. Without the parser, so that it is the kept page that answers."""
    text = file.read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    monkeypatch.delattr(tomllib, "loads")
    assert repr(pages.parsed(text)) == repr(expected)


def test_a_changed_text_is_read_itself() -> None:
    text = (FOLDER / "holidays" / "2025.toml").read_text(encoding="utf-8")
    changed = text.replace("2025-01-01", "2025-01-02")
    assert pages.parsed(text)["holiday"][0]["off"] == [date(2025, 1, 1)]
    assert pages.parsed(changed)["holiday"][0]["off"] == [date(2025, 1, 2)]


@pytest.mark.parametrize("content", [None, b"half a li", b"\xff\n"])
def test_without_the_kept_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None) -> None:
    """They can be missing or damaged: everything is parsed."""
    text = (FOLDER / "tables" / "branches.toml").read_text(encoding="utf-8")
    monkeypatch.setattr(pages, "PAGES", tmp_path / "pages.jsonl")
    if content is not None:
        (tmp_path / "pages.jsonl").write_bytes(content)
    pages._known.cache_clear()
    try:
        assert pages.parsed(text) == tomllib.loads(text)
    finally:
        pages._known.cache_clear()


def test_a_page_is_its_readers_own() -> None:
    """Who changes one changes nobody else's."""
    text = (FOLDER / "tables" / "branches.toml").read_text(encoding="utf-8")
    pages.parsed(text).clear()
    assert pages.parsed(text) == tomllib.loads(text)
