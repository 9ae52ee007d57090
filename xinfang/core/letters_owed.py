"""Which documents 文书 an act calls for, by the names of core/letter_kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .case import Case
from .terms import Kind, Source

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
    ("settle-request", "request", "review-refused"): ("review-refused",),
    ("settle-request", "request", "recheck-refused"): ("recheck-refused",),
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
NOTICES = frozenset({"notice", "transfer-notice", "not-competent", "not-accepted", "no-longer-accepted", "diversion"})
"""告知书 of 第二十三条: excused where the petitioner's name or address is unclear (第二款)."""


def owed(act: str, data: Mapping[str, Any], case: Case, *, opinion: bool) -> tuple[str, ...]:
    """The documents that this fact of the case calls for. opinion: whether the petition ends with a 信访处理意见书."""
    if act == "reply" and not all(demand.done for demand in case.demands):
        return ()  # one opinion answers each of several demands, once all are answered
    if act == "close" and case.registration.source is Source.ASSIGNED:
        return ("report",)  # who was assigned it reports back (第二十二条第一款第三项)
    return tuple(kind for kind in _called_for(act, data, opinion=opinion) if not _excused(kind, case))


def _called_for(act: str, data: Mapping[str, Any], *, opinion: bool) -> tuple[str, ...]:
    if act == "reply" and not opinion:
        return ("answer",)
    for (name, field, value), kinds in BY_VALUE.items():
        if name == act and data.get(field) == value:
            return kinds
    return OWED.get(act, ())


def _excused(kind: str, case: Case) -> bool:
    # 第二十二条 asks the bureau to pass it on, not to tell where it went: that is 第二十三条第一款, for the other bodies.
    if kind == "transfer-notice" and case.kind is Kind.BUREAU:
        return True
    # The department that a bureau sent it to tells him with a paper of its own.
    if kind == "notice" and case.kind is Kind.BUREAU and case.told_elsewhere:
        return True
    return kind in NOTICES and not case.registration.notice_owed
