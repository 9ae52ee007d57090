"""Keeps the TOML of the rules as JSON too: xinfang/rules/**/*.toml → xinfang/rules/pages.jsonl (why: rules/pages.py).

python tools/rule_pages.py
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date

from xinfang.rules.pages import DATE, PAGES, digest_of

READ_BY_COMMANDS = ("book", "holidays", "tables")
"""Folders whose files commands read at their start; coverage/ is read by one command only."""


def pages() -> str:
    """The text of pages.jsonl: the same for the same TOML."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for file in sorted(file for folder in READ_BY_COMMANDS for file in (PAGES.parent / folder).rglob("*.toml")):
        text = file.read_text(encoding="utf-8")
        page = json.dumps(tomllib.loads(text), ensure_ascii=False, separators=(",", ":"), default=_plain)
        yield f"{digest_of(text)}\t{file.relative_to(PAGES.parent).as_posix()}\t{page}"


def _plain(value: object) -> dict[str, str]:
    # By type and not isinstance: a time of day has no JSON of ours, and no rule needs one.
    if type(value) is not date:
        raise TypeError(f"no JSON for {value!r}")
    return {DATE: value.isoformat()}


if __name__ == "__main__":
    PAGES.write_text(pages(), encoding="utf-8", newline="\n")
