"""What some tests need of the system, or from beside the repository: they are left out only where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
LAW = SHARED / "law" / "rules.json"
"""The table of the law: every rule with its article, its limit and how sure it is."""
ARTICLES = LAW.with_name("police-related-articles.txt")
"""Articles of the police's procedures, word for word."""
MESSAGES = Path(os.environ.get("XINFANG_DATA", SHARED / "data")) / "messages-a.xlsx"
"""1,408 real messages of citizens with the replies."""
PAIRS = MESSAGES.with_name("same-matter-dev.jsonl")
"""300 pairs of such messages, labelled: about the same matter or not."""

posix = pytest.mark.skipif(
    os.name != "posix", reason="Windows has no owners, modes and links of files, no `head`, no arguments of bytes"
)
full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
law_table = pytest.mark.skipif(not LAW.exists(), reason="the table of the law is not beside the repository")
real_messages = pytest.mark.skipif(not MESSAGES.exists(), reason="the real messages are not here")
real_pairs = pytest.mark.skipif(not PAIRS.exists(), reason="the labelled pairs of real messages are not here")
