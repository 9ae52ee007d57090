"""Reply 答复: the opinion on the petition 信访处理意见书, or the answer to a suggestion (第二十九、三十一、三十二条)."""

from datetime import date
from typing import NamedTuple

from ..core.case import Case, Demand, Event
from ..core.errors import BadInput, NotAllowed
from ..core.terms import Category, Outcome, State, item
from ..rules.articles import cite, knows
from ..rules.carrying_out import SUPPORTING
from ..rules.opinions import DUTY_ROUTE, PETITION_ROUTE, decided_by_opinion, owes_an_opinion
from .guards import ANSWERED, must_be_open, must_not_be, not_before
from .parts import TOLD, broken_down, done, meant, must_not_be_agreed_on, open_beside_agreement

OPINIONS = (Outcome.SUPPORT, Outcome.PARTLY, Outcome.EXPLAIN, Outcome.REFUSE)
ADOPTIONS = (Outcome.ADOPT, Outcome.PARTLY_ADOPT, Outcome.NOT_ADOPT, Outcome.EXPLAIN)
HANDLING = (
    *("received", "demanded", "accepted", "forwarded", "assigned", "objected", "extended", "reopened"),
    *("objection-refused", "sent-back", "disputed", "designated"),
    *("hearing-convened", "hearing-began", "hearing-ended", "mediation-failed", "remanded"),
)
"""What the answer cannot come before."""


class Replied(NamedTuple):
    """text: what was answered. basis: the laws it rests on. document: 文号. unit: in whose own name, if not the office's.

    perform_by: the day by which what was supported has to be carried out (第三十二条第二款), where the opinion names one.
    demand: which of several demands; 0: the petition has but one. found: the facts as they were established 认定事实.
    """

    on: date
    outcome: Outcome | None = None
    text: str = ""
    basis: str = ""
    document: str = ""
    unit: str = ""
    perform_by: date | None = None
    demand: int = 0
    found: str = ""


def decide(
    case: Case,
    *,
    outcome: Outcome | None,
    text: str = "",
    basis: str = "",
    document: str = "",
    unit: str = "",
    perform_by: date | None = None,
    demand: int = 0,
    found: str = "",
    on: date,
) -> Replied:
    """The fact. Needs the classification, of an appeal with its route; on route 6 the acceptance and an outcome; on
    routes 1 to 4 there is none.

    Of several demands each is answered by itself; with the last the petition is. Raises NotAllowed E301, E306
    to E308, E314, E315; NotFound E207; BadInput E104, E105, E114.
    """
    must_be_open(case, on)
    if not open_beside_agreement(case):
        must_not_be(case, ANSWERED, remedy=_instead(case))
    not_before(case, on, *HANDLING)
    if case.category is None and knows("categories", case.registration.received_on):
        raise NotAllowed(
            "E307",
            f"{case.number} 还没有甄别分类。",
            basis=cite("categories", case.registration.received_on),
            remedy=f"xinfang classify {case.number} --category appeal --route 6",
        )
    which = meant(case, demand)
    must_not_be_agreed_on(case, which)
    _must_be_answerable(case, which)
    _must_fit(outcome, case, which)
    _must_be_performable(outcome, perform_by, on)
    return Replied(on, outcome, text, basis, document, unit, perform_by, which.part if which else 0, found)


def _instead(case: Case) -> str:
    """What to do where an answer was given, or an agreement made."""
    if case.state is State.SETTLED:
        return broken_down(case)
    given = case.state in (State.REPLIED, State.SERVED)
    return f"答复有误: xinfang retract {case.number} --act reply --reason 原因" if given else ""


def _must_be_performable(outcome: Outcome | None, perform_by: date | None, on: date) -> None:
    """Refuses a day for carrying out what was not supported, or one that had passed when it was set."""
    if perform_by is None:
        return
    if outcome not in SUPPORTING:
        raise BadInput("E104", "没有支持请求，就没有要执行的事项。", remedy="去掉 --perform-by")
    if perform_by < on:
        raise BadInput("E114", f"执行期限 {perform_by} 在答复日 {on} 之前。", remedy="改正 --perform-by")


