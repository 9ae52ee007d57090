"""What scripts build on, said in types: keys in their order, each with what may stand under it."""

from __future__ import annotations

from typing import Any

DEADLINE = {
    **{"number": str, "title": str, "petitioner": str, "unit": str, "officer": str, "deadline": str, "article": str},
    **{"started_on": str, "nominal_due": str, "legal_due": str},
}
OVERDUE = {**DEADLINE, "days_over": int, "restricted": bool, "deadline_label": str}
DUE = {**DEADLINE, "days_left": int, "restricted": bool, "deadline_label": str}
PETITION = {
    **{"number": str, "received_on": str, "channel": str, "petitioner": str, "headcount": int, "title": str},
    **{"category": str, "route": (int, type(None)), "code": str, "state": str, "state_since": str, "unit": str},
    **{"officer": str, "first_unit": str, "restricted": bool},
}


def fits(value: dict[str, Any], shape: dict[str, Any]) -> bool:
    """Exactly these keys in this order, each of its type; in JSON true is no number."""
    assert list(value) == list(shape)
    for key, kind in shape.items():
        kinds = kind if isinstance(kind, tuple) else (kind,)
        assert type(value[key]) in kinds, f"{key}: {value[key]!r}"
    return True
