"""One office of several years for every report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cli.shell import Shell

from .office import office

SEEDS = {"police": 11, "bureau": 12}


@pytest.fixture(scope="session", params=SEEDS)
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """An office of either kind; nobody writes to it."""
    kind = str(request.param)
    yield office(tmp_path_factory.mktemp(f"years-{kind}"), seed=SEEDS[kind], petitions=110, kind=kind)
