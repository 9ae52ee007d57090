"""Which documents 文书 an act calls for, by the names of core/letter_kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OWED: dict[str, tuple[str, ...]] = {
    "register": ("register-form", "receipt"),
    "inform": ("notice",),
    "accept": ("notice",),
    "forward": ("transfer", "transfer-notice"),
    "assign": ("assignment", "transfer-notice"),
    "decline": ("not-accepted",),
    "redirect": ("not-competent",),
    "divert": ("diversion",),
    "object": ("objection",),
    "extend": ("extension-form", "extension"),
    "reply": ("opinion",),
    "mediate": ("mediation",),
    "review": ("review-opinion",),
    "recheck": ("recheck-opinion",),
    "serve": ("service",),
    "supervise": ("supervision",),
    "advise": ("improvement",),
    "urgent": ("urgent",),
}
"""Act → what it calls for, in the order in which it is needed."""
BY_VALUE: dict[tuple[str, str, str], tuple[str, ...]] = {
    ("decline", "ground", "concluded"): ("no-longer-accepted",),
    ("mediate", "settlement", "failed"): (),
    ("mediate", "agreement", "conciliation"): ("conciliation",),
    ("advise", "proposal", "policy"): ("policy",),
    ("advise", "proposal", "accountability"): ("accountability",),
    ("hear", "stage", "convene"): ("hearing-notice",),
    ("hear", "stage", "start"): ("hearing-record",),
    ("hear", "stage", "finish"): ("hearing-record", "hearing-conclusion"),
    ("supervise", "supervision", "answered"): (),
    ("supervise", "supervision", "closed"): (),
    ("procedure", "step", "reported"): ("police-register", "police-evidence", "police-receipt"),
    ("procedure", "step", "not-filed"): ("police-no-case",),
    ("procedure", "step", "transferred"): ("police-transfer",),
}
"""Act, field and value → what it calls for instead."""


def owed(act: str, data: Mapping[str, Any], *, opinion: bool) -> tuple[str, ...]:
    """The documents that this fact calls for. opinion: whether the petition ends with a 信访处理意见书."""
    if act == "reply" and not opinion:
        return ("answer",)
    for (name, field, value), kinds in BY_VALUE.items():
        if name == act and data.get(field) == value:
            return kinds
    return OWED.get(act, ())
