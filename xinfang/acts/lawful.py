"""What may be done with a petition now: each act's own guard is asked, so that this list cannot say anything else."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import product
from typing import Any, get_type_hints

from ..core.case import Case
from ..core.errors import BadInput, NotAllowed, NotFound
from ..core.office import Office
from ..core.police_steps import STEPS
from ..rules.checks.finding import Finding
from ..rules.law import Law
from .registry import PETITION_ACTS, module_of

NOT_NEXT = frozenset({"register", "correct", "letter", "retract", "reveal"})
"""What begins a record or mends it is no next step."""
GIVEN = frozenset({"law", "office", "findings"})
"""Details that the tool knows by itself."""
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
    "review-accepted": "settle-request",
    "recheck-accepted": "settle-request",
    "reviewed": "review",
    "recheck-asked": "ask-recheck",
    "rechecked": "recheck",
    "supervision-answered": "supervise",
    "advice-answered": "adopt",
    "rated": "rate",
    **dict.fromkeys(STEPS, "procedure"),
}
"""Event that meets a time limit → the act that reports it."""


def lawful(case: Case, law: Law, office: Office, *, findings: Sequence[Finding] = (), on: date) -> Iterator[str]:
    """The names of the acts that the case's state and the law allow on that day, in the order of the registry.

    findings: what the checks find if it is to be closed. An act is asked with the least it takes: that something has
    still to be written down does not make it unlawful.
    """
    known: dict[str, object] = {
        "law": law,
        "office": office,
        "findings": findings,
        "unit": "有权处理的单位",
        "officer": case.officer,
    }
    for act in PETITION_ACTS:
        if act in NOT_NEXT:
            continue
        decide = module_of(act).decide
        if any(_allowed(decide, case, details, on) for details in _least(decide, known)):
            yield act


def _allowed(decide: Any, case: Case, details: dict[str, object], on: date) -> bool:
    try:
        decide(case, on=on, **details)
    except BadInput:
        return True
    except (NotAllowed, NotFound):
        # NotFound: there is nothing yet that it could be about, no advice to answer, no demand to divert.
        return False
    return True


def _least(decide: Any, known: dict[str, object]) -> Iterator[dict[str, object]]:
    """A value for every detail that has no default; of a term each of its words, for a hearing begins or ends."""
    hints = _hints(decide)
    asked = [
        name
        for name, parameter in inspect.signature(decide).parameters.items()
        if name not in {"case", "on"}
        and (parameter.default is inspect.Parameter.empty or name in GIVEN or _is_term(hints[name]))
    ]
    choices = [[known[name]] if name in known else _fillers(hints[name]) for name in asked]
    for values in product(*choices):
        yield dict(zip(asked, values, strict=True))


@cache
def _hints(decide: Any) -> dict[str, Any]:
    return get_type_hints(decide)


def _is_term(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _fillers(hint: Any) -> list[object]:
    if _is_term(hint):
        return list(hint)
    return [{str: "", int: 1, bool: False}.get(hint, () if getattr(hint, "__origin__", None) is tuple else None)]
