"""Annual report 年度报告: the four parts of 第四十一条第一款, filled from the ledger, with the year before beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..core.figures import Figure, Indicator, Rate, Tally
from ..core.overseen import Overseen
from ..core.oversight import Proposal
from ..core.period import Period
from ..core.table import Document, Table, records
from ..core.terms import Kind
from ..core.yearly import Yearly
from . import annual_tables, oversight_figures, oversight_tables
from .changes import change
from .indicators import INDICATORS, RATES, figures_of
from .oversight_figures import Window
from .overview import as_data, definitions, overview

PARTS: dict[str, tuple[str, str]] = {
    "statistics": ("（一）", "信访事项的数据统计、信访事项涉及领域以及被投诉较多的机关、单位"),
    "handing": ("（二）", "党委和政府信访部门转送、交办、督办情况"),
    "advice": ("（三）", "党委和政府信访部门提出改进工作、完善政策、追究责任建议以及被采纳情况"),
    "other": ("（四）", "其他应当报告的事项"),
}
"""The items of 《信访工作条例》第四十一条第一款, word for word."""
ARTICLE = "《信访工作条例》第四十一条第一款"
FOR_THE_POLICE = f"{ARTICLE}要求党委和政府信访部门编制；公安机关参照使用。"
YEARS = ("本年", "上年")
NAMED = 3
"""How many fields and units the sentences name."""
_OVERSIGHT = {each.key: each for each in (*oversight_figures.INDICATORS, *oversight_figures.RATES)}
_COUNTED = {each.key: each for each in (*INDICATORS, *RATES)}


def _own(*keys: str) -> tuple[Indicator, ...]:
    return tuple(_COUNTED[key] for key in keys)


def _overseen(*keys: str) -> tuple[Indicator, ...]:
    """Under keys of their own: what is called closed there is a supervision's."""
    return tuple(_OVERSIGHT[key]._replace(key=f"oversight_{key}") for key in keys)


_HANDING = ("forwarded", "prompt_rate", "told_rate")
_OTHER = ("resolved", "resolved_rate", "once_rate")
SHOWN: dict[str, tuple[Indicator, ...]] = {
    "statistics": tuple(each for key, each in _COUNTED.items() if key not in (*_HANDING, *_OTHER)),
    "handing": (
        *_own(*_HANDING),
        *_overseen(
            *("supervised", "supervised_petitions", "due", "in_time", "late", "unanswered", "closed", "answered_rate")
        ),
    ),
    "advice": _overseen(
        *("advised", "feedback", "adopted", "partly", "not_adopted", "feedback_overdue"),
        *("feedback_rate", "adoption_rate"),
    ),
    "other": (
        *_own(*_OTHER),
        *_overseen(
            *("inspected", "inspected_rate", "sponsored", "sponsor_visits", "sponsor_reports", "receptions"),
        ),
    ),
}
"""The figures of each part."""


class Year(NamedTuple):
    """What was counted of a year. on_time: by unit, replies in time of those due. inspected: of what was closed."""

    period: Period
    tallies: Mapping[str, Tally]
    yearly: Yearly
    overseen: Overseen
    inspected: Rate
    on_time: Mapping[str, Rate]

    def figures(self, as_of: date) -> dict[str, Figure]:
        """Every figure by its key."""
        window = Window.of(self.period, as_of)
        seen = oversight_figures.figures(self.overseen, self.inspected, window)
        return {
            **figures_of(self.tallies, INDICATORS),
            **figures_of(self.tallies, RATES),
            **{f"oversight_{key}": figure for key, figure in seen.items()},
        }


def annual(
    *,
    office: str,
    kind: Kind,
    as_of: date,
    unit: str,
    settings: Mapping[str, object],
    now: Year,
    before: Year,
) -> Document:
    """The report. settings: what the definitions of the figures name."""
    settings = {**settings, "advice_days": oversight_figures.ADVICE_OVERDUE}
    counted, earlier = now.figures(as_of), before.figures(as_of)
    tables = {part: tuple(_tables(part, now, before, as_of, counted, earlier)) for part in PARTS}
    of_unit = f"（{unit}）" if unit else ""
    return Document(
        title=f"{office} {now.period.label}信访情况年度报告{of_unit}",
        data={
            "year": now.period.name,
            "as_of": str(as_of),
            "unit": unit,
            "article": ARTICLE,
            "parts": [
                {
                    "part": part,
                    "item": item,
                    "heading": heading,
                    "indicators": as_data(SHOWN[part], settings, counted, earlier),
                    **{table.key: records(table) for table in tables[part][1:]},
                }
                for part, (item, heading) in PARTS.items()
            ],
        },
        tables=tuple(table for each in tables.values() for table in each if table.rows),
        lines=(f"截至 {as_of} 的台账。", *_said(now, counted, earlier)),
        notes=(
            f"依据: {ARTICLE}。{FOR_THE_POLICE if kind is Kind.POLICE else ''}",
            annual_tables.RESPONDENTS_ARE,
            *(note for part in PARTS for note in definitions(SHOWN[part], settings)),
        ),
    )


