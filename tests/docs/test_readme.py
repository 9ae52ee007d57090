"""The README's sessions still run as printed, and what it names is there.

`pytest tests/docs --record` writes the answers again; then review the change.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.shell import ROOT, Shell

from xinfang.cli.commands import COMMANDS

from .sessions import replayed

PAGES = ("README.md", "README.en.md")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


@pytest.mark.parametrize("name", PAGES)
def test_sessions(name: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    page = ROOT / name
    shutil.copy(ROOT / "examples" / "ledger.xlsx", tmp_path / "台账.xlsx")
    now = replayed(page, Shell(tmp_path, variables={"XINFANG_OFFICER": "李明"}))
    if pytestconfig.getoption("--record"):
        page.write_text(now, encoding="utf-8", newline="\n")
    assert now == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*PAGES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    targets = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_places_of_the_page_itself_are_there(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    places = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) - places == set()


@pytest.mark.parametrize("name", [*PAGES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_commands_that_are_named_exist(name: str) -> None:
    named = set(re.findall(r"`(?:\S+/)?xinfang ([a-z]+)", (ROOT / name).read_text(encoding="utf-8")))
    assert named - set(COMMANDS) == set()
