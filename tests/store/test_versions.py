"""A petition to which nothing but time happened has one version of each deadline: the short way finds the same rows."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from xinfang.acts.replay import steps
from xinfang.projections import deadline_rows
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law

from .folding import facts
from .ledgers import founded
from .random_ledger import TODAY, random_ledger


@pytest.mark.parametrize("seed", range(20, 26))
def test_both_ways(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = founded(tmp_path, today=str(TODAY), kind="bureau" if seed % 2 else "police")
    random_ledger(shell, random.Random(seed))
    law = Law(Calendar())
    histories = [list(dict(steps(entries)).items()) for entries in facts(shell).values()]
    rows = [deadline_rows.deadline_rows(1, history, law) for history in histories]
    monkeypatch.setattr(deadline_rows, "only_started", lambda stages, own: False)
    assert [deadline_rows.deadline_rows(1, history, law) for history in histories] == rows
    assert any(rows)
