"""The Word templates that come with the program."""

from __future__ import annotations

from pathlib import Path

from ..core.letter_kinds import LetterKind


def shipped(kind: LetterKind) -> bytes:
    """The template of that document as it comes with the program."""
    return Path(__file__).with_name("templates").joinpath(f"{kind.value}.docx").read_bytes()


def file_name(kind: LetterKind) -> str:
    """What the template is called in an office's own folder: by the title a clerk knows."""
    return f"{kind.label}.docx"
