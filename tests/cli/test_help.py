"""Help: in Chinese, by stage, with an example each."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import get_args

import pytest

import xinfang.cli
from xinfang.cli.commands import COMMANDS, STAGES

from .shell import Shell

NOT_COMMANDS = {
    "__init__",
    "main",
    "commands",
    "options",
    "desk",
    "running",
    "typed",
    "asking",
    "asking_repeat",
    "help_page",
}
ENGLISH = re.compile(
    r"\b(Usage|Options?|Arguments?|Commands?|Show this message|default|required|env var|Try|Error|TEXT|INTEGER|PATH"
    r"|FILENAME|BOOLEAN|CHOICE|range)\b"
)
SUBS = {
    name: [sub.name for sub in module.app.registered_commands]
    for name, command in COMMANDS.items()
    if hasattr(module := import_module(f"xinfang.cli.{command.module or name}"), "app")
}
PAGES = [(name,) for name in COMMANDS] + [(name, sub) for name, subs in SUBS.items() for sub in subs]


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("help",)])
def test_overview(shell: Shell, words: tuple[str, ...]) -> None:
    """The stages in order, each command once, below its own stage; fits a screen of 80 columns by 60 lines."""
    ran = shell.ok(*words)
    stage = ""
    listed: dict[str, str] = {}
    for line in ran.out.splitlines():
        if line[:1] in STAGES and line[1:3] == "  ":
            stage = line[0]
        elif line.startswith("    "):
            listed |= dict.fromkeys((name for name in line.split() if name in COMMANDS), stage)
    assert listed == {name: command.stage for name, command in COMMANDS.items()}
    assert list(dict.fromkeys(listed.values())) == list(STAGES)
    assert all(len(line.encode("gbk")) <= 80 for line in ran.out.splitlines())
    assert len(ran.out.splitlines()) <= 60
    assert not ENGLISH.search(ran.out)


@pytest.mark.parametrize("stage", STAGES)
def test_one_stage(shell: Shell, stage: str) -> None:
    """A line for each of its commands, with the whole summary."""
    head, *lines = shell.ok("help", stage).out.splitlines()
    assert head == f"{stage}  {STAGES[stage]}"
    assert [line.split(None, 1) for line in lines] == [
        [name, command.summary] for name, command in COMMANDS.items() if command.stage == stage
    ]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_page(shell: Shell, words: tuple[str, ...]) -> None:
    """Exit 0, nothing on standard error, Chinese throughout, an example of that command; no ledger is needed."""
    ran = shell.ok(*words, "--help")
    assert ran.err == ""
    assert ran.out.startswith(f"用法: xinfang {' '.join(words)} ")
    assert not ENGLISH.search(ran.out.replace("text|json", ""))
    assert shell(*words, "-h").out == ran.out
    assert f"例: xinfang {' '.join(words)}" in " ".join(ran.out.split()) or len(words) == 1
    if len(words) == 1:
        assert f"例: {COMMANDS[words[0]].example}" in " ".join(ran.out.split())
    # A long option has its words on the line below.
    options = re.split(r"\n  (?=-)", ran.out)[1:]
    assert options
    assert all(re.search(r"[\u4e00-\u9fff]", option) for option in options)
    assert list(shell.folder.iterdir()) == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_fits_a_screen(stage: str, shell: Shell) -> None:
    assert all(len(line.encode("gbk")) <= 80 for line in shell.ok("help", stage).out.splitlines())


def test_help_of_a_command(shell: Shell) -> None:
    """`help register` as one would ask; a word that is neither stage nor command is told so."""
    assert shell.ok("help", "register").out == shell.ok("register", "--help").out
    assert shell.ok("help", "unit", "add").out == shell.ok("unit", "add", "--help").out
    assert "是不是 xinfang register" in shell.refused("E101", "help", "registr").err


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_columns_stand_under_each_other(shell: Shell, words: tuple[str, ...]) -> None:
    """On a screen of 80 columns, where a Chinese character takes two: as GBK has it, byte for column."""
    lines = [line.encode("gbk") for line in shell.ok(*words, "--help").out.splitlines()]
    assert max(map(len, lines)) <= 80
    options = [line for line in lines[lines.index("选项:".encode("gbk")) + 1 :] if line.startswith(b"  -")]
    # A long option has its words on the line below.
    beside = {len(line) - len(line[2:].split(b"  ", 1)[1].lstrip()) for line in options if b"  " in line[2:]}
    assert len(beside) == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_is_a_line_of_that_command(name: str) -> None:
    """It can be typed as it stands."""
    program, command, *_ = shlex.split(COMMANDS[name].example)
    assert (program, command) == ("xinfang", name)


def test_examples_work(full: Shell) -> None:
    """The examples of looks and of the office's own commands succeed on a ledger that has what they name."""
    full.today = "2026-10-08"
    for name in (
        "today",
        "due",
        "list",
        "search",
        "days",
        "rules",
        "report",
        "export",
        "where",
        "category",
        "calendar",
        "setting",
        "verify",
        "rebuild",
    ):
        full.ok(*shlex.split(COMMANDS[name].example)[1:])
    assert full(*shlex.split(COMMANDS["overdue"].example)[1:]).code == 1
    for name in ("show", "why", "classify", "accept", "note", "inform"):
        full.ok(*shlex.split(COMMANDS[name].example.replace(" 12", " 2", 1))[1:])
    full.ok(*shlex.split(COMMANDS["register"].example)[1:])


