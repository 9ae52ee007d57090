"""What a label says of who owes a limit can be read back from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from xinfang.rules.deadline import PARTS, Deadline, named_in

from .shipped import shipped

NUMBERED = {limit.name: limit for _, limit in shipped() if limit.duty in PARTS}


@pytest.mark.parametrize("name", NUMBERED)
@given(st.text(st.sampled_from("城关（派）出，所督办1"), max_size=8), st.integers(1, 99))
def test_of_a_supervision_and_of_advice(name: str, whom: str, part: int) -> None:
    limit = NUMBERED[name]
    assume(f"（{PARTS[limit.duty]}" not in whom)
    label = Deadline(limit, date(2026, 1, 5), None, None, None, part=part, whom=whom).label
    assert named_in(label, limit.name) == whom


def test_of_nothing_else() -> None:
    assert named_in("复查期限", "review") is None
    assert named_in("督办答复期限", "supervision") is None
