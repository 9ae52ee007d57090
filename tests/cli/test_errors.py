"""Every error of the catalogue, met on a real command line; docs/errors.md is what they said."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from xinfang.core.errors import CATALOGUE

from .shell import ROOT, Shell
from .troubles import TROUBLES, met

PAGE = ROOT / "docs" / "errors.md"
CLASSES = {
    "E1": ("输入", 2),
    "E2": ("没有找到", 4),
    "E3": ("程序不允许", 3),
    "E4": ("台账文件", 5),
    "E5": ("导入导出", 2),
}
HEAD = """# 错误代码

<!-- 由 tests/cli/test_errors.py --record 写成，不要手改 -->

每条错误都有代码、原因和办法，写在标准错误上，标准输出是空的。退出码供脚本判断：
0 完成，1 查到了（`overdue --exit-code`）或导入时有行没有进去，2 用法或输入不对，3 依法或依现状不能办，4 没有找到，5 台账文件不能用。
"""


def test_every_code_can_be_met() -> None:
    """No code without a command line that is told it, and no table entry without a code."""
    assert list(TROUBLES) == list(CATALOGUE)


def test_every_refusal_has_a_remedy() -> None:
    """Wherever the code refuses, it says what to do instead."""
    kinds = {"BadInput", "NotFound", "NotAllowed", "StoreUnusable", "ExchangeFailed"}
    mute = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "xinfang").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in kinds
        if "remedy" not in {keyword.arg for keyword in call.keywords}
    ]
    assert mute == []


@pytest.mark.parametrize("code", TROUBLES)
def test_code_reason_and_remedy_are_told(code: str, shell: Shell) -> None:
    """Code, reason and remedy on standard error, nothing on standard output, the exit code of its class."""
    ran = met(TROUBLES[code], shell)
    assert (ran.out, ran.code) == ("", CLASSES[code[:2]][1]), ran.err
    first, *rest = ran.err.splitlines()
    assert first.startswith(f"{code}: ")
    assert len(first) > len("E101: 。")
    assert first.endswith("。")
    assert [line[:6] for line in rest] in (["  可试: "[:6]], ["  依据: "[:6], "  可试: "[:6]])
    assert all(len(line) > len("  可试: ") for line in rest)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("code", [code for code in TROUBLES if code not in {"E402", "E403", "E407"}])
def test_nothing_is_written(code: str, shell: Shell) -> None:
    """Afterwards the ledger holds what it held before, and verifies."""
    trouble = TROUBLES[code]
    met(trouble, shell)
    shell.variables.clear()
    if trouble.before:
        assert shell.sound() == len(trouble.before)
    leftovers = [path.name for path in shell.folder.iterdir() if path.name.startswith((".", "-"))]
    assert leftovers == []


def test_the_page_is_up_to_date(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """docs/errors.md says what the program says."""
    now = page(tmp_path)
    if pytestconfig.getoption("--record"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(now, encoding="utf-8", newline="\n")
    assert now == PAGE.read_text(encoding="utf-8")


def page(folder: Path) -> str:
    """The catalogue with an example of each."""
    parts = [HEAD]
    heading = ""
    for code, meaning in CATALOGUE.items():
        if code[:2] != heading:
            heading = code[:2]
            title, exit_code = CLASSES[heading]
            parts.append(f"\n## {heading}xx {title}（退出码 {exit_code}）\n")
        trouble = TROUBLES[code]
        place = folder / code
        place.mkdir()
        told = met(trouble, Shell(place)).err
        shown = trouble.command if len(trouble.command) < 300 else trouble.command[:90] + "…"
        where = f"{trouble.said}：\n\n" if trouble.said else ""
        parts.append(f"\n### {code} {meaning}\n\n{where}```\n$ {shown}\n{told}```\n")
    return "".join(parts)
