"""The examples in docstrings are what the functions give."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import xinfang

ROOT = Path(xinfang.__file__).parent
MODULES = [
    ".".join(("xinfang", *path.relative_to(ROOT).with_suffix("").parts))
    for path in sorted(ROOT.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted
    assert not found.failed
