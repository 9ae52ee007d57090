"""A busy ledger, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell

from .ledgers import busy, copied


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger in which most acts have happened; not to be changed."""
    return busy(tmp_path_factory.mktemp("busy"))


@pytest.fixture
def shell(original: Shell, tmp_path: Path) -> Shell:
    """A copy of it."""
    return copied(original, tmp_path / "copy")
