"""The rulebooks that come with the program, their limits and changes, to run tests over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xinfang.rules.instrument import Instrument, load
from xinfang.rules.limit import Limit
from xinfang.rules.rulebook import BESIDE, BOOKS, LAYERS, PROFILES

REGIONAL = tuple(f"local-{name}" for name in PROFILES)
FOLDERS = (*BOOKS, *LAYERS, *BESIDE, *REGIONAL)


def shipped() -> Iterator[tuple[Instrument, Limit]]:
    """Every limit of every rulebook that comes with the program."""
    for name in FOLDERS:
        for limit in load(name).limits:
            yield load(name), limit


LIMITS = [pytest.param(instrument, limit, id=f"{instrument.name} {limit.name}") for instrument, limit in shipped()]
CHANGES = [pytest.param(change, id=f"{name} {change.limit}") for name in REGIONAL for change in load(name).changes]
