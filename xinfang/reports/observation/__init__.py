"""Observation 信访观察: what people come about, where, to whom and when, and what of it is unusual for this office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...core.statistics.screening import Cell, belongs
from ...core.table import Column, Document, Table
from ...core.table import records as rows_of
from ..columns import NUMBER, UNIT
from ..heading import Heading
from . import shared as shared_matters
from . import tables, words
from .screened import Placed, Screened, screened
from .seen import Petition, Seen, Stretch
from .sides import SIDES, grouping
from .weekdays import weekdays

__all__ = ["Petition", "Seen", "Stretch", "grouping", "observation"]


def observation(heading: Heading, *, seen: Seen, detail: bool) -> Document:
    """The observation of a period. detail: with the petitions behind each finding."""
    found = screened(seen)
    matters = shared_matters.shared(seen.petitions)
    printed = [
        tables.findings(found, heading.period.words[0]),
        tables.course(seen, found),
        *tables.of_sides(seen, found),
        weekdays(seen, found),
        shared_matters.table(matters),
    ]
    if detail:
        printed.append(_behind(seen, found))
    return Document(
        title=heading.title("信访观察"),
        data={
            **heading.data,
            "received": len(seen.now.groups),
            "method": _method(seen, found),
            **{table.key: rows_of(table) for table in printed},
            "findings": [_record(each) for each in found.found],
            "shared_matters": shared_matters.records(matters),
        },
        tables=tuple(table for table in printed if table.rows),
        lines=tuple(_summary(seen, found, heading.as_of, len(matters))),
        notes=tuple(words.method(seen, found)),
    )


def _summary(seen: Seen, found: Screened, as_of: date, matters: int) -> Iterator[str]:
    now = seen.now
    yield f"截至 {as_of} 的台账。"
    part = "" if now.last == now.period.last else f"（到 {now.last}，此前各期也只比到同一天）"
    total = found.total
    usual = f"；照以往约 {total.expected:.0f} 件，{total.low} 至 {total.high} 件都属正常" if total else ""
    yield f"收到 {len(now.groups)} 件{part}{usual}。"
    if seen.testable:
        rising = sum(each.finding.judged.rising for each in found.found)
        yield f"异常上升 {rising} 项，异常下降 {len(found.found) - rising} 项；多人反映的同一事项 {matters} 个。"


def _method(seen: Seen, found: Screened) -> dict[str, object]:
    total = found.total
    return {
        "tested": seen.testable,
        "periods_before": [each.period.name for each in seen.before],
        "periods_needed": seen.needed,
        "test": "beta-binomial, conditional, two-sided" if seen.testable else "",
        "correction": "Benjamini-Hochberg" if seen.testable else "",
        "cells": found.looked_at,
        "crossed_cells": found.crossed,
        "total": None
        if total is None
        else {"expected": round(total.expected, 1), "low": total.low, "high": total.high, "p": tables.rounded(total.p)},
        "words": words.method(seen, found),
    }


def _record(placed: Placed) -> dict[str, object]:
    cell, one, adjusted = placed.finding
    return {
        "cell": _sides_of(cell),
        "level": words.level(one, adjusted),
        "received": one.observed,
        "expected": round(one.expected, 1),
        "low": one.low,
        "high": one.high,
        "adjusted_p": tables.rounded(adjusted),
        "spread": round(one.spread, 2),
        "compared_with": "season" if one.seasonal else "all",
        "within": [
            {"cell": _sides_of(step.cell), "received": step.judged.observed, "expected": round(step.judged.expected, 1)}
            for step in placed.inside
        ],
    }


def _sides_of(cell: Cell) -> dict[str, str]:
    return {SIDES[side].name: value for side, value in cell}


def _behind(seen: Seen, found: Screened) -> Table:
    """The petitions of each finding, those of what rose as of what fell."""
    columns = (Column("cell", "对象"), NUMBER, UNIT)
    rows = tuple(
        (tables.say(placed.finding.cell), petition.number, petition.unit)
        for placed in found.found
        for group, petition in zip(seen.now.groups, seen.petitions, strict=True)
        if belongs(group, placed.finding.cell)
    )
    return Table("明细", columns, rows, key="detail")
