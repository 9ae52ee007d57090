"""TOML in, tables out. What is shipped is kept beside it as JSON as well: pages.jsonl.

Python's TOML parser is written in Python; loading it and reading the rulebook in force and two years' holidays took
every command a twelfth of its time. A line of pages.jsonl is found by the digest of the very text that is asked for, so
it can never answer for another one: a file that was changed is simply parsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..core.digest import sha256

PAGES = Path(__file__).with_name("pages.jsonl")
"""A line a file: digest of its text, its path, what it holds. Written by tools/rule_pages.py."""
DATE = "$date"
"""A table of this one key stands for a day."""


def parsed(text: str) -> dict[str, Any]:
    """What the TOML text holds. Raises ValueError: not TOML."""
    found = _known().get(digest_of(text))
    if found is None:
        import tomllib

        return tomllib.loads(text)
    import json  # late: categories and branches are also asked for where nothing is read

    page: dict[str, Any] = json.loads(found, object_hook=_day)
    return page


def digest_of(text: str) -> str:
    """By what a text is found."""
    return str(sha256(text.encode()).hexdigest())


@cache
def _known() -> Mapping[str, str]:
    """The kept pages by digest, each still as JSON: a command needs few of them."""
    try:
        lines = PAGES.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return {digest: page for digest, _, page in (line.split("\t", 2) for line in lines)}
    except (OSError, ValueError):  # missing or damaged: everything is parsed
        return {}


def _day(table: dict[str, Any]) -> Any:
    return date.fromisoformat(table[DATE]) if DATE in table else table
