"""What is said of an office of which there is nothing to say yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import PAPER, founded

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


def test_who_is_no_worse_than_the_others_is_not_named_alone(tmp_path: Path) -> None:
    """The chief asks the unit that a sentence names: of several with as many all are named, of very many a few."""
    shell = founded(tmp_path, today="2026-03-02", kind="bureau")
    shell.ok("register", "--channel", "visit", *PAPER, "--title", "欠薪")
    said = []
    for unit in ("县住建局", "县人社局", "县教育局", "县水利局"):
        shell.ok("unit", "add", unit, "--outside")
        press = ("supervise", 1, "--situation", "s-evasive", "--unit", unit, "--text", "说明", "--on", "2026-03-02")
        shell.ok(*press, "--answer-by", "2026-03-05")
        page = shell.ok("report", "supervision", "--month", "2026-03", XINFANG_TODAY="2026-03-20").out
        said.append(page.split("（最多的是")[1].split("）")[0])
    assert said == [
        "县住建局，1 项",
        "县人社局、县住建局，各 1 项",
        "县人社局、县住建局、县教育局，各 1 项",
        "县人社局、县住建局、县教育局等 4 个，各 1 项",
    ]


def test_of_reasons_and_units_that_come_again_alike_all_are_named(tmp_path: Path) -> None:
    shell = founded(tmp_path, today="2026-03-02")
    for unit in ("城关派出所", "柳林派出所"):
        shell.ok("unit", "add", unit)
    for number, unit in (("2025-1", "城关派出所"), ("2025-2", "柳林派出所")):
        shell.ok("register", "--channel", "visit", *PAPER, "--title", f"欠薪{number}", "--on", "2025-11-03")
        shell.ok("classify", number, "--category", "appeal", "--route", 6, "--on", "2025-11-03")
        shell.ok("accept", number, "--unit", unit, "--on", "2025-11-03")
        again = ("register", "--channel", "visit", *PAPER, "--title", "又来", "--repeat-of", number)
        shell.ok(*again, "--on", "2026-02-03")
    page = shell.ok("report", "repeat", "--month", "2026-02").out
    assert "原因最多的是没有按期答复（2 个），责任单位最多的是城关派出所、柳林派出所（各 1 个）。" in page
