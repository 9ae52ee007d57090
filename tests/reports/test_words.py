"""What is said of an office of which there is nothing to say yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import founded

from xinfang.workflows.reporting import REPORTS


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    folder: Path = tmp_path_factory.mktemp("empty")
    return founded(folder, today="2026-03-02", kind="bureau")


SAID = {
    "monthly": "应办结 0 件；办结 0 件，化解 0 件。",
    "first-receiver": "首接 0 件；未签收 0 次，尚无着落 0 件，交来交去 0 件。",
    "backlog": "期初 0 件，新增 0 件，减少 0 件，期末 0 件，其中超期未办 0 件；措施逾期 0 件。",
    "supervision": "督办 0 项，涉及 0 件；未答复 0 项；办结 0 项。",
    "annual": "转送、交办 0 件次；督办 0 项，涉及 0 件，督办办结 0 项。",
}


@pytest.mark.parametrize("kind", REPORTS)
def test_a_rate_of_nothing_is_not_said(kind: str, empty: Shell) -> None:
    page = empty.ok("report", kind, "--year", "2025").out
    assert SAID.get(kind, "") in page
    # Signs left over where something was left out.
    assert not any(
        signs in page for signs in ("，，", "；；", "，；", "；，", "，。", "；。", "率 没有", "率 ；", "率 。")
    )
