"""Rate 满意度评价: how the petitioner rates the office and, apart from it, the unit that handled the petition.

Built on second-hand quotations of 国信发〔2014〕16号 and 〔2022〕11号; the days are from memory and the office may set its own.
"""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Event
from ..core.errors import NotAllowed
from ..core.oversight import RatedBody, Rating
from ..rules.articles import cite
from ..rules.deadline import Deadline
from ..rules.deadlines import deadlines_of
from ..rules.law import Law
from .guards import must_stand

TOLD = frozenset({"informed", "served"})
"""After each of these the petitioner may rate once more. Review and recheck are not rated: they are the superior's."""
OTHER_PROCEDURES = frozenset({1, 2, 4})
"""Routes of 第三十一条 to courts, arbitration and administrative review: not rated as petitions."""


class Rated(NamedTuple):
    """unit: the handling unit that was rated; empty for the office. text: what the petitioner added."""

    on: date
    rated_body: RatedBody
    rating: Rating
    unit: str = ""
    text: str = ""


def decide(
    case: Case, *, rated_body: RatedBody, rating: Rating, unit: str = "", text: str = "", law: Law, on: date
) -> Rated:
    """The fact. Once for each body after each notice or service; not for what the rules leave unrated."""
    must_stand(case, on)
    basis = f"{cite('rating', case.registration.received_on)}；满意度评价办法（国信发〔2014〕16号、〔2022〕11号，二手引文，须核）"
    if reason := _unrated(case):
        raise NotAllowed(
            "E321",
            f"{case.number} 不纳入满意度评价：{reason}。",
            basis=basis,
            remedy=f"情况用 xinfang note {case.number} 记下",
        )
    told = _told(case)
    if told is None:
        raise NotAllowed(
            "E301",
            f"{case.number} 还没有告知，也没有送达答复，谈不上评价。",
            basis=basis,
            remedy=f"xinfang inform {case.number} 或 xinfang serve {case.number} …",
        )
    since = case.events[told].on
    if on < since:
        raise NotAllowed(
            "E306", f"{on} 早于最近一次告知、送达之日 {since}。", remedy=f"用 --on 写 {since} 或以后的日期"
        )
    for event in case.events[told:]:
        if event.name == "rated" and event.value.startswith(f"{rated_body.value}:"):
            raise NotAllowed(
                "E315",
                f"{case.number} 对{rated_body.label}的评价已于 {event.on} 记过（{event.about}）。",
                basis=basis,
                remedy=f"记错了: xinfang retract {case.number} --act rate --reason 原因",
            )
    _in_time(case, rated_body, rating, _window(case, law), basis, on)
    return Rated(on, rated_body, rating, (unit or case.unit) if rated_body is RatedBody.UNIT else "", text)


def _unrated(case: Case) -> str:
    """Why a petition is not rated; empty when it is."""
    paper = case.registration
    if case.repeat_of:
        return f"只评价第一次登记的信访事项，这一件是 {case.repeat_of} 的重复件"
    if case.restricted:
        return "检举控告，依法不宜公开"
    if paper.litigation or case.route in OTHER_PROCEDURES:
        return "属于诉讼、仲裁、行政复议等程序处理的事项"
    return ""


def _told(case: Case) -> int | None:
    """The place of the last event after which there is something to rate."""
    return max((place for place, event in enumerate(case.events) if event.name in TOLD), default=None)


def _window(case: Case, law: Law) -> Deadline | None:
    """The petitioner's days to rate, from the last service; none when the petition was taken up again since."""
    windows = [d for d in deadlines_of(case, law) if d.limit.duty == "rating" and d.ended_by not in d.limit.ended_by]
    return windows[-1] if windows else None


def _in_time(case: Case, rated_body: RatedBody, rating: Rating, window: Deadline | None, basis: str, on: date) -> None:
    """A rating comes within the window, and that there was none is known only after it."""
    past = window is not None and window.legal is not None and on > window.legal
    if rating is Rating.NOT_RATED and not past:
        until = f"，评价期至 {window.legal or '未核'}" if window else "，评价期自答复送达起算"
        raise NotAllowed("E321", f"{case.number} 还不能记逾期未评{until}。", basis=basis, remedy="评价期过后再记")
    if rating is not Rating.NOT_RATED and past:
        assert window is not None  # past says so
        raise NotAllowed(
            "E319",
            f"评价期已于 {window.legal} 届满，{on} 的评价不计。",
            basis=window.limit.basis,
            remedy=f"xinfang rate {case.number} --of {rated_body.value} --rating not-rated；"
            f"信访人的意见可用 xinfang follow-up {case.number} --text … 记下",
        )


def apply(case: Case, fact: Rated) -> Case:
    """The petition stays as it is. The value says who and how, so that reports count by both."""
    value = f"{fact.rated_body.value}:{fact.rating.value}"
    return case.after(Event("rated", fact.on, about=fact.rating.label, value=value))
