"""Entry: finds the command, imports that one, and turns every problem into a message and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TextIO

from .. import __version__
from ..core.errors import BadInput, Problem
from .commands import COMMANDS, STAGES, overview, stage_page

INTERRUPTED = 130
BROKEN_PIPE = 141


def console() -> NoReturn:
    """The `xinfang` program: main, then out at once.

    Everything is written and closed by then; taking the interpreter down piece by piece would cost every command a
    tenth of its time (mypy leaves in the same way).
    """
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    sys.stderr.flush()
    os._exit(code)


def main(argv: list[str] | None = None) -> NoReturn:
    """Run one command line and exit: 0 done, 1 found something, 2 usage, 3 not allowed, 4 not found, 5 store."""
    # A command lives for a tenth of a second: to look for circles while modules load costs more than they weigh.
    gc.set_threshold(100_000, 20, 50)
    _somewhere()
    _forgiving(sys.stdout)
    _forgiving(sys.stderr)
    try:
        code = run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except Problem as problem:
        code = _told(problem)
    except KeyboardInterrupt as gone:
        code = INTERRUPTED
        print(str(gone) or "已中断；已经写入的都在台账里，没有完的再输入一遍。", file=sys.stderr)
    except BrokenPipeError:
        # The reader went away (`| head`): nothing to complain about, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    except OSError as failure:
        if failure.filename is not None:
            raise
        # Of no file: it is standard output that takes no more.
        from ..render.files import not_written

        code = _told(not_written("标准输出", failure))
    sys.exit(code)


def run(argv: list[str]) -> int:
    """Run one command line; the exit code. Raises Problem."""
    if argv[:1] == ["help"] and argv[1:]:
        # `help 办` shows one stage in full, `help register` is `register --help`.
        if argv[1] not in STAGES:
            return run([*argv[1:], "--help"])
        print(stage_page(argv[1]))
        return 0
    if not argv or argv[0] in {"--help", "-h", "help"}:
        print(overview(__version__))
        return 0
    if argv[0] in {"--version", "-V"}:
        print(f"xinfang {__version__}")
        return 0
    name, *arguments = argv
    if name not in COMMANDS:
        raise _unknown(name)
    module = import_module(f".{COMMANDS[name].module or name}", __package__)
    from .running import invoke

    return invoke(name, module, arguments)


def _unknown(name: str) -> BadInput:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=3)
    remedy = "是不是 " + "、".join(f"xinfang {each}" for each in near) if near else "xinfang --help 看全部命令"
    return BadInput("E101", f"没有“{name}”这个命令。", remedy=remedy)


def _told(problem: Problem) -> int:
    from ..render.lines import print_lines

    # Where nothing can be said any more, the exit code still says it.
    with suppress(OSError, Problem):
        sys.stdout.flush()
    with suppress(OSError, Problem):
        print_lines(str(problem).split("\n"), sys.stderr)
    return problem.exit_code


def _somewhere() -> None:
    """Started without a console (pythonw, some schedulers) a program has None for its streams: they lead nowhere then."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _forgiving(stream: TextIO) -> None:
    """A console that cannot show a character shows a question mark; the program goes on."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
