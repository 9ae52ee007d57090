"""Reveal 查看明文: somebody looked at personal data without the mask; that is a fact too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..core.case import Case


@dataclass(frozen=True)
class Revealed:
    """command: what was asked. petitions: how many were shown."""

    on: date
    command: str
    petitions: int = 1


def apply(case: Case, fact: Revealed) -> Case:
    """Nothing changes."""
    return case
