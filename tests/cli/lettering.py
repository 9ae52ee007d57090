"""How the tests make a document, read it, and read the facts that it was made."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

from letters.samples import text_of

from .shell import Shell

REGISTER = (
    *("register", "--channel", "visit", "--address", "城关镇幸福路12号院"),
    *("--content", "内容", "--phone", "13800138000"),
)
OPINION = "2026-000001-信访处理意见书-信复〔2026〕1号.docx"


def letter(shell: Shell, *words: str) -> dict[str, Any]:
    """The one document that the command says it made."""
    (made,) = shell.data("letter", *words)["letters"]
    assert isinstance(made, dict)
    return made


def text(shell: Shell, name: str) -> str:
    """What stands in a file of the folder."""
    return text_of((shell.folder / name).read_bytes())


def facts(shell: Shell) -> list[dict[str, Any]]:
    """The facts that documents were made."""
    with closing(sqlite3.connect(shell.ledger)) as db:
        rows = db.execute("SELECT body FROM fact JOIN payload USING (seq) WHERE act = 'letter' ORDER BY seq").fetchall()
    return [json.loads(body) for (body,) in rows]
