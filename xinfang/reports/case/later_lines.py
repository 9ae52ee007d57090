"""Agreement, review, recheck, resolution: the lines of `show` for what followed the handling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...core.case import Case, Event
from ...core.remedies import Agreement, Resolution, ReviewOutcome
from ..columns import words


class Level(NamedTuple):
    """A level above the answer: its word and its events, in their order."""

    label: str
    asked: str
    accepted: str
    refused: str
    decided: str
    served: str


LEVELS = (
    Level("复查", "review-asked", "review-accepted", "review-refused", "reviewed", "review-served"),
    Level("复核", "recheck-asked", "recheck-accepted", "recheck-refused", "rechecked", "recheck-served"),
)


def later_lines(case: Case) -> Iterator[tuple[str, str]]:
    """Word and sentence, each thing as it last stood; no text that anybody wrote, which the time line has."""
    yield from _agreement(case)
    for level in LEVELS:
        yield from _level(case, level)
    done = case.last_event("carried-out")
    if done:
        yield "执行", f"{done.on} 执行 {done.value}".rstrip()
    resolved = case.last_event("resolved")
    if resolved:
        yield "化解", f"{resolved.on} {words(Resolution)[resolved.value]}"


def _agreement(case: Case) -> Iterator[tuple[str, str]]:
    settled = case.last_event("settled")
    if settled is None:
        return
    until = f"，约定 {settled.until} 前履行" if settled.until else ""
    broken = case.last_event("mediation-failed")
    failed = f"；{broken.on} 没有履行，继续办理" if broken and _after(case, settled, broken) else ""
    yield "协议", f"{settled.on} {words(Agreement)[settled.value]}达成协议{until}{failed}"


def _level(case: Case, level: Level) -> Iterator[tuple[str, str]]:
    asked = case.last_event(level.asked)
    if asked is None:
        return
    parts = [f"{asked.on} 向{asked.value}申请"]
    for name, said in (
        (level.accepted, "受理"),
        (level.refused, "不予受理"),
        (level.decided, words(ReviewOutcome)),
        (level.served, "送达"),
    ):
        event = case.last_event(name)
        if event and _after(case, asked, event):
            parts.append(f"{event.on} {said if isinstance(said, str) else said[event.value]}")
    count = case.times(level.asked)
    yield level.label, "；".join(parts) + (f"（第 {count} 次）" if count > 1 else "")


def _after(case: Case, first: Event, second: Event) -> bool:
    """Whether `second`, the last of its name, happened after `first`, the last of its."""
    names = [event.name for event in reversed(case.events)]
    return names.index(second.name) < names.index(first.name)
