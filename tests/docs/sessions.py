"""Sessions in a Markdown page: what is typed in its ```console blocks, run from top to bottom in one folder.

`<!-- 今天: 2026-11-02 -->` turns the calendar; `<!-- 文件: 2027.toml -->` makes a file of the block that follows.
A command that ends in a backslash goes on in the next line. A line `……` stands for any lines left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cli.shell import Shell

FINGERPRINT = re.compile(r"(?<=指纹 )[0-9a-f]{4}(-[0-9a-f]{4}){3}")
"""Salted, so it differs each time."""
DAY = re.compile(r"<!-- 今天: (\d{4}-\d\d-\d\d) -->")
FILE = re.compile(r"<!-- 文件: (\S+) -->")
LEFT_OUT = "……"


def replayed(page: Path, shell: Shell) -> str:
    """The page with what the program says now; where lines are left out, the page as it is if it still fits."""
    lines = page.read_text(encoding="utf-8").split("\n")
    now: list[str] = []
    file = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        now.append(line)
        at += 1
        if found := DAY.fullmatch(line):
            shell.today = found[1]
        elif found := FILE.fullmatch(line):
            file = found[1]
        elif line.startswith("```") and line != "```":
            end = lines.index("```", at)
            block = lines[at:end]
            if line == "```console":
                block = list(_played(block, shell))
            elif file:
                text = "".join(f"{each}\n" for each in block)
                (shell.folder / file).write_text(text, encoding="utf-8", newline="\n")
            now += [*block, "```"]
            file = ""
            at = end + 1
    return "\n".join(now)


def _played(block: list[str], shell: Shell) -> Iterator[str]:
    """The block with its answers renewed."""
    code = 0
    for typed, answer in _steps(block):
        yield from typed
        line = "\n".join(typed).removeprefix("$ ").replace("\\\n", " ")
        if line == "echo $?":
            said = [str(code)]
        else:
            code, text = shell.line(line)
            said = text.rstrip("\n").split("\n") if text else []
        yield from answer if _fits(answer, said) else said


def _steps(block: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """What is typed, in one line or more, and the answer the page gives to it."""
    starts = [at for at, line in enumerate(block) if line.startswith("$ ")]
    assert starts[:1] == [0], "a console block begins with a command"
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        answers = start + 1
        while block[answers - 1].endswith("\\"):
            answers += 1
        yield block[start:answers], block[answers:end]


def _fits(answer: list[str], said: list[str]) -> bool:
    """Whether the page's answer is what was said, lines left out and the fingerprint aside."""
    forms = (".*" if line == LEFT_OUT else re.escape(FINGERPRINT.sub("", line)) for line in answer)
    return re.fullmatch("\n".join(forms), FINGERPRINT.sub("", "\n".join(said)), re.DOTALL) is not None
