"""A command with only those of its options that were typed.

typer makes each option of a command at every start, and `register` has fifty: a twentieth of its time for five typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import Parameter, signature
from typing import Any

from typer.models import OptionInfo


def as_typed(command: Callable[..., Any], arguments: Sequence[str]) -> Callable[..., Any]:
    """The command without the options that do not stand in `arguments`: they keep their defaults.

    The command as it is where anything typed is no option of its own, such as `--help` or a slip: what else could have
    been meant only the whole command knows.
    """
    whole = signature(command, eval_str=True)
    names = {name: parameter for parameter in whole.parameters.values() for name in _names(parameter)}
    typed = {argument.partition("=")[0] for argument in arguments if argument.startswith("-") and argument != "-"}
    if not typed <= names.keys():
        return command
    asked_for = {names[name].name for name in typed}
    kept = [each for each in whole.parameters.values() if each.name in asked_for or not _may_be_left_out(each)]

    def narrowed(**values: Any) -> Any:
        return command(**values)

    # Where typer looks; a function's type knows nothing of it.
    seen: Any = narrowed
    seen.__signature__ = whole.replace(parameters=kept)
    seen.__annotations__ = {each.name: each.annotation for each in kept}
    return narrowed


def _names(parameter: Parameter) -> tuple[str, ...]:
    """`-f`, `--format` and the like; none of an argument, which stands where it stands."""
    for stated in getattr(parameter.annotation, "__metadata__", ()):
        if isinstance(stated, OptionInfo):
            # typer keeps the first name where a default would stand; `--told/--not-told` are two.
            stated_names = (stated.default, *(stated.param_decls or ()))
            return tuple(name for each in stated_names for name in str(each).split("/"))
    return ()


def _may_be_left_out(parameter: Parameter) -> bool:
    return bool(_names(parameter)) and parameter.default is not Parameter.empty
