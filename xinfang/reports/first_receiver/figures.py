"""The figures of 首接首办责任, each with its definition, for the office, a unit or an officer."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.figures import Group, Indicator, Tally
from ..indicators import SATISFIED
from .custody import Course

COURSE_MEASURES = ("hand_overs", "sent", "signed", "taken_up", "unsigned", "unlanded", "back_and_forth")
"""The measures that follow from courses."""
INDICATORS: tuple[Indicator, ...] = (
    Indicator("received", "首接", "期内收到的信访件，归登记时的首接单位、首接人，以后不改；不含撤销登记的", "received"),
    Indicator(
        "told_rate",
        "按期告知率",
        "15日内书面告知的 ÷ 法定届满日在期内（期未满的至截止日前一日）的应告知期限，本机关、签收的单位各计一项，姓名（名称）、住址不清的除外（第二十三条）",
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
    Indicator(
        "signed_rate",
        "签收率",
        "收件单位签收的 ÷ 上述转手中转送、交办的次数；直接以承办单位受理的没有转送，不用签收；导入的台账没有签收日期，只写了承办单位、没有受理日期的按没有签收计",
        "sent",
        "rate",
    ),
    Indicator(
        "taken_up",
        "未签收已有回应",
        "转送、交办后收件单位没有签收，但是已受理、答复或者提出异议的",
        "taken_up",
        unit="次",
    ),
    Indicator("sign_days", "平均签收用时", "自转出至签收的日数合计 ÷ 已签收的次数", "signed", "rate", "日"),
    Indicator(
        "unsigned",
        "未签收",
        "转送、交办后至期末没有签收，也没有受理、答复或者提出异议的；转出即办结而没有签收的也算",
        "unsigned",
        unit="次",
    ),
    Indicator(
        "unlanded",
        "尚无着落",
        "期内收到的件，期末仍是已登记、已告知（签收的单位告知的除外），或者转出未签收、异议未核实、受理争议未定的",
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
        "始终在首接单位、没有转手的 ÷ 期内办结、三级终结或者化解的件；告知另提、不予受理、导入程序、交还、撤回、视为办理终结的不算",
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
    *SATISFIED,
)
"""In the order printed."""


def of_courses(courses: Iterable[Course]) -> dict[str, Tally]:
    """What follows from the petitions' courses, by measure."""
    found: dict[str, dict[Group, list[int]]] = {name: {} for name in COURSE_MEASURES}
    for course in courses:
        for measure, _, weight in behind(course):
            counts = found[measure].setdefault(course.receiver, [0, 0])
            counts[0] += 1
            counts[1] += weight
    return {name: {receiver: (count, weight) for receiver, (count, weight) in of.items()} for name, of in found.items()}


def behind(course: Course) -> list[tuple[str, str, int]]:
    """What is counted of one petition: measure, unit it was sent to (or nothing) and weight."""
    handed_over = course.handed_over
    found = [("hand_overs", "", len(handed_over))]
    sent = [each for each in handed_over if each.sent]
    found += [("sent", each.to, int(each.signed_after is not None)) for each in sent]
    found += [("signed", each.to, each.signed_after) for each in sent if each.signed_after is not None]
    found += [("taken_up" if each.taken_up else "unsigned", each.to, 0) for each in sent if each.signed_after is None]
    found += [("unlanded", course.unit, 0)] * (not course.landed)
    found += [("back_and_forth", course.unit, len(course.given_back))] * course.back_and_forth
    return found
