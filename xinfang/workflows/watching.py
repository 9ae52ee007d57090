"""Work that takes minutes on a large ledger says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TypeVar

Progress = Callable[[float], None]
"""Takes how much is done, from 0 to 1."""
Watched = Callable[[], AbstractContextManager[Progress | None]]
"""Entered when the work begins and left when it ends; gives None where nobody is looking."""
TOLD_EVERY = 100
Item = TypeVar("Item")


def followed(items: Iterable[Item], total: int, progress: Progress | None) -> Iterator[Item]:
    """The items, of which there are `total`; how many are gone is told every hundred."""
    for done, item in enumerate(items):
        if progress and not done % TOLD_EVERY:
            progress(done / total)
        yield item
