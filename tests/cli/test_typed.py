"""A command made without the options that were not typed does what the whole command does."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from inspect import Parameter, signature
from typing import Any

import pytest
import typer
from typer.core import TyperCommand, TyperOption
from typer.models import OptionInfo

from xinfang.cli.commands import COMMANDS
from xinfang.cli.typed import as_typed

from .shell import Shell


def command_of(name: str) -> Callable[..., Any] | None:
    module = import_module(f"xinfang.cli.{COMMANDS[name].module or name}")
    found: Callable[..., Any] | None = getattr(module, "command", None)
    return found


SINGLE = [name for name in COMMANDS if command_of(name)]


def options(command: Callable[..., Any]) -> dict[str, OptionInfo]:
    return {
        name: stated
        for name, parameter in signature(command, eval_str=True).parameters.items()
        for stated in getattr(parameter.annotation, "__metadata__", ())
        if isinstance(stated, OptionInfo)
    }


@pytest.mark.parametrize("name", SINGLE)
def test_what_is_left_out_would_have_had_its_default(name: str) -> None:
    """No option changes its default by a callback or takes it from somewhere else: leaving it out changes nothing."""
    command = command_of(name)
    assert command
    parameters = signature(command, eval_str=True).parameters
    kept = signature(as_typed(command, [])).parameters
    for option, stated in options(command).items():
        if option in kept:
            continue
        default = parameters[option].default
        assert default is not Parameter.empty
        assert _called_back(stated, default) == default
        assert stated.envvar is None
        assert not stated.prompt


def _called_back(stated: OptionInfo, default: Any) -> Any:
    """What the option's callback makes of its default, of which its context says that nobody typed it."""
    if stated.callback is None:
        return default
    asked = {
        "context": typer.Context(TyperCommand("xinfang")),
        "parameter": TyperOption(param_decls=[str(stated.default)]),
    }
    return stated.callback(*(asked.get(name, default) for name in signature(stated.callback).parameters))


def test_only_what_was_typed_is_made() -> None:
    command = command_of("register")
    assert command
    typed = ["--name", "张三", "--channel=visit", "--content-file", "-", "--also", "李四"]
    assert list(signature(as_typed(command, typed)).parameters) == ["channel", "name", "content_file", "also"]
    reply = command_of("reply")
    assert reply
    assert "number" in signature(as_typed(reply, [])).parameters


@pytest.mark.parametrize("slip", ["--help", "-h", "--nmae", "-fjson", "--"])
def test_a_slip_is_told_by_the_whole_command(slip: str) -> None:
    command = command_of("register")
    assert command
    assert as_typed(command, ["--name", "张三", slip]) is command


def test_both_names_of_a_choice(petition: Shell) -> None:
    petition.ok("classify", 1, "--category", "appeal", "--route", "6")
    owed = petition.data("accept", 1, "--not-told")["deadlines"]
    assert {each["deadline"] for each in owed} == {"inform", "reply"}


def test_the_nearest_option_is_still_offered(petition: Shell) -> None:
    ran = petition.refused("E101", "note", "1", "话", "--onn", "2026-01-05")
    assert "--on" in ran.err
