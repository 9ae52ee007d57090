"""What is handed on and signed tells nobody what to type; who works with the program reads it on the screen."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from cli.shell import FINGERPRINT, Shell
from python_calamine import load_workbook

from xinfang.workflows.reporting import REPORTS

TYPED = re.compile(r"xinfang|(?<![\w-])--?[a-z]|[a-z]+-[a-z]+")
"""A command, an option, the English name of a setting."""
ASKED = {
    **{kind: ("report", kind, "--year" if kind == "annual" else "--quarter", "2025") for kind in REPORTS},
    "forecast": ("forecast", "--weeks", "6"),
    "board": ("board", "--limit", "2"),
    "overdue": ("overdue", "--limit", "2"),
    "list": ("list", "--limit", "2"),
}
ASKED |= {kind: (*words[:3], "2025-3") for kind, words in ASKED.items() if "--quarter" in words}
SHORT = {name: (*words, "--limit", "2") for name, words in ASKED.items() if words[0] == "report"}
"""With lists that are not whole."""


def word_text(file: Path) -> str:
    with ZipFile(BytesIO(file.read_bytes())) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(paragraph.itertext()) for paragraph in body.iter() if paragraph.tag.endswith("}p"))


def page_text(file: Path) -> str:
    page = file.read_text(encoding="utf-8")
    # What is kept in one line stands in the text around it.
    body = re.sub('<span class="w">(.*?)</span>', r"\1", page[page.index("<body>") :])
    return re.sub("<[^>]*>", "\n", body)


def book_text(file: Path) -> str:
    book = load_workbook(file)
    return "\n".join(
        str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
    )


READ = {"docx": word_text, "html": page_text, "xlsx": book_text}


@pytest.mark.parametrize("look", READ)
@pytest.mark.parametrize("words", [*ASKED.values(), *SHORT.values()], ids=" ".join)
def test_no_command_stands_on_paper(words: tuple[str, ...], look: str, years: Shell, tmp_path: Path) -> None:
    file = tmp_path / f"纸.{look}"
    years.ok(*words, "-o", file)
    text = FINGERPRINT.sub("", READ[look](file))
    assert len(text) > 40
    assert TYPED.findall(text) == []


@pytest.mark.parametrize("look", READ)
@pytest.mark.parametrize("kind", REPORTS)
def test_the_fingerprint_stands_on_paper_and_the_screen_says_what_to_type(
    kind: str, look: str, years: Shell, tmp_path: Path
) -> None:
    file = tmp_path / f"纸.{look}"
    years.ok(*ASKED[kind], "-o", file)
    found = FINGERPRINT.search(READ[look](file))
    assert found
    for screen in ("plain", "markdown"):
        shown = years.ok(*ASKED[kind], "-f", screen).out.replace("\\", "")
        assert f"台账指纹 {found[0]}（" in shown
        assert f"核对台账: xinfang verify --against {found[0]}；照原样重做: " in shown


@pytest.mark.parametrize("look", READ)
def test_a_forecast_is_signed_and_proven_as_any_other_paper(look: str, years: Shell, tmp_path: Path) -> None:
    file = tmp_path / f"纸.{look}"
    years.ok(*ASKED["forecast"], "-o", file)
    fingerprint = years.data(*ASKED["forecast"])["ledger"]["fingerprint"]
    text = READ[look](file)
    assert f"台账指纹 {fingerprint}（" in text
    signed = re.search("\n某县\\S+局\n+2025年12月31日\n*$", text)
    assert (signed is not None) is (look != "xlsx"), "a workbook is signed by nobody"
    check = f"核对台账: xinfang verify --against {fingerprint}。"
    assert years.ok(*ASKED["forecast"]).out.splitlines()[-1] == check
    years.ok("verify", "--against", fingerprint)


def test_what_was_cut_off_is_counted_on_paper_and_had_by_typing(years: Shell, tmp_path: Path) -> None:
    for look, read in READ.items():
        file = tmp_path / f"纸.{look}"
        years.ok(*SHORT["backlog"], "-o", file)
        assert "只列了 2 条。" in read(file).replace("只列了2条", "只列了 2 条")
    assert "\n只列了 2 条。\n" in (shown := years.ok(*SHORT["backlog"]).out)
    assert "\n看更多的加大 --limit。\n" in shown
    assert "--detail" not in shown, "that would not make a list of two longer"
