"""Asking for review: of the office's own superior, unless another body is named."""

from __future__ import annotations

from typing import Any

from . import clock
from .acting import Done, do
from .desk import Desk


def ask_review(desk: Desk, typed: str, *, to: str = "", on: str | None = None, **details: Any) -> Done:
    """Write down that the petitioner asks for review 复查; `to`: the body, else the superior set for that day."""
    superior = desk.office.setting("superior", on=clock.day(on), default=desk.office.superior)
    return do(desk, "ask-review", typed, on=on, to=to or superior, **details)
