"""Classifying: with the content category looked up in the office's table and the police branch in the dictionary."""

from __future__ import annotations

from typing import Any

from ...core.terms import Category, Track
from ..desk import Desk
from .doing import Done, do


def classify(
    desk: Desk,
    typed: str,
    *,
    category: Category,
    route: int | None,
    code: str,
    branch: str,
    track: Track | None,
    on: str | None,
) -> Done:
    """Classify the petition `typed` names. Raises NotFound E204 for an unknown content category."""
    details: dict[str, Any] = {"code": full_code(desk, code) if code else "", "branch": ""}
    if branch:
        from ...rules.branches import branch as known_branch

        details["branch"] = known_branch(branch)
    return do(desk, "classify", typed, on=on, category=category, route=route, track=track, **details)


def full_code(desk: Desk, typed: str) -> str:
    """The category's full path level1/level2/level3."""
    from ...rules import categories
    from ..office.categorizing import codes_of

    return categories.find(typed, codes_of(desk))
