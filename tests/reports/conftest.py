"""What the reports are made of: offices of several years, and one petition by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from cli.shell import Shell
from store.ledgers import founded, register

from .office import office
from .tossing import TOSSINGS, tossing

SEEDS = {"police": 11, "bureau": 14}


@pytest.fixture(scope="session", params=SEEDS)
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """An office of either kind; nobody writes to it."""
    kind = str(request.param)
    yield office(tmp_path_factory.mktemp(f"years-{kind}"), seed=SEEDS[kind], petitions=110, kind=kind)


@pytest.fixture(scope="session")
def tossed_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Shell]:
    """An office of to and fro by its seed, made when it is first asked for; nobody writes to it."""
    return cache(lambda seed: tossing(tmp_path_factory.mktemp("tossed"), seed))


@pytest.fixture(params=TOSSINGS)
def tossed(request: pytest.FixtureRequest, tossed_by: Callable[[int], Shell]) -> Shell:
    """One after the other."""
    return tossed_by(int(request.param))


@pytest.fixture
def one(tmp_path: Path) -> Shell:
    """One petition, accepted on 2026-01-05: to be answered by 2026-03-06."""
    shell = founded(tmp_path, today="2026-06-30")
    register(shell, "反映欠薪", received="2026-01-05")
    shell.ok("classify", 1, "--category", "appeal", "--route", "6", "--on", "2026-01-05")
    shell.ok("accept", 1, "--on", "2026-01-05")
    return shell
