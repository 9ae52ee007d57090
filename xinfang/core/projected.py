"""The projected tables: what `projections/` makes of a case and `store/` keeps to be looked up."""

from __future__ import annotations

_OF_THE_OFFICE: dict[str, tuple[str, ...]] = {
    "petition": (
        "id",
        "number",
        "client_key",
        "received_on",
        "registered_on",
        "channel",
        "source",
        "source_unit",
        "region",
        "respondent_unit",
        "category",
        "route",
        "code",
        "branch",
        "track",
        "state",
        "state_since",
        "is_open",
        "is_limited",
        "is_restricted",
        "is_confidential",
        "is_joint",
        "is_level_skipping",
        "unit",
        "officer",
        "first_unit",
        "first_officer",
        "first_handler",
        "headcount",
    ),
    "link": ("petition", "earlier", "since", "until", "relation"),
    "spell": (
        "petition",
        "nth",
        "since",
        "until",
        "state",
        "state_since",
        "unit",
        "officer",
        "category",
        "route",
        "code",
        "branch",
        "acknowledged",
    ),
    "milestone": ("event", "on_day", "petition", "nth", "part", "value"),
    "deadline": (
        "petition",
        "name",
        "nth",
        "since",
        "until",
        "duty",
        "status",
        "started_on",
        "nominal_due",
        "legal_due",
        "missing_year",
        "ended_on",
        "met",
        "label",
        "article",
    ),
    "oversight": (
        "petition",
        "kind",
        "part",
        "on_day",
        "unit",
        "matter",
        "score",
        "by_day",
        "answered_on",
        "answer",
        "closed_on",
    ),
}
PERSONAL: dict[str, tuple[str, ...]] = {
    "petitioner": ("petition", "position", "name", "kind", "id_number", "phone", "address"),
    "wording": ("petition", "kind", "part", "text"),
    "content": ("petition", "title", "body"),
}
"""All that identifies people or is told in words, by them or about them: nowhere else in the projected tables, but for the
text index over it. What has to be sealed one day is this, and the contents of the facts."""
TABLES = {**_OF_THE_OFFICE, **PERSONAL}
"""Columns in order. Days are ISO text, absent values NULL.

`since`/`until`: the business days from which (inclusive) to which (exclusive) the row tells how things stood, so that
`--as-of` needs no refolding; `until` NULL: it still stands so. `nth` keeps apart what happens more than once.

oversight: what was asked of whom, by which day, and when it was answered and closed; a day after the one asked about
has not come yet. kind: the event it began with. matter: a situation, a proposal, a grade, a cause, by kind. answer:
what became of advice. wording: of a row of oversight, what the clerk wrote: of a diagnosis the measure.
"""

Row = tuple[str | int | None, ...]
Rows = dict[str, tuple[Row, ...]]
"""All projected rows of one petition, by table."""

ID_PER_YEAR = 10_000_000


def petition_id(number: str) -> int:
    """The integer that stands for `2026-000012` in the projections: 20260000012; it sorts as the numbers do."""
    year, sequence = number.split("-")
    return int(year) * ID_PER_YEAR + int(sequence)
