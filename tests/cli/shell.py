"""A small shell for the tests: runs command lines of xinfang in a folder of their own.

In the same process where that is the same thing, and much faster; `outside` starts a real one.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from xinfang.cli.main import main

ROOT = Path(__file__).parents[2]
LEDGER = "台账.db"
FINGERPRINT = re.compile(r"\b[0-9a-f]{4}(-[0-9a-f]{4}){3}\b")
"""Salted, so it differs each time."""
CODE_ON = re.compile(r"\$\(查询码 (\S+)\)")
"""Where a transcript types the query code that stands on the receipt named: it differs each time too."""
HOUSEKEEPING = {"LOGNAME": "接待员", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "COLUMNS": "80"}
PYTHON = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning"]


class Ran(NamedTuple):
    """What a command line left behind."""

    code: int
    out: str
    err: str
    raw: bytes = b""
    """Standard output as bytes."""

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Shell:
    """A folder and the variables with which command lines are run there."""

    folder: Path
    today: str = "2026-01-05"
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def ledger(self) -> Path:
        """The ledger file in use."""
        return self.folder / LEDGER

    def __call__(self, *words: object, text: str | bytes = b"", **variables: str) -> Ran:
        """Run `xinfang words…` in this process."""
        out, err = _Stream(), _Stream()
        code = self._inside([str(word) for word in words], _bytes(text), variables, out, err)
        return Ran(code, out.text, err.text, out.raw)

    def ok(self, *words: object, text: str | bytes = b"", **variables: str) -> Ran:
        """The same, and it has to go well."""
        ran = self(*words, text=text, **variables)
        assert ran.code == 0, f"xinfang {' '.join(map(str, words))}\n{ran.out}{ran.err}"
        return ran

    def data(self, *words: object, text: str | bytes = b"", **variables: str) -> Any:
        """What the same answers a script: its JSON, read."""
        return self.ok(*words, "-f", "json", text=text, **variables).data

    def refused(self, code: str, *words: object, text: str | bytes = b"", **variables: str) -> Ran:
        """The same, and it has to be refused with that code, on standard error alone."""
        ran = self(*words, text=text, **variables)
        assert ran.err.startswith(f"{code}: "), f"xinfang {' '.join(map(str, words))}\n{ran.out}{ran.err}"
        assert ran.code == {"E2": 4, "E3": 3, "E4": 5}.get(code[:2], 2)
        assert ran.out == ""
        return ran

    def sound(self) -> int:
        """How many facts the ledger holds; `verify` must find nothing wrong."""
        return int(self.ok("verify").out.split("台账完好: ")[1].split(" ")[0])

    def outside(self, *words: object, text: str | bytes = b"", **variables: str) -> Ran:
        """Run `xinfang words…` as a program of its own."""
        ran = subprocess.run(
            [*PYTHON, "-m", "xinfang", *[word if isinstance(word, bytes) else str(word) for word in words]],
            cwd=self.folder,
            env=self.environment(variables),
            input=_bytes(text),
            capture_output=True,
            timeout=60,
            check=False,
        )
        encoding = variables.get("PYTHONIOENCODING", "utf-8").split(":")[0]
        return Ran(ran.returncode, ran.stdout.decode(encoding), ran.stderr.decode(encoding), ran.stdout)

    def start(self, *words: object, **streams: Any) -> subprocess.Popen[bytes]:
        """The same, not waited for: it may be stopped, or run beside others. streams: as Popen takes them."""
        return subprocess.Popen(
            [sys.executable, "-m", "xinfang", *map(str, words)],
            cwd=self.folder,
            env=self.environment({"PYTHONUTF8": "1"}),
            **streams,
        )

    def line(self, line: str, *, real: bool = False) -> tuple[int, str]:
        """Run one line as typed at a prompt: exit code, and output and errors as they come on a screen.

        Understood: `xinfang …`, variables before it, `< file`, `> /dev/null`, `cat FILE`, `$(查询码 FILE)`, and `# …`.
        """
        words = shlex.split(CODE_ON.sub(lambda found: self.code_on(found[1]), line), comments=True)
        variables = {}
        while words and words[0].startswith("XINFANG_"):
            name, _, variables[name] = words.pop(0).partition("=")
        if not words:
            return 0, ""
        text, quiet = b"", words[-2:] == [">", "/dev/null"]
        if quiet:
            del words[-2:]
        if words[-2:-1] == ["<"]:
            text = (self.folder / words.pop()).read_bytes()
            words.pop()
        command, *words = words
        if command == "cat":
            return 0, (self.folder / words[0]).read_text(encoding="utf-8-sig")
        assert command == "xinfang", f"not understood: {line}"
        if real:
            ran = self.outside(*words, text=text, **variables)
            return ran.code, ("" if quiet else ran.out) + ran.err
        screen = _Stream()
        code = self._inside(words, text, variables, _Stream() if quiet else screen, screen)
        return code, screen.text

    def code_on(self, receipt: str) -> str:
        """The query code that stands on a receipt 登记回执 in the folder."""
        from letters.samples import text_of  # python-docx, which most tests of commands do without

        return text_of((self.folder / receipt).read_bytes()).split("查询码\n")[1].split("\n")[0]

    def environment(self, variables: Mapping[str, str]) -> dict[str, str]:
        """The variables a command line sees: ours, and of the machine's what Python needs to start."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
        utf8 = {"PYTHONIOENCODING": "utf-8"}
        ours = {"XINFANG_DB": LEDGER, "XINFANG_TODAY": self.today, "HOME": str(self.folder)}
        return {**kept, **utf8, **HOUSEKEEPING, **ours, **self.variables, **variables}

    def _inside(self, words: list[str], text: bytes, variables: Mapping[str, str], out: _Stream, err: _Stream) -> int:
        before = Path.cwd()
        with ExitStack() as stack:
            stack.enter_context(patch.dict(os.environ, self.environment(variables), clear=True))
            os.chdir(self.folder)
            stack.callback(os.chdir, before)
            for name, stream in (("stdin", _Stream(text)), ("stdout", out), ("stderr", err)):
                stack.enter_context(patch.object(sys, name, stream))
            try:
                main(words)
            except SystemExit as gone:
                return gone.code if isinstance(gone.code, int) else 1
        raise AssertionError("main did not exit")


class _Stream(TextIOWrapper):
    """A standard stream that keeps what is written."""

    def __init__(self, content: bytes = b"") -> None:
        self.kept = BytesIO(content)
        super().__init__(self.kept, encoding="utf-8", newline="\n", write_through=True)

    @property
    def raw(self) -> bytes:
        self.flush()
        return self.kept.getvalue()

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8")


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")
