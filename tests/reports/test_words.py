"""What is said of an office of which there is nothing to say yet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import PAPER, founded

from xinfang.workflows.reporting import REPORTS


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    folder: Path = tmp_path_factory.mktemp("empty")
    return founded(folder, today="2026-03-02", kind="bureau")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Two petitions, each taken to be handled in another unit: what nobody did is no column, nor what is drawn of it."""
    shell = founded(tmp_path_factory.mktemp("few"), today="2026-03-02", kind="bureau")
    for number, unit in enumerate(("城关派出所", "柳林派出所"), start=1):
        shell.ok("unit", "add", unit)
        shell.ok(
            "register", "--channel", "visit", *PAPER, "--title", "欠薪", "--repeat-of", "none", "--on", "2026-03-02"
        )
        shell.ok("classify", number, "--category", "appeal", "--route", "6", "--on", "2026-03-02")
        shell.ok("accept", number, "--unit", unit, "--on", "2026-03-02")
    return shell


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


@pytest.mark.parametrize("look", ["md", "html", "docx", "xlsx", "json", "csv"])
@pytest.mark.parametrize("kind", [*REPORTS, "forecast", "board"])
def test_of_nothing_there_is_a_paper_in_every_look(
    kind: str, look: str, empty: Shell, few: Shell, tmp_path: Path
) -> None:
    asked = (kind,) if kind in ("forecast", "board") else ("report", kind, "--year", "2026")
    empty.ok(*asked, "-o", tmp_path / f"纸.{look}")
    few.ok(*asked, "-o", tmp_path / f"两件.{look}")


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


def test_what_nobody_wrote_down_is_called_the_same_in_every_paper(years: Shell) -> None:
    """The bulletin had 未定 where the observation of the same month had 未填."""

    def said(kind: str, key: str) -> set[str]:
        page = years.ok("report", kind, "--year", "2024").out
        found = re.search(rf"\n(?:\d\. )?{key}\n((?:.+\n)*)", page)
        assert found, key
        return {"未分类", "未分", "未定", "未填"} & {line.split()[0] for line in found[1].splitlines()}

    for bulletin, observation, annual, word in (
        ("按类别", "主要诉求类别：三大类", "按类别", "未分类"),
        ("按内容分类", "主要诉求类别：内容分类", "涉及领域", "未分"),
        ("按警种", "涉及警种：警种", "涉及警种", "未定"),
        ("按问题属地", "分布状况：属地", "", "未填"),
    ):
        assert said("monthly", bulletin) == said("observation", observation) == {word}
        assert not annual or said("annual", annual) == {word}


def test_what_is_on_paper_but_explains_nothing_by_itself(years: Shell) -> None:
    """Columns of the papers that no figure of theirs defines, and a unit that the ledger does not name."""
    backlog = years.ok("report", "backlog", "--month", "2024-10", "--as-of", "2024-11-20").out
    assert "账上所见: 没有研判，台账记有" in backlog
    assert "转出的单位计减少，接手的单位计增加。" in backlog
    annual = years.ok("report", "annual", "--year", "2024").out
    assert re.search(r"涉及较多的领域: \S+（\d+ 件）；被投诉较多的机关、单位: \S+（\d+ 件）", annual)
    months = (f"{year}-{month:02d}-20" for year in (2024, 2025) for month in range(1, 13))
    assert any("\n复查、复核等机关 " in years.ok("forecast", "--as-of", day).out for day in months)
