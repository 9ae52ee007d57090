"""Forecast 到期预测: what becomes due, how much of it will be late, and how such forecasts fared before.

Duties of units only: nothing here is about a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ...core.statistics.sums import INTERVAL
from ...core.statistics.survival import PRIOR
from ...core.table import Cell, Chart, Column, Document, Table, records
from ..columns import UNIT
from .chances import ENOUGH, Horizon, Lot, Sum, added, lots
from .trials import Spreads, Trial, split, trials, within

__all__ = ["Horizon", "forecast"]
_SHARE = f"{INTERVAL:.0%}"
_WHOSE = UNIT._replace(blank="被督办、被申请等的单位")
"""Whose duty: of supervision, advice and review another body's than that which has the petition."""
_FORECAST = (
    Column("due", "到期", "number"),
    Column("late", "预计超期", "number"),
    Column("low", "至少", "number"),
    Column("high", "至多", "number"),
    Column("late_rate", "预计超期率", "rate"),
)


def forecast(
    *, office: str, unit: str, now: Horizon, trials: Sequence[Horizon], looked_back: int, unverified: int
) -> Document:
    """The forecast. trials: earlier days, the oldest first. looked_back: days. unverified: duties whose day is 未核."""
    tried, spreads = _tried(trials, unit) if now.enough else ([], Spreads(1.0, 1.0))
    found = lots(now.of(unit))
    whole = added(found, spreads.whole)
    printed = (
        _by(found, spreads, now.enough, _WHOSE, "各单位", key="by_unit"),
        _by(found, spreads, now.enough, Column("limit", "期限"), "各种期限", key="by_limit"),
        _by_week(now, found, spreads),
        _trial_table(tried),
    )
    first, last = now.on + timedelta(days=1), now.until
    of_unit = f"（{unit}）" if unit else ""
    return Document(
        title=f"{office} 到期预测 {first} 至 {last}{of_unit}",
        data={
            "as_of": now.on.isoformat(),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "unit": unit,
            "forecast": {**dict(zip([each.key for each in _FORECAST], _cells(whole, now.enough), strict=True))},
            "interval": INTERVAL,
            "past": {"days": looked_back, "duties": sum(each.number for each in now.past), "enough": now.enough},
            "spread": {"units": round(spreads.units, 2), "whole": round(spreads.whole, 2)},
            "coverage": _coverage(tried),
            "unverified": unverified,
            **{table.key: records(table) for table in printed},
        },
        tables=tuple(table for table in printed if table.rows),
        lines=tuple(_summary(now, whole, tried, unverified)),
        notes=tuple(_method(now, looked_back, spreads, tried)),
    )


_tried = trials


def _cells(one: Sum, enough: bool) -> tuple[Cell, ...]:
    if not enough or not one.due:
        return one.due, None, None, None, None
    return one.due, round(one.expected, 1), one.low, one.high, round(one.expected / one.due, 4)


def _by(found: Sequence[Lot], spreads: Spreads, enough: bool, column: Column, title: str, *, key: str) -> Table:
    parts = split(found, lambda lot: lot.unit if column is _WHOSE else lot.label)
    sums = {name: added(several, spreads.units) for name, several in parts.items()}
    order = sorted(sums, key=lambda name: (-sums[name].expected, -sums[name].due, name))
    rows = tuple((name, *_cells(sums[name], enough)) for name in order)
    chart = Chart("bars", column.key, ("due", "late") if enough else ("due",))
    return Table(title, (column, *_FORECAST), rows, key=key, chart=chart)


def _by_week(now: Horizon, found: Sequence[Lot], spreads: Spreads) -> Table:
    rows: list[tuple[Cell, ...]] = []
    first = now.on + timedelta(days=1)
    while first <= now.until:
        last = first + timedelta(days=6)
        rows.append(
            (first, last, *_cells(added([lot for lot in found if first <= lot.due <= last], spreads.whole), now.enough))
        )
        first = last + timedelta(days=1)
    columns = (Column("first", "自", "date"), Column("last", "至", "date"), *_FORECAST)
    return Table("逐周", columns, tuple(rows), key="by_week", chart=Chart("bars", "first", ("due",)))


