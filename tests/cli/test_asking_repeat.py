"""Registering at a terminal: the clerk chooses among what the same person raised before."""

from __future__ import annotations

import codecs
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from needs import posix

from .raising import AGAIN, NOISE, ZHANG, register
from .shell import PYTHON, Shell


@posix
def test_the_clerk_is_asked(office: Shell) -> None:
    """At a terminal: the earlier petitions with the reason, what is wrong asked again, and the choice kept."""
    register(office, *ZHANG, *NOISE)
    answers = ["visit", "", "", "张三", "城关镇幸福路1号", "", "", AGAIN[1], AGAIN[3], "", "", ""]
    for choice, repeat_of, related in (("1", "2026-000001", []), ("相关1", "", ["2026-000002"]), ("初次", "", [])):
        with terminal(office, "register") as typed:
            for answer in answers:
                typed.say(answer)
            screen = typed.until("初次、重复还是相关")
            assert "姓名相同、住址相同；内容相似" in screen
            typed.say("9")
            refused = typed.until("初次、重复还是相关")
            assert "E104" in refused
            assert ("写 1、相关1，或初次" in refused) == (screen.count("内容相似") == 1)
            typed.say(choice)
            screen = typed.until("首接")
        number = next(word for word in screen.split() if word.startswith("2026-"))
        shown = office.data("show", number)
        assert shown["registration"].get("repeat_of", "") == repeat_of
        assert [link["earlier"] for link in shown["links"] if link["relation"] == "related"] == related


class Typed:
    """A program at a terminal of its own."""

    def __init__(self, master: int) -> None:
        self.master = master
        self.screen = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def say(self, answer: str) -> None:
        """Type an answer, once something is asked."""
        self.until(": ")
        os.write(self.master, f"{answer}\n".encode())

    def until(self, words: str) -> str:
        """What came on the screen up to these words."""
        while words not in self.screen:
            ready, _, _ = select.select([self.master], [], [], 30)
            assert ready, f"waited in vain for {words}: {self.screen}"
            self.screen += self.decoder.decode(os.read(self.master, 65536))
        end = self.screen.index(words) + len(words)
        shown, self.screen = self.screen[:end], self.screen[end:]
        return shown


@contextmanager
def terminal(shell: Shell, *words: str) -> Iterator[Typed]:
    """Starts `xinfang words…` at a new terminal."""
    import pty

    pid, master = pty.fork()
    if pid == 0:
        os.chdir(shell.folder)
        os.execve(sys.executable, [*PYTHON, "-m", "xinfang", *words], shell.environment({}))
    try:
        yield Typed(master)
    finally:
        os.close(master)
        os.waitpid(pid, 0)
