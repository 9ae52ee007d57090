"""Options of the whole test run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# No test is failed for being slow: the machine may be busy.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record`: write what the program says now into transcripts and docs/errors.md, to be reviewed as a change."""
    parser.addoption("--record", action="store_true", help="rewrite tests/transcripts and docs/errors.md")