def test_commands_and_files() -> None:
    """Every command has its file in cli/, every file there is a command or one of the few that are not."""
    folder = Path(xinfang.cli.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - NOT_COMMANDS
    assert files == {command.module or name for name, command in COMMANDS.items()}
    for name, command in COMMANDS.items():
        module = import_module(f"xinfang.cli.{command.module or name}")
        assert hasattr(module, "command") != hasattr(module, "app"), name


def test_a_group_without_sub_command_shows_its_help(shell: Shell) -> None:
    """It was no complete command: exit 2."""
    for name in SUBS:
        ran = shell(name)
        assert (ran.code, ran.out) == (2, shell.ok(name, "--help").out)


def test_version(shell: Shell) -> None:
    """Both spellings."""
    assert shell.ok("--version").out == shell.ok("-V").out == f"xinfang {xinfang.__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("overdu",), "是不是 xinfang overdue"),
        (("register", "--id", "1"), "是不是 --id-number？"),
        (("register", "--adress", "东关村"), "是不是 --address、"),
        (("删除",), "xinfang --help"),
        (("list", "--unti", "甲"), "、--unit？"),
        (("show",), "缺少“编号”"),
        (("show", "1", "2"), "多出的内容: 2"),
        (("note", "1", "甲", "乙", "丙"), "多出的内容: 乙 丙"),
        (("list", "--limit", "十"), "“十”不是整数"),
        (("list", "--limit"), "--limit"),
        (("list", "--open=是"), "--open"),
        (("calendar", "show", "今年"), "“年份”的取值不对: “今年”不是整数"),
        (("reply", "1", "--demand", "-1"), "“--demand”的取值不对: -1 小于 0。"),
        (("unit", "remove"), "没有“remove”这个子命令"),
        (("classify", "1"), "缺少“--category”"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_usage_errors_are_chinese(shell: Shell, words: tuple[str, ...], said: str) -> None:
    """Whatever typer complains of is said in Chinese, with the example."""
    ran = shell(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not ENGLISH.search(ran.err)
    assert not re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", ran.err.splitlines()[0])


def test_files_are_left_to_who_opens_them() -> None:
    """A file that nobody may read is told with its own code: typer would say in English that the option is wrong."""
    modules = [import_module(f"xinfang.cli.{command.module or name}") for name, command in COMMANDS.items()]
    subs = [sub.callback for module in modules if hasattr(module, "app") for sub in module.app.registered_commands]
    functions = [module.command for module in modules if hasattr(module, "command")] + subs
    annotations = [
        parameter.annotation
        for function in functions
        for parameter in signature(function, eval_str=True).parameters.values()
    ]
    kinds = [(get_args(each)[0], each.__metadata__) for each in annotations if get_args(each)]
    files = [stated for kind, all_stated in kinds if Path in (kind, *get_args(kind)) for stated in all_stated]
    assert len(files) > len(COMMANDS)
    assert not [stated for stated in files if stated.readable]
