"""Standard output as it really is: any encoding, perhaps closed by the reader, perhaps a full disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from .safe import safe_block


def encoding_of(stdout: TextIO) -> str:
    """The encoding that `stdout` writes; UTF-8 where it does not say."""
    return getattr(stdout, "encoding", None) or "utf-8"


def has_every_character(encoding: str) -> bool:
    """Whether `encoding` is one of the Unicode encodings."""
    return encoding.lower().startswith(("utf", "cp65001"))


def encodable(text: str, encoding: str) -> str:
    """`text` with a question mark for every character that `encoding` does not have."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "replace").decode(encoding)
    return text


def write(stdout: TextIO, chunks: Iterable[str]) -> None:
    """Write to `stdout`. A reader that has gone away is no error; a full disk is ExchangeFailed E507."""
    encoding, on_terminal = encoding_of(stdout), stdout.isatty()
    try:
        for chunk in chunks:
            stdout.write(encodable(safe_block(chunk) if on_terminal else chunk, encoding))
        stdout.flush()
    except OSError as failure:
        _give_up(stdout, failure)


def write_bytes(stdout: TextIO, chunks: Iterable[bytes]) -> None:
    """Write `chunks` as they are, past the encoding of `stdout`."""
    try:
        stdout.flush()
        stdout.buffer.writelines(chunks)
        stdout.buffer.flush()
    except OSError as failure:
        _give_up(stdout, failure)


def _give_up(stdout: TextIO, failure: OSError) -> None:
    # What is still buffered would fail a second time when Python ends: let it go nowhere.
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout.fileno())
        os.close(nowhere)
    # Windows reports a closed pipe as EINVAL.
    gone = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}
    if failure.errno in gone:
        return
    from .files import not_written

    raise not_written("标准输出", failure) from failure
