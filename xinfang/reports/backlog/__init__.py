"""Backlog 积案: what there is, why, what is done about it and by whom; 积案清零 and the 问题责任清单."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ...core.backlog import Sponsor, StuckCase
from ...core.figures import Figure, Indicator, Rate
from ...core.oversight import Cause
from ...core.table import Cell, Chart, Column, Document, Table, records
from ..columns import NUMBER, UNIT
from ..heading import Heading
from ..overview import as_data, definitions, overview
from .causes import Remedy
from .clearing import LEFT, MEANT, Clearing, by_unit
from .listing import CAUSE, listing
from .words import sentence

AT_MOST = 50
"""Lines of the list without --detail; the rest is counted."""
INDICATORS: tuple[Indicator, ...] = (
    Indicator("begin", "期初积案", "期初前一日终了时的积案", ""),
    Indicator("added", "新增", "期末是积案、期初不是的；期内成为积案又已消除的两头都不计", ""),
    Indicator("left", "减少", "期初是积案、期末不是的；期初＋新增－减少＝期末", ""),
    *(Indicator(f"left_{name}", f"其中{word}", MEANT[name], "") for name, word in LEFT.items()),
    Indicator("end", "期末积案", "期末终了时的积案（件）；同一件可以属于几种情形", ""),
    Indicator("overdue", "其中超期未办", "在办，有法定届满日已过而没有履行的期限", ""),
    Indicator(
        "came_again",
        "其中办结后再访",
        "办结、三级终结、视为办理终结以后，{months}个月以内又有重复件、此后没有化解的；一个事项计最初的一件",
        "",
    ),
    Indicator("old", "其中长期未结", "在办，收到已满{months}个月", ""),
    Indicator("finish_late", "措施逾期", "期末积案里，研判或者账上定的日期已过的", ""),
    Indicator("cleared_rate", "清零率", "减少（转由其他单位的不算）÷ 期初积案（没有条文，凭实务）", "", "rate"),
    Indicator("diagnosed_rate", "研判率", "期末积案里已研判的 ÷ 期末积案", "", "rate"),
    Indicator("sponsored_rate", "包案率", "期末积案里有包案领导的 ÷ 期末积案（第十八条第二款）", "", "rate"),
)
"""Figures in the order printed."""
NO_ARTICLE = "积案没有统一的法条定义，凭实务；{months}个月是本单位的口径。"
SOURCES = (
    "已研判: 逐件研判过的；账上所见: 没有研判，台账记有复查、复核纠正，答复支持或者达成协议而待执行，送外单位，督办，"
    "救助、帮扶的；未研判: 两样都没有的。"
)
TO_SET = "几个月算积案可以设: xinfang setting set backlog-months 月数。"
TO_DIAGNOSE = "逐件研判原因、措施: xinfang diagnose 编号 --cause 原因 --measure 措施 --finish-by 日期。"


def backlog(
    heading: Heading,
    *,
    months: int,
    found: Clearing,
    remedies: Mapping[int, Remedy],
    sponsors: Mapping[int, Sponsor],
    cases: Sequence[StuckCase],
) -> Document:
    """The report.

    remedies: cause and measure of those at the end of which they are known. cases: those listed, at least the first
    AT_MOST.
    """
    until = heading.period.until(heading.as_of)
    settings = {"months": months}
    figures = _figures(found, remedies, sponsors, until)
    printed = [each for each in INDICATORS if figures[each.key] or not each.key.startswith("left_")]
    sums = overview("总体情况", printed, figures)
    units = by_unit(found, heading.unit)
    causes = _by_cause(list(remedies.values()), len(found.end.ids), until)
    listed = listing(cases, found.end, remedies, sponsors)
    return Document(
        title=heading.title("积案清零情况"),
        data={
            **heading.data,
            "months": months,
            "indicators": as_data(INDICATORS, settings, figures),
            "by_unit": records(units),
            "by_cause": records(causes),
            "cases": records(listed),
        },
        tables=tuple(table for table in (sums, units, causes, listed) if table.rows),
        lines=(f"截至 {until} 终了时。", sentence(figures)),
        notes=(NO_ARTICLE.format_map(settings), *definitions(printed, settings)),
        hints=(
            TO_SET,
            *((TO_DIAGNOSE,) if figures["diagnosed_rate"] != Rate(len(found.end.ids), len(found.end.ids)) else ()),
        ),
    )


def _figures(
    found: Clearing, remedies: Mapping[int, Remedy], sponsors: Mapping[int, Sponsor], until: date
) -> Mapping[str, Figure]:
    ways = Counter(found.left.values())
    begin, end = found.begin, found.end
    whole = len(end.ids)
    return {
        "begin": len(begin.ids),
        "added": len(found.added),
        "left": len(found.left),
        **{f"left_{name}": ways[name] for name in LEFT},
        "end": whole,
        "overdue": end.count("overdue"),
        "came_again": end.count("came-again"),
        "old": end.count("old"),
        "finish_late": sum(_late(what, until) for what in remedies.values()),
        "cleared_rate": Rate(len(found.left) - ways["moved"], len(begin.ids)),
        "diagnosed_rate": Rate(sum(what.source == "diagnosed" for what in remedies.values()), whole),
        "sponsored_rate": Rate(len(end.ids & sponsors.keys()), whole),
    }


def _late(what: Remedy, until: date) -> bool:
    return what.finish_by is not None and what.finish_by < until


def _by_cause(remedies: Sequence[Remedy], whole: int, until: date) -> Table:
    """How many of each cause, as diagnosed and as the ledger shows; last those of which nothing is known."""
    columns = (
        CAUSE,
        Column("cases", "件数", "number"),
        Column("diagnosed", "已研判", "number"),
        Column("from_ledger", "账上所见", "number"),
        Column("finish_late", "措施逾期", "number"),
    )
    rows: list[tuple[Cell, ...]] = []
    for cause in Cause:
        of_cause = [what for what in remedies if what.cause == cause.value]
        sources = Counter(what.source for what in of_cause)
        late = sum(_late(what, until) for what in of_cause)
        if of_cause:
            rows.append((cause.value, len(of_cause), sources["diagnosed"], sources["ledger"], late))
    if whole > len(remedies):
        rows.append(("", whole - len(remedies), 0, 0, 0))
    chart = Chart("bars", "cause", ("cases",))
    return Table("按原因", columns, tuple(rows), (SOURCES,), key="by_cause", chart=chart)


def behind(found: Clearing, numbers: Mapping[int, str]) -> Table:
    """The petitions behind begin, added, left and end, with the unit that had each, for --detail."""
    columns = (
        Column("measure", "指标", words={each.key: each.word for each in INDICATORS}),
        NUMBER,
        UNIT,
        Column("left", "怎样减少", words=LEFT),
    )
    had, has = found.begin.holders(), found.end.holders()
    parts = {"begin": had.keys(), "added": found.added, "left": found.left.keys(), "end": has.keys()}
    rows = tuple(
        (
            name,
            numbers[petition],
            (has if name in ("added", "end") else had)[petition].unit,
            found.left[petition] if name == "left" else "",
        )
        for name, ids in parts.items()
        for petition in sorted(ids)
    )
    return Table("明细", columns, rows, key="detail")
