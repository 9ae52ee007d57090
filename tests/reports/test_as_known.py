"""Every report that was printed while the office lived comes out again to the letter, whatever was written since."""

from __future__ import annotations

import pytest
from cli.shell import FINGERPRINT, Shell

from xinfang.workflows.reporting import REPORTS

from .office import PRINTED, PRINTED_ON


@pytest.mark.parametrize("kind", REPORTS)
def test_what_was_printed_then_comes_out_again(kind: str, years: Shell) -> None:
    page = (years.folder / f"{kind}.md").read_text(encoding="utf-8")
    (known,) = {found.group() for found in FINGERPRINT.finditer(page)}
    words = ("report", kind, *PRINTED[kind], "--as-of", PRINTED_ON, "-f", "markdown")
    assert years.ok(*words, "--as-known", known).out == page
    assert years.ok(*words).out != page, "much was written since"
