"""Reveal 查看明文: somebody looked at personal data without the mask; that is a fact too."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case


class Revealed(NamedTuple):
    """command: what was asked. petitions: how many were shown."""

    on: date
    command: str
    petitions: int = 1


def apply(case: Case, fact: Revealed) -> Case:
    """Nothing changes."""
    return case
