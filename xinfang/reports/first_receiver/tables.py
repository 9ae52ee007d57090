"""The tables of 首接首办责任: the whole, each unit, each officer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from ...core.figures import Group, Rate, Tally
from ...core.table import Cell, Chart, Column, Table
from ..columns import OFFICER, UNIT


class _Told(NamedTuple):
    """A column: which count of which measure it tells."""

    column: Column
    measure: str
    what: Literal["rows", "weight", "rate", "mean"]


def _number(key: str, label: str, measure: str, what: Literal["rows", "weight", "mean"] = "rows") -> _Told:
    return _Told(Column(key, label, "number"), measure, what)


def _rate(key: str, label: str, measure: str) -> _Told:
    return _Told(Column(key, label, "rate"), measure, "rate")


_DUTIES = (
    _number("received", "首接", "received"),
    _number("tell_due", "应告知", "tell_due"),
    _number("told_in_time", "按期告知", "tell_due", "weight"),
    _rate("told_rate", "按期告知率", "tell_due"),
    _number("hand_overs", "转手", "hand_overs", "weight"),
    _number("sent", "转送交办", "sent"),
    _number("signed", "签收", "sent", "weight"),
    _rate("signed_rate", "签收率", "sent"),
    _number("sign_days", "签收用时合计", "signed", "weight"),
    _number("sign_days_each", "平均签收用时", "signed", "mean"),
    _number("taken_up", "未签收已有回应", "taken_up"),
    _number("unsigned", "未签收", "unsigned"),
    _number("unlanded", "尚无着落", "unlanded"),
    _number("back_and_forth", "交来交去", "back_and_forth"),
)
_FIRST_HANDLED = _number("first_handled", "首办", "first_handled")
_RESULTS = (
    _number("ended", "办结化解", "ended"),
    _number("at_first_contact", "未转手", "ended", "weight"),
    _rate("at_first_contact_rate", "首接办结率", "ended"),
    _number("replied", "答复", "replied"),
    _number("came_again", "再次信访", "replied", "weight"),
    _rate("came_again_rate", "再次信访率", "replied"),
    _number("rated_office", "对信访部门评价", "rated_office"),
    _number("satisfied_office", "对信访部门满意", "rated_office", "weight"),
    _rate("satisfied_office_rate", "对信访部门满意率", "rated_office"),
    _number("rated_unit", "对有权处理机关评价", "rated_unit"),
    _number("satisfied_unit", "对有权处理机关满意", "rated_unit", "weight"),
    _rate("satisfied_unit_rate", "对有权处理机关满意率", "rated_unit"),
)


def by_unit(counts: Mapping[str, Tally]) -> tuple[Table, Table]:
    """What each unit received first and what became of it, in two tables; the one with most comes first."""
    units = {name: _summed(of) for name, of in counts.items()}
    receivers = sorted({key for of in units.values() for key in of}, key=lambda key: (-_rows(units, key), key))
    duties = _table("各单位首接责任", "by_unit", (UNIT,), _DUTIES, units, receivers)
    results = _table("各单位首办和结果", "by_unit_results", (UNIT,), (_FIRST_HANDLED, *_RESULTS), units, receivers)
    return (
        duties._replace(chart=Chart("bars", "unit", ("received", "unlanded"))),
        results._replace(chart=Chart("bars", "unit", ("at_first_contact_rate",))),
    )


def by_officer(counts: Mapping[str, Tally]) -> tuple[Table, Table]:
    """The same of each officer that is known."""
    receivers = sorted(
        {key for name, of in counts.items() if name != "first_handled" for key in of if key[1]},
        key=lambda key: (-_rows(counts, key), key),
    )
    first = (UNIT, OFFICER)
    return (
        _table("各经办人首接责任", "by_officer", first, _DUTIES, counts, receivers),
        _table("各经办人首接件的结果", "by_officer_results", first, _RESULTS, counts, receivers),
    )


def _summed(counts: Tally) -> Tally:
    """By unit, whoever the officer."""
    found: Tally = {}
    for (unit, _), (rows, weight) in counts.items():
        known = found.get((unit, ""), (0, 0))
        found[unit, ""] = (known[0] + rows, known[1] + weight)
    return found


def _rows(counts: Mapping[str, Tally], receiver: Group) -> int:
    return counts["received"].get(receiver, (0, 0))[0]


def _table(
    title: str,
    key: str,
    first: tuple[Column, ...],
    told: Sequence[_Told],
    counts: Mapping[str, Tally],
    receivers: Sequence[Group],
) -> Table:
    """One row for each receiver of which there is anything to tell."""
    rows = []
    for receiver in receivers:
        cells = [_cell(each, *counts[each.measure].get(receiver, (0, 0))) for each in told]
        if any(cells):
            rows.append((*receiver[: len(first)], *cells))
    return Table(title, (*first, *(each.column for each in told)), tuple(rows), key=key)


def _cell(told: _Told, rows: int, weight: int) -> Cell:
    if told.what in ("rows", "weight"):
        return rows if told.what == "rows" else weight
    return Rate(weight, rows).value
