"""One office of several years for every report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.shell import Shell

from .office import office
from .overseen import overseen


@pytest.fixture(scope="session", params=["police", "bureau"])
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """An office of either kind; nobody writes to it."""
    folder: Path = tmp_path_factory.mktemp(f"years-{request.param}")
    yield office(folder, seed=len(request.param), petitions=70, kind=request.param)


@pytest.fixture(scope="session")
def busy_years(years: Shell, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The same offices with more oversight in them; nobody writes to it either."""
    return overseen(years, tmp_path_factory.mktemp("overseen"), seed=11)
