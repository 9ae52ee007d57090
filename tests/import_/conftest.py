"""An office without petitions."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.shell import Shell

from .intake import new_office


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with an empty ledger."""
    return new_office(tmp_path, "office")