def _tables(
    part: str, now: Year, before: Year, as_of: date, counted: Mapping[str, Figure], earlier: Mapping[str, Figure]
) -> Iterator[Table]:
    """The tables of a part under its heading: first its figures, then what belongs to it."""
    item, heading = PARTS[part]
    window = Window.of(now.period, as_of)
    yield overview(f"{item}{heading}", SHOWN[part], counted, earlier, words=YEARS, key=part)
    of: dict[str, tuple[Table, ...]] = {
        "statistics": (
            annual_tables.by_month(now.period, now.yearly, before.yearly),
            annual_tables.by_content(now.yearly, before.yearly),
            annual_tables.by_branch(now.yearly, before.yearly),
            annual_tables.by_category(now.yearly, before.yearly),
            annual_tables.respondents(now.yearly, before.yearly),
        ),
        "handing": (annual_tables.by_unit(now.yearly, now.on_time, now.overseen.supervisions, window),),
        "advice": (
            oversight_tables.by_proposal(now.overseen.advice, window),
            oversight_tables.by_body(now.overseen.advice, window),
        ),
        "other": (oversight_tables.by_grade(now.overseen), oversight_tables.by_meeting(now.overseen)),
    }
    yield from (table._replace(title=f"{item}{table.title}") for table in of[part])


def _said(now: Year, counted: Mapping[str, Figure], earlier: Mapping[str, Figure]) -> Iterator[str]:
    """Each part in a few sentences under its heading."""
    said = {
        "statistics": _statistics(now.yearly, counted, earlier),
        "handing": _handing(counted),
        "advice": _advice(now.overseen, counted),
        "other": _other(counted),
    }
    for part, (item, heading) in PARTS.items():
        yield f"{item}{heading}。{said[part]}"


def _statistics(yearly: Yearly, counted: Mapping[str, Figure], earlier: Mapping[str, Figure]) -> str:
    moved = change(counted["received"], earlier["received"])
    than = f"，比上年{moved}" if moved else ""
    named = (
        ("涉及较多的领域", annual_tables.count(yearly, "content")),
        ("被投诉较多的机关、单位", annual_tables.complained_of(yearly)),
    )
    more = "".join(f"；{what}: {_first(counts)}" for what, counts in named if counts)
    return (
        f"收到信访事项 {counted['received']} 件次{than}，{counted['people']} 人次，"
        f"来访 {counted['visits']} 批次、{counted['visitors']} 人次，集体访 {counted['group_visits']} 批次；"
        f"受理 {counted['accepted']} 件，答复 {counted['replied']} 件，办结 {counted['closed']} 件，"
        f"按期率 {_rate(counted['on_time_rate'])}{more}。"
    )


def _first(counts: Sequence[tuple[str, int]]) -> str:
    return "、".join(f"{name}（{count}）" for name, count in counts[:NAMED])


def _handing(counted: Mapping[str, Figure]) -> str:
    return (
        f"转送、交办 {counted['forwarded']} 件次，及时受理率 {_rate(counted['prompt_rate'])}；"
        f"督办 {counted['oversight_supervised']} 项，涉及 {counted['oversight_supervised_petitions']} 件，"
        f"按期答复率 {_rate(counted['oversight_answered_rate'])}，督办办结 {counted['oversight_closed']} 项。"
    )


def _advice(overseen: Overseen, counted: Mapping[str, Figure]) -> str:
    made = [each.proposal for each in overseen.advice]
    kinds = "、".join(f"{kind.label} {made.count(kind.value)} 项" for kind in Proposal)
    return (
        f"提出建议 {counted['oversight_advised']} 项（{kinds}），书面反馈 {counted['oversight_feedback']} 项，"
        f"采纳 {counted['oversight_adopted']} 项，部分采纳 {counted['oversight_partly']} 项，"
        f"未采纳 {counted['oversight_not_adopted']} 项。"
    )


def _other(counted: Mapping[str, Figure]) -> str:
    return (
        f"化解 {counted['resolved']} 件；评查 {counted['oversight_inspected']} 件次；"
        f"领导包案 {counted['oversight_sponsored']} 件次，接访、约访、下访 {counted['oversight_receptions']} 次。"
        "另有需要报告的，由单位补写。"
    )


def _rate(figure: Figure) -> str:
    """With what it is a rate of: a sentence may be quoted without its table."""
    assert isinstance(figure, Rate)
    return f"{figure.value:.2%}（{figure.part}/{figure.whole}）" if figure.value is not None else "没有到期的"