def _must_be_answerable(case: Case, which: Demand | None) -> None:
    """Refuses an answer to what another procedure is for, and to an appeal that was not accepted first."""
    asked = which or case
    received_on = case.registration.received_on
    name, option = (f"{case.number} 的诉求{which.part}", f" --demand {which.part}") if which else (case.number, "")
    again = f"xinfang demand {case.number} --part {which.part}" if which else f"xinfang classify {case.number}"
    if asked.category is Category.APPEAL and asked.route is None and knows("routes", received_on):
        # An imported ledger may not say it: whether an acceptance and an opinion are owed follows from the route.
        raise NotAllowed(
            "E307",
            f"{name} 是申诉求决，没有写明办理途径。",
            basis=cite("routes", received_on),
            remedy=f"{again} --category appeal --route 6（按实际途径 1 至 6）",
        )
    if asked.route is not None and asked.route < DUTY_ROUTE:
        raise NotAllowed(
            "E314",
            f"{name} 属第三十一条第{item(asked.route)}项，应当导入相应程序，不出具信访处理意见书。",
            basis=cite("routes", received_on),
            remedy=f"xinfang divert {case.number}{option} --procedure 程序 --to 机关；分类有误的先 {again} …",
        )
    # Before the routes came every appeal, classified or not, was decided on after its acceptance.
    unrouted = asked.category in (None, Category.APPEAL) and asked.route is None
    if (asked.route == PETITION_ROUTE or unrouted) and case.last("accepted") is None:
        raise NotAllowed(
            "E308",
            f"{case.number} 还没有受理，不能答复。",
            basis=cite("reply-limit", received_on),
            remedy=f"xinfang accept {case.number} --on 受理日",
        )


def _must_fit(outcome: Outcome | None, case: Case, which: Demand | None) -> None:
    """Refuses an opinion that decides nothing, and an outcome that is none of that sort of petition."""
    allowed = _allowed(which or case)
    if outcome is None and (decided_by_opinion(case, which) if which else owes_an_opinion(case)):
        raise BadInput(
            "E105",
            "要写明处理意见。",
            basis=cite("outcomes", case.registration.received_on),
            remedy=f"加 --outcome {_words(allowed)}",
        )
    if outcome is not None and outcome not in allowed:
        raise BadInput(
            "E104",
            f"“{outcome.label}”不适用于{sort.label if (sort := (which or case).category) else '这一件'}。",
            remedy=f"可选: {_words(allowed)}",
        )


def _allowed(asked: Case | Demand) -> tuple[Outcome, ...]:
    if asked.category is Category.SUGGESTION:
        return ADOPTIONS
    if asked.route == DUTY_ROUTE:
        return (Outcome.ANSWERED, *OPINIONS)
    return OPINIONS


def _words(outcomes: tuple[Outcome, ...]) -> str:
    return "、".join(f"{outcome.value} {outcome.label}" for outcome in outcomes)


def apply(case: Case, fact: Replied) -> Case:
    """Answered; the petitioner's window opens only when the answer is served (第三十五条)."""
    if fact.unit != case.opinion_of:
        case = case._replace(opinion_of=fact.unit)
    outcome, about = (fact.outcome.value, fact.outcome.label) if fact.outcome else ("", "")
    event = Event("replied", fact.on, until=fact.perform_by, about=about, value=outcome)
    which = next((demand for demand in case.demands if demand.part == fact.demand), None)
    if which is not None:
        case = case.after(
            Event("answered", fact.on, until=fact.perform_by, about=about, part=which.part, value=outcome)
        )
        answered = which._replace(outcome=outcome or TOLD, answer=fact.text, basis=fact.basis)
        return done(case, answered, fact.on)
    demands = tuple(
        each if each.done else each._replace(outcome=outcome or TOLD, answer=fact.text, basis=fact.basis)
        for each in case.demands
    )
    return case.to(State.REPLIED, event, outcome=outcome, reply_text=fact.text, reply_basis=fact.basis, demands=demands)