def _trial_table(tried: Sequence[Trial]) -> Table:
    columns = (
        Column("as_of", "如在这一天预测", "date"),
        Column("last", "预测到", "date"),
        Column("due", "到期", "number"),
        Column("late", "预计超期", "number"),
        Column("low", "至少", "number"),
        Column("high", "至多", "number"),
        Column("happened", "实际超期", "number"),
        Column("within", "在区间内", words={"yes": "是", "no": "否"}),
        Column("units", "有到期的单位", "number"),
        Column("units_within", "其中在区间内", "number"),
    )
    rows = tuple(
        (
            each.on,
            each.until,
            each.whole.due,
            round(each.whole.expected, 1),
            each.whole.low,
            each.whole.high,
            each.whole.late,
            "yes" if each.hit else "no",
            len(each.units),
            sum(map(within, each.units.values())),
        )
        for each in tried
    )
    return Table("回头检验", columns, rows, key="trials", chart=Chart("lines", "as_of", ("late", "happened")))


def _coverage(tried: Sequence[Trial]) -> dict[str, int]:
    units = [one for each in tried for one in each.units.values()]
    return {
        "trials": len(tried),
        "within": sum(each.hit for each in tried),
        "unit_trials": len(units),
        "unit_within": sum(map(within, units)),
    }


def _summary(now: Horizon, whole: Sum, tried: Sequence[Trial], unverified: int) -> Iterator[str]:
    ahead = f"截至 {now.on} 还没有履行、此后 {(now.until - now.on).days // 7} 周内到期的 {whole.due} 项"
    if now.enough:
        yield f"{ahead}，预计超期 {whole.expected:.1f} 项，{_SHARE} 的可能在 {whole.low} 至 {whole.high} 项之间。"
    else:
        yield f"{ahead}。此前到期的不足 {ENOUGH} 项，还看不出办得多快，不作超期预测。"
    if tried:
        of = _coverage(tried)
        yield (
            f"回头检验: 此前 {of['trials']} 期，实际超期数落在区间内的 {of['within']} 期；"
            f"逐单位算 {of['unit_trials']} 次，落在区间内的 {of['unit_within']} 次"
            f"（{of['unit_within'] / of['unit_trials']:.0%}，应约 {_SHARE} 或更多）。"
        )
    if unverified:
        yield f"另有 {unverified} 项届满日未核（缺节假日安排），不在其内。"


def _method(now: Horizon, looked_back: int, spreads: Spreads, tried: Sequence[Trial]) -> Iterator[str]:
    yield "只算已经起算的期限；今后才收到、才受理的不在其内，所以越往后越不全。只算单位的期限，不涉及个人。"
    if not now.enough:
        return
    learnt = sum(each.number for each in now.past)
    yield (
        f"怎么算: 看此前 {looked_back} 天到期的 {learnt} 项，离届满日还剩若干天时没有履行的，后来有几成到期仍没有履行"
        "（卡普兰-迈耶法，按剩余天数；延期、交还等也算了结）；"
        f"按期限种类、按单位分别算，件数少的单位向全办的情况靠拢（相当于添 {PRIOR:.0f} 项全办的先例）。"
    )
    yield (
        f"区间: 各项独立时超期数的分布（泊松-二项），{_SHARE} 的区间，再按回头检验中实际偏离的大小放宽"
        f"（方差放大: 单位 {spreads.units:.1f} 倍，全办 {spreads.whole:.1f} 倍）。"
    )
    if tried:
        yield "回头检验: 只用当天以前（按业务日期）的情况重做各次预测，区间的宽窄只由其余各期决定，再与后来的实际比。"
