"""One office of several years for every report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.shell import Shell

from .office import office


@pytest.fixture(scope="session", params=["police", "bureau"])
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """An office of either kind; nobody writes to it."""
    folder: Path = tmp_path_factory.mktemp(f"years-{request.param}")
    yield office(folder, seed=len(request.param), petitions=70, kind=request.param)
