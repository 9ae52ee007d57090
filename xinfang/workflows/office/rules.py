"""The rules of the law and what carries each."""

from __future__ import annotations

from collections.abc import Iterator

from ...acts.registry import OFFICE_ACTS, PETITION_ACTS
from ...core.errors import BadInput
from ...core.letter_kinds import LetterKind
from ...core.table import Table
from ...reports.coverage_table import coverage_table
from ...reports.source_words import SOURCE_WORDS
from ...rules.checks import CHECKS
from ...rules.coverage import Home, rules
from ...rules.limit_tables import SOURCE_CLASSES
from ...rules.rulebook import every_instrument


def listed(*, instrument: str, source: str, unborne: bool) -> Table:
    """The rules of instruments whose name contains `instrument`, of that source class, or that nothing carries.

    Raises BadInput E104 with what there is.
    """
    of_class = source.upper()
    found = [
        rule
        for rule in rules()
        if instrument in rule.instrument and of_class in ("", rule.source) and not (unborne and rule.carried)
    ]
    if of_class and of_class not in SOURCE_CLASSES:
        known = "；".join(f"{name.lower()} {SOURCE_WORDS[name]}" for name in SOURCE_CLASSES)
        raise BadInput("E104", f"来源没有“{source}”这一等。", remedy=f"可选: {known}")
    if instrument and not any(instrument in rule.instrument for rule in rules()):
        names = "、".join(dict.fromkeys(rule.instrument for rule in rules()))
        raise BadInput("E104", f"没有收录“{instrument}”。", remedy=f"可写名称的一部分: {names}")
    return coverage_table(found, dict(_labels()), title="规则与承担")


def _labels() -> Iterator[tuple[Home, str]]:
    """The word for each home that has one of its own; commands are called by what is typed."""
    for each in every_instrument():
        yield Home("book", each.name), each.title
        for limit in each.limits:
            yield Home("limit", limit.name), limit.label
    for name, act in {**PETITION_ACTS, **OFFICE_ACTS}.items():
        yield Home("act", name), f"{name} {act.label}"
    for name, check in CHECKS.items():
        yield Home("check", name), check.label
    for kind in LetterKind:
        yield Home("letter", kind.value), kind.label
