"""Who or what occurs most, in words for a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

NAMED_AT_MOST = 3


def most(names: Iterable[str]) -> tuple[str, str]:
    """(what occurs most, how often). Of several that occur as often none is named alone: it is no worse than the others."""
    counted = Counter(names)
    often = max(counted.values())
    those = sorted(name for name, times in counted.items() if times == often)
    said = "、".join(those[:NAMED_AT_MOST]) + (f"等 {len(those)} 个" if len(those) > NAMED_AT_MOST else "")
    return said, f"各 {often}" if len(those) > 1 else str(often)
