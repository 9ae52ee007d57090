"""Running one command with typer, its help and its complaints in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from ..core.errors import BadInput
from .commands import COMMANDS
from .typed import as_typed

Run = TypeVar("Run", bound=Callable[..., Any])
TYPER_INTERRUPTED = 130
"""What typer makes of Ctrl-C while a command works."""


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """typer's help text with its own words translated."""
        return _chinese_help(super().get_help, ctx)


class Group(TyperGroup):
    """A group of sub-commands whose help is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The same of a group."""
        return _chinese_help(super().get_help, ctx)


def _chinese_help(get_help: Callable[[Any], str], ctx: Any) -> str:
    # Late: only help needs it.
    from .help_page import Page, in_chinese

    ctx.formatter_class = Page
    return in_chinese(get_help(ctx))


def invoke(name: str, module: ModuleType, arguments: list[str]) -> int:
    """Run the command of that module: its function `command`, or its typer app `app` when it has sub-commands.

    Raises BadInput E101 for what typer would call a usage error, KeyboardInterrupt when the clerk breaks off: with
    what to say where she was being asked, for nothing is written then.
    """
    application = module.app if hasattr(module, "app") else _single(name, as_typed(module.command, arguments))
    try:
        code = application(args=arguments, prog_name=f"xinfang {name}", standalone_mode=False)
    except typer.Abort as gone:
        raise KeyboardInterrupt("\n已放弃，没有写入台账。") from gone
    except typer.TyperException as problem:
        raise _in_chinese(name, problem) from problem
    if code == TYPER_INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def group(name: str) -> typer.Typer:
    """An app for a command with sub-commands."""
    return typer.Typer(
        name=name,
        help=_help(name),
        cls=Group,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def sub_command(app: typer.Typer, name: str, summary: str, example: str) -> Callable[[Run], Run]:
    """Registers a function as a sub-command of a group."""
    return app.command(name, help=f"{summary}\n\n例: {example}", cls=Command)


def _single(name: str, command: Callable[..., Any]) -> typer.Typer:
    application = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    application.command(name, help=_help(name), cls=Command)(command)
    return application


def _help(name: str) -> str:
    command = COMMANDS[name]
    return f"{command.summary}\n\n例: {command.example}"


def _beginning_with(typed: str, ctx: Any) -> list[str]:
    """The options of the command that begin with what was typed: --id is --id-number sooner than --db."""
    params = ctx.command.params if ctx is not None else ()
    return [option for each in params for option in each.opts if option.startswith(typed)]


def _in_chinese(name: str, problem: typer.TyperException) -> BadInput:
    """typer's complaints by kind; what it does not name is passed on as it is."""
    kind = type(problem).__name__
    remedy = f"xinfang {name} --help 看用法；例: {COMMANDS[name].example}"
    if kind == "NoArgsIsHelpError":
        print(problem.format_message())
        raise SystemExit(2)
    if kind == "NoSuchOption":
        typed = getattr(problem, "option_name", "")
        near = _beginning_with(typed, getattr(problem, "ctx", None)) or getattr(problem, "possibilities", None)
        if near:
            remedy = f"是不是 {'、'.join(sorted(near))}？{remedy}"
        return BadInput("E101", f"没有“{typed}”这个选项。", remedy=remedy)
    if kind == "MissingParameter":
        return BadInput("E105", f"缺少“{_parameter(problem)}”。", remedy=remedy)
    if kind == "BadOptionUsage":
        return BadInput(
            "E101", f"选项“{getattr(problem, 'option_name', '')}”后面缺少取值，或多写了取值。", remedy=remedy
        )
    if kind == "BadParameter":
        where = _parameter(problem)
        wrong = re.fullmatch(r"'(.*)' is not a valid int(?:eger)?\.", problem.message, re.DOTALL)
        small = re.fullmatch(r"(\S+) is not in the range x>=(\d+)\.", problem.message)
        why = f"“{wrong[1]}”不是整数" if wrong else f"{small[1]} 小于 {small[2]}" if small else problem.message
        return BadInput("E101", f"“{where}”的取值不对: {why}。", remedy=remedy)
    if "unexpected extra argument" in problem.message:
        # One or several: "argument (a)", "argument(s) (a b)", "arguments (a b)".
        extra = re.sub(r"^.*?argument(?:s|\(s\))? \((.*)\)\.?$", r"\1", problem.message, flags=re.DOTALL)
        return BadInput("E101", f"多出的内容: {extra}。", remedy=f"带空格的文字用引号括起来；{remedy}")
    if "No such command" in problem.message:
        return BadInput("E101", f"没有“{problem.message.split(chr(39))[1]}”这个子命令。", remedy=remedy)
    return BadInput("E101", problem.message, remedy=remedy)


def _parameter(problem: typer.TyperException) -> str:
    """What the page calls the parameter complained of: an option's names, an argument's Chinese word."""
    parameter = getattr(problem, "param", None)
    names = "、".join(parameter.opts) if parameter is not None else ""
    return names if names.startswith("-") else str(getattr(parameter, "metavar", None) or names)
