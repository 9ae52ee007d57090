"""首接首办责任: what each unit and officer received first, and whether they followed it until it had landed somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from ...core.figures import Tally
from ...core.long import Long
from ...core.table import Column, Document, Row, Table, held, records
from ..columns import NUMBER, OFFICER, UNIT
from ..heading import Heading
from ..indicators import figures_of
from ..overview import as_data, definitions, overview
from . import custody_tables, tables
from .custody import Course
from .figures import COURSE_MEASURES, INDICATORS, behind, of_courses
from .words import sentence

AT_MOST = 50
"""Petitions in a list; the rest is counted."""
ReceiversPetition = tuple[str, str, str, int]
"""Number, unit, officer and weight of something counted."""
HELD = "held"
FOLLOWED = frozenset({*COURSE_MEASURES, HELD})
"""What follows from courses and is not counted by SQL."""
_WORDS = {
    "received": "首接（权重为人数）",
    "tell_due": "应告知（1为按期）",
    "hand_overs": "首接件（权重为转手次数）",
    "sent": "转送交办（1为已签收）",
    "signed": "签收（权重为用时日数）",
    "taken_up": "未签收已有回应",
    "unsigned": "未签收",
    "unlanded": "尚无着落",
    "back_and_forth": "交来交去（权重为异议、退回次数）",
    "first_handled": "首办",
    "ended": "办结化解（1为未转手）",
    "replied": "答复（1为又来）",
    "rated_office": "对信访部门评价（1为满意）",
    "rated_unit": "对有权处理机关评价（1为满意）",
    HELD: "持有（权重为日数）",
}


def first_receiver(
    heading: Heading,
    *,
    counted: Mapping[str, Tally],
    courses: Sequence[Course],
    all_listed: bool,
) -> Document:
    """The report. counted: what is counted by SQL, and `replied`; courses: of the petitions received in the period."""
    counts = {**counted, **of_courses(courses)}
    values = figures_of(counts, INDICATORS)
    at_most = None if all_listed else AT_MOST
    laid_out = (
        overview("总体情况", INDICATORS, values, words=("数值", "")),
        *tables.by_unit(counts),
        *tables.by_officer(counts),
        custody_tables.holding(courses),
        custody_tables.holding_by_officer(courses),
        custody_tables.transfers(courses, at_most),
        custody_tables.unlanded(courses, at_most),
    )
    return Document(
        title=heading.title("首接首办责任情况"),
        data={
            **heading.data,
            "indicators": as_data(INDICATORS, {}, values),
            **{table.key: records(table) for table in laid_out[1:]},
        },
        tables=laid_out,
        lines=(f"截至 {heading.as_of} 的台账。首接单位、首接人登记时定下，以后不改。", sentence(values)),
        notes=tuple(definitions(INDICATORS, {})),
    )


def detail(counted: Callable[[str], Iterable[ReceiversPetition]], courses: Sequence[Course]) -> Table:
    """One row for everything that was counted: by whom it was received first, and whether or how much it weighs.

    Those of a year are too many to be held: `counted` is asked again whenever they are read. Both in order of numbers.
    """
    by_number = sorted(courses, key=attrgetter("number"))

    def read(_: object) -> Iterator[Row]:
        for name in _WORDS:
            found = _followed(name, by_number) if name in FOLLOWED else counted(name)
            yield from ((name, *each) for each in found)

    columns = (Column("measure", "指标", words=_WORDS), NUMBER, UNIT, OFFICER, Column("weight", "权重", "number"))
    return held(Table("明细", columns, Long(read), key="detail"))


def _followed(name: str, courses: Iterable[Course]) -> Iterator[ReceiversPetition]:
    for course in courses:
        if name == HELD:
            for stay in course.stays:
                days = stay.officers or {"": 0}
                yield from ((course.number, stay.unit, officer, held) for officer, held in days.items())
        else:
            yield from ((course.number, *course.receiver, weight) for what, _, weight in behind(course) if what == name)
