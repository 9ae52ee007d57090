"""Long answers: read anew from the ledger whenever they are looked at, instead of being held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Generic, TypeVar

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
Other = TypeVar("Other")
Counted = Counter[str]
"""What a reading counts of what it meets, for the sentences below a list."""
MOST_HELD = 10_000
"""Items that are held all the same: some ten megabytes, and nobody's file is kept busy while they are printed."""


class Long(Generic[Item_co]):
    """Items of which no more than one is held; each reading starts anew and comes upon the same ones.

    How many there are, and what `read` counted of them, is known when they have been read once; who asks earlier has
    them read. list() and tuple() ask: iter() spares them that.
    """

    def __init__(self, read: Callable[[Counted], Iterator[Item_co]]) -> None:
        self._read = read
        self._length: int | None = None
        self._counted: Counted = Counter()
        self._begun: Iterator[Item_co] | None = None

    def __iter__(self) -> Iterator[Item_co]:
        begun, self._begun = self._begun, None
        return begun or self._reading()

    def _reading(self) -> Iterator[Item_co]:
        length, counted = 0, Counted()
        for item in self._read(counted):
            length += 1
            yield item
        self._length, self._counted = length, counted

    def __len__(self) -> int:
        if self._length is None:
            self._length = sum(1 for _ in self)
        return self._length

    def __bool__(self) -> bool:
        return self._begun is not None or any(True for _ in self)

    @property
    def counted(self) -> Counted:
        """What was counted on the way."""
        len(self)
        return self._counted

    @property
    def read_through(self) -> bool:
        """Whether they have been read to their end: a reader may go away before that."""
        return self._length is not None

    def forget(self) -> None:
        """What was read does not hold any more."""
        self._length = self._begun = None

    def few(self) -> tuple[Item_co, ...] | None:
        """All of them where they may be held, else None; whoever reads them first then goes on from there."""
        reading = self._reading()
        begun = tuple(islice(reading, MOST_HELD + 1))
        if len(begun) <= MOST_HELD:
            return begun
        self._begun = chain(begun, reading)
        return None

    def first(self, most: int) -> Long[Item_co]:
        """The first ones."""
        return Long(lambda _: islice(self, most))


def each(made: Callable[[Item], Other], items: Sequence[Item] | Long[Item]) -> list[Other] | Long[Other]:
    """What `made` makes of each, held or not as they are."""
    return Long(lambda _: map(made, items)) if isinstance(items, Long) else [*map(made, items)]
