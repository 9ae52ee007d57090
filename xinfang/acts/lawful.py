"""What may be done with a petition now: each act's own guard is asked, so that this list cannot say anything else."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from ..core.case import Case
from ..core.errors import BadInput, NotAllowed, NotFound
from ..core.office import Office
from ..rules.law import Law
from .registry import PETITION_ACTS, module_of

NOT_NEXT = frozenset({"register", "correct", "letter", "retract", "reveal"})
"""What begins a record or mends it is no next step."""
MEETS: dict[str, str] = {
    "informed": "inform",
    "accepted": "accept",
    "declined": "decline",
    "redirected": "redirect",
    "diverted": "divert",
    "forwarded": "forward",
    "assigned": "assign",
    "objected": "object",
    "replied": "reply",
    "answered": "reply",
    "settled": "mediate",
    "carried-out": "carry-out",
    "closed": "close",
    "review-asked": "ask-review",
    "reviewed": "review",
    "recheck-asked": "ask-recheck",
    "rechecked": "recheck",
    "supervision-answered": "supervise",
    "advice-answered": "adopt",
    "rated": "rate",
}
"""Event that meets a time limit → the act that reports it."""


def lawful(case: Case, law: Law, office: Office, *, on: date) -> Iterator[str]:
    """The names of the acts that the case's state and the law allow on that day, in the order of the registry.

    An act is asked with the least it takes: that something has still to be written down does not make it unlawful.
    """
    for act in PETITION_ACTS:
        if act in NOT_NEXT:
            continue
        module = module_of(act)
        try:
            module.decide(case, on=on, **_least(module.decide, case, law, office))
        except BadInput:
            pass
        except (NotAllowed, NotFound):
            # NotFound: there is nothing yet that it could be about, no advice to answer, no demand to divert.
            continue
        yield act


def _least(decide: Any, case: Case, law: Law, office: Office) -> dict[str, object]:
    """A value for every detail that has no default."""
    known: dict[str, object] = {"law": law, "office": office, "unit": "有权处理的单位", "officer": case.officer}
    hints = _hints(decide)
    return {
        name: known[name] if name in known else _filler(hints[name])
        for name, parameter in inspect.signature(decide).parameters.items()
        if name not in {"case", "on"} and (parameter.default is inspect.Parameter.empty or name in {"law", "office"})
    }


@cache
def _hints(decide: Any) -> dict[str, Any]:
    return get_type_hints(decide)


def _filler(hint: Any) -> object:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return {str: "", int: 1, bool: False}.get(hint, () if getattr(hint, "__origin__", None) is tuple else None)
