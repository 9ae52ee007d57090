"""What a registration finds of the same person: by itself, for every registration asks it."""

from __future__ import annotations

from typing import NamedTuple


class EarlierPetition(NamedTuple):
    """Another petition of the same person, as it stands now."""

    number: str
    received_on: str
    state: str
    since: str
