"""The figures of 首接首办责任, each with its definition, for the office, a unit or an officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from ..core.figures import Figure, Group, Indicator, Rate, Tally
from ..core.table import Cell, Chart, Column, Table
from .columns import OFFICER, UNIT
from .custody import Course

INDICATORS: tuple[Indicator, ...] = (
    Indicator("received", "首接", "期内收到的信访件，归登记时的首接单位、首接人，以后不改；不含撤销登记的", "received"),
    Indicator(
        "told_rate",
        "按期告知率",
        "15日内书面告知的 ÷ 法定届满日在期内的应告知期限，姓名（名称）、住址不清的除外（第二十三条）",
        "tell_due",
        "rate",
    ),
    Indicator(
        "hand_overs_each",
        "每件转手次数",
        "期内收到的件转给别的单位的次数（期内，按每日终了时在哪个单位；退回来文单位的不算）÷ 首接",
        "hand_overs",
        "rate",
        "次",
    ),
    Indicator("signed_rate", "签收率", "收件单位签收的 ÷ 上述转手次数", "sent", "rate"),
    Indicator("sign_days", "平均签收用时", "自转出至签收的日数合计 ÷ 已签收的次数", "signed", "rate", "日"),
    Indicator(
        "unsigned",
        "未签收",
        "转出后至期末没有签收，也没有受理、答复或者提出异议的；转出即办结而没有签收的也算",
        "unsigned",
        unit="次",
    ),
    Indicator(
        "unlanded",
        "尚无着落",
        "期内收到的件，期末仍是已登记、已告知，或者转出未签收、异议未核实、受理争议未定的",
        "unlanded",
    ),
    Indicator(
        "back_and_forth",
        "交来交去",
        "期内收到的件，期内被提出异议、退回合计2次以上的；一次异议连同因它退回算1次",
        "back_and_forth",
    ),
    Indicator(
        "first_handled",
        "首办",
        "期内受理的件，归最先受理、承办的首办单位（比照《山东省信访条例》第三十七条）",
        "first_handled",
    ),
    Indicator(
        "at_first_contact_rate",
        "首接办结率",
        "始终在首接单位、没有转手的 ÷ 期内办结、三级终结或者化解的件；告知另提、不予受理、导入程序、交还、撤回的不算",
        "ended",
        "rate",
    ),
    Indicator(
        "came_again_rate",
        "答复后再次信访率",
        "答复之日以后（不含当日，计至截止日）同一事项又收到信访件的 ÷ 期内答复的件",
        "replied",
        "rate",
    ),
    Indicator(
        "satisfied_office_rate",
        "满意率（信访部门）",
        "（满意＋基本满意）÷ 期内对信访部门已作的评价",
        "rated_office",
        "rate",
    ),
    Indicator(
        "satisfied_unit_rate",
        "满意率（办理机关）",
        "（满意＋基本满意）÷ 期内对有权处理机关已作的评价",
        "rated_unit",
        "rate",
    ),
)
"""In the order printed."""


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
    _number("told_in_time", "按期", "tell_due", "weight"),
    _rate("told_rate", "告知率", "tell_due"),
    _number("hand_overs", "转手", "sent"),
    _number("signed", "签收", "sent", "weight"),
    _rate("signed_rate", "签收率", "sent"),
    _number("sign_days", "用时合计", "signed", "weight"),
    _number("sign_days_each", "平均日数", "signed", "mean"),
    _number("unsigned", "未签收", "unsigned"),
    _number("unlanded", "无着落", "unlanded"),
    _number("back_and_forth", "交来交去", "back_and_forth"),
)
_FIRST_HANDLED = _number("first_handled", "首办", "first_handled")
_RESULTS = (
    _number("ended", "办结化解", "ended"),
    _number("at_first_contact", "未转手", "ended", "weight"),
    _rate("at_first_contact_rate", "首接办结率", "ended"),
    _number("replied", "答复", "replied"),
    _number("came_again", "再来", "replied", "weight"),
    _rate("came_again_rate", "再来率", "replied"),
    _number("rated_office", "评信访部门", "rated_office"),
    _number("satisfied_office", "满意", "rated_office", "weight"),
    _rate("satisfied_office_rate", "满意率", "rated_office"),
    _number("rated_unit", "评办理机关", "rated_unit"),
    _number("satisfied_unit", "满意", "rated_unit", "weight"),
    _rate("satisfied_unit_rate", "满意率", "rated_unit"),
)


def of_courses(courses: Iterable[Course]) -> dict[str, Tally]:
    """What follows from the petitions' courses, by measure."""
    found: dict[str, dict[Group, list[int]]] = {name: {} for name in COURSE_MEASURES}
    for course in courses:
        for measure, _, weight in behind(course):
            counts = found[measure].setdefault(course.receiver, [0, 0])
            counts[0] += 1
            counts[1] += weight
    return {name: {receiver: (count, weight) for receiver, (count, weight) in of.items()} for name, of in found.items()}


COURSE_MEASURES = ("hand_overs", "sent", "signed", "unsigned", "unlanded", "back_and_forth")
"""The measures that follow from courses."""


def behind(course: Course) -> list[tuple[str, str, int]]:
    """What is counted of one petition: measure, unit it was sent to (or nothing) and weight."""
    handed_over = course.handed_over
    found = [("hand_overs", "", len(handed_over))]
    found += [("sent", each.to, int(each.signed_after is not None)) for each in handed_over]
    found += [("signed", each.to, each.signed_after) for each in handed_over if each.signed_after is not None]
    found += [("unsigned", each.to, 0) for each in handed_over if each.signed_after is None and not each.taken_up]
    found += [("unlanded", course.unit, 0)] * (not course.landed)
    found += [("back_and_forth", course.unit, len(course.given_back))] * course.back_and_forth
    return found


def figures(counts: Mapping[str, Tally]) -> dict[str, Figure]:
    """Every figure by its key. counts: by first receiver, that is by unit and officer."""
    return {each.key: each.of(counts[each.measure]) for each in INDICATORS}


def overview(values: Mapping[str, Figure]) -> Table:
    """The figures of the whole, rates with what they are a rate of."""
    columns = (
        Column("figure", "指标", words={each.key: each.word for each in INDICATORS}),
        Column("value", "数值", "number"),
        Column("part", "分子", "number"),
        Column("whole", "分母", "number"),
    )
    rows = tuple((each.key, _shown(each, values[each.key]), *_of(values[each.key])) for each in INDICATORS)
    return Table("总体情况", columns, rows, key="figures")


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
    rows = tuple(
        (*receiver[: len(first)], *(_cell(each, *counts[each.measure].get(receiver, (0, 0))) for each in told))
        for receiver in receivers
    )
    return Table(title, (*first, *(each.column for each in told)), rows, key=key)


def _cell(told: _Told, rows: int, weight: int) -> Cell:
    if told.what in ("rows", "weight"):
        return rows if told.what == "rows" else weight
    return Rate(weight, rows).value


def _shown(each: Indicator, figure: Figure) -> Cell:
    if not isinstance(figure, Rate):
        return figure
    if figure.value is None:
        return "无"
    return f"{figure.value:.2%}" if each.unit == "件" else f"{figure.value:.2f}{each.unit}"


def _of(figure: Figure) -> tuple[Cell, Cell]:
    return (figure.part, figure.whole) if isinstance(figure, Rate) else (None, None)
