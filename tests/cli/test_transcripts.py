"""Sessions as tests: every command typed at a prompt, and what came back, to the letter.

A transcript begins with the variables in force. `$ cat > FILE <<END` makes a file; `[exit N]` follows what did not go
well. `pytest tests/cli/test_transcripts.py --record` writes them again; then review the change.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from xinfang.cli.commands import COMMANDS
from xinfang.core.letter_kinds import LetterKind

from .shell import FINGERPRINT, LEDGER, Shell

FOLDER = Path(__file__).parents[1] / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))
HEADER = f"# 空文件夹，XINFANG_DB={LEDGER}，XINFANG_TODAY="
HERE = re.compile(r"\$ cat > (\S+) <<END")


class Step(NamedTuple):
    """One prompt: what was typed, what follows it in the transcript, and for `cat >` the file's text."""

    typed: str
    answer: str
    made: str | None = None


def command_of(path: Path) -> str:
    """The command that a transcript is about: `report-backlog.txt` is a further one of `report`."""
    names = [name for name in COMMANDS if path.stem == name or path.stem.startswith(f"{name}-")]
    return max(names, key=len, default=path.stem)


def read(path: Path) -> tuple[str, list[Step]]:
    """The day of a transcript, and its steps."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header.startswith(HEADER), f"{path.name}: the first line is {HEADER}YYYY-MM-DD"
    return header.removeprefix(HEADER), list(_steps(lines))


def _steps(lines: list[str]) -> Iterator[Step]:
    starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[0] == 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        following = lines[start + 1 : end]
        made = None
        if HERE.fullmatch(lines[start]):
            stop = following.index("END")
            made = "".join(f"{line}\n" for line in following[:stop])
            following = following[stop + 1 :]
        yield Step(lines[start][2:], "".join(f"{line}\n" for line in following), made)


def play(shell: Shell, steps: list[Step], command: str) -> list[Step]:
    """The same steps with what the program says now. The first of `command` itself is run as a real program."""
    answered = []
    real_to_come = True
    for step in steps:
        if step.made is not None:
            (shell.folder / step.typed.split()[2]).write_text(step.made, encoding="utf-8", newline="\n")
            answered.append(step._replace(answer=""))
            continue
        real = real_to_come and _command(step.typed) == command
        real_to_come = real_to_come and not real
        code, shown = shell.line(step.typed, real=real)
        if shown and not shown.endswith("\n"):
            shown += "\n"
        ending = f"[exit {code}]\n" if code else ""
        answered.append(step._replace(answer=FINGERPRINT.sub("0000-0000-0000-0000", shown) + ending))
    assert not real_to_come, f"{command} is never typed"
    return answered


def _command(line: str) -> str:
    words = [word for word in shlex.split(line, comments=True) if not word.startswith("XINFANG_")]
    return words[1] if words[:1] == ["xinfang"] and len(words) > 1 else ""


def written(day: str, steps: list[Step]) -> str:
    """The transcript as text."""
    text = f"{HEADER}{day}\n"
    for step in steps:
        made = "" if step.made is None else f"{step.made}END\n"
        text += f"$ {step.typed}\n{made}{step.answer}"
    return text


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_program_says_what_it_said(path: Path, shell: Shell, pytestconfig: pytest.Config) -> None:
    """The program still says what it said."""
    day, steps = read(path)
    shell.today = day
    now = written(day, play(shell, steps, command_of(path)))
    if pytestconfig.getoption("--record"):
        path.write_text(now, encoding="utf-8", newline="\n")
    assert now == path.read_text(encoding="utf-8")
    if shell.ledger.exists():
        shell.sound()


def test_every_command_has_its_transcript() -> None:
    """A file for each command, and no file without a command."""
    assert {command_of(path) for path in TRANSCRIPTS} == set(COMMANDS)
    assert {path.stem for path in TRANSCRIPTS} >= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_sub_command_is_typed(name: str) -> None:
    """A transcript of a command with sub-commands shows each of them."""
    module = import_module(f"xinfang.cli.{COMMANDS[name].module or name}")
    if not hasattr(module, "app"):
        return
    typed = [step.typed for step in read(FOLDER / f"{name}.txt")[1]]
    for sub in module.app.registered_commands:
        assert any(line.startswith(f"xinfang {name} {sub.name}") for line in typed), sub.name


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_refusal_is_shown(path: Path) -> None:
    """Each transcript shows what a wrong use is told, and its exit code."""
    answers = [step.answer for step in read(path)[1]]
    if path.stem == "where":
        return  # it looks nothing up and so refuses nothing
    assert any(re.search(r"^E\d{3}: ", answer, re.MULTILINE) and "[exit " in answer for answer in answers)


@pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.value)
def test_every_document_is_made_where_an_act_calls_for_it(kind: LetterKind) -> None:
    """Some transcript shows the receipt of an act that names the document, and then the document made."""
    assert any(_called_for_and_made(kind, read(path)[1]) for path in TRANSCRIPTS)


def _called_for_and_made(kind: LetterKind, steps: list[Step]) -> bool:
    called = re.compile(rf"^  文书: xinfang letter (\S+)(?: \S+)* {kind.value}(?: |$)", re.MULTILINE)
    asked: set[str] = set()
    for step in steps:
        if any(f"{number}  已制作{kind.label}" in step.answer for number in asked):
            return True
        asked |= set(called.findall(step.answer))
    return False
