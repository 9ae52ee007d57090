"""Was it answered as the law wants an answer: founded, with what can be done about it, to each demand, and served?"""

from collections.abc import Iterator
from datetime import date
from itertools import dropwhile

from ...core.case import Case, Event
from ...core.remedies import REMANDING, ReviewOutcome
from ...core.terms import Category, State
from ..carrying_out import carrying_out
from ..opinions import agreed_on, decided, decided_by_opinion, owes_an_opinion, set_aside
from .finding import Seen, Subject

UNSERVED = frozenset({State.REPLIED, State.REVIEWED, State.RECHECKED})
REMEDY_WORD = "复查"
"""What an opinion cannot name the petitioner's remedy without (第三十五条)."""
SERVED_AS = {"replied": "served", "reviewed": "review-served", "rechecked": "recheck-served"}
"""Opinion → the event by which the petitioner has it."""
REMANDS = frozenset({"review", "recheck"})
SETTING_ASIDE = frozenset(each.value for each in REMANDING)
ASKING = frozenset({"review-asked", "recheck-asked"})
OVERTURNING = {"reviewed": "复查", "rechecked": "复核"}
NOT_UPHELD = {each.value: each.label for each in ReviewOutcome if each is not ReviewOutcome.UPHOLD}


def not_answered(subject: Subject) -> Iterator[Seen]:
    """An opinion in writing is owed and none stands; while its time runs that is as it should be, until it is closed."""
    case = subject.case
    if subject.closing and owes_an_opinion(case) and not decided(case):
        yield Seen(
            "还没有书面答复（信访处理意见书）",
            subject.cite("opinion"),
            f"xinfang reply {case.number} --outcome 意见",
        )


def demand_unanswered(subject: Subject) -> Iterator[Seen]:
    """Of several demands, one was passed over."""
    case = subject.case
    begun = subject.closing or any(demand.done for demand in case.demands)
    for demand in case.demands:
        if begun and not demand.done and not agreed_on(case, demand):
            yield Seen(
                f"诉求{demand.part}还没有答复",
                subject.cite("outcomes"),
                f"xinfang reply {case.number} --demand {demand.part} "
                + ("--content 移送去向" if demand.category is Category.ACCUSATION else "--outcome 意见"),
            )


def reply_without_basis(subject: Subject) -> Iterator[Seen]:
    """The opinion names no law, regulation or rule it rests on."""
    case = subject.case
    given = case.last("replied") is not None and not set_aside(case)
    if owes_an_opinion(case) and given and not case.demands and not case.reply_basis:
        yield Seen(
            "信访处理意见书没有写明法律法规依据",
            subject.cite("outcomes"),
            _again(case.number, "--basis 依据"),
        )
    for demand in case.demands:
        # 第二十九条 wants a suggestion answered, not founded.
        if demand.done and not demand.basis and demand.outcome != "diverted" and decided_by_opinion(case, demand):
            yield Seen(
                f"诉求{demand.part}的答复没有写明法律法规依据",
                subject.cite("outcomes"),
                _again(case.number, f"--demand {demand.part} --basis 依据"),
            )


def reply_without_remedy(subject: Subject) -> Iterator[Seen]:
    """The opinion's text, as far as it was written down, does not say where a review can be asked for.

    The documents of the tool always say so; one written elsewhere, of which the ledger has the number, cannot be seen.
    """
    case = subject.case
    told = REMEDY_WORD in case.reply_text or subject.numbered(subject.answers, "opinion")
    if owes_an_opinion(case) and case.reply_text and not told and not set_aside(case):
        yield Seen(
            "答复里没有写明不服的复查途径和期限",
            subject.cite("service"),
            f"xinfang letter {case.number} opinion" if case.open else "",
        )


def reply_copied(subject: Subject) -> Iterator[Seen]:
    """After an order to handle it anew the same text was given once more (推诿、敷衍)."""
    set_aside: set[tuple[int, str]] = set()
    given: set[tuple[int, str]] = set()
    for entry in subject.entries:
        if entry.act == "reply" and entry.data.get("text"):
            said = entry.data.get("demand", 0), entry.data["text"]
            if said in set_aside:
                yield Seen(
                    f"{entry.on} 的答复与被撤销、责令重新办理的答复文字相同",
                    subject.cite("s-evasive"),
                )
            given.add(said)
        elif entry.act in REMANDS and entry.data["decision"] in SETTING_ASIDE:
            set_aside |= given


def not_served(subject: Subject) -> Iterator[Seen]:
    """What was answered has not reached the petitioner."""
    case = subject.case
    if case.state in UNSERVED and owes_an_opinion(case) and case.registration.notice_owed:
        days = (subject.on - case.state_since).days
        if not days and not subject.closing:
            return  # it was written today
        yield Seen(
            f"{case.state_since} {case.state.label}，{f'{days} 天' if days else '还'}没有送达",
            subject.cite("service"),
            f"xinfang serve {case.number} --method in-person --receiver 签收人",
        )


def not_carried_out(subject: Subject) -> Iterator[Seen]:
    """What was supported or agreed has not been carried out."""
    case = subject.case
    owed, done = carrying_out(case)
    since = _known_since(case, owed) if owed else None
    if owed and not done and since:
        what = "达成的协议还没有履行" if owed.name == "settled" else "支持的请求还没有执行"
        yield Seen(
            f"{since} {what}",
            subject.cite("mediation" if owed.name == "settled" else "carry-out"),
            f"xinfang carry-out {case.number}",
        )


def _known_since(case: Case, owed: Event) -> date | None:
    """Since when the petitioner has the agreement or the opinion; None: it has not been served yet."""
    if owed.name == "settled":
        return owed.on
    later = dropwhile(lambda event: event is not owed, case.events)
    return next((event.on for event in later if event.name == SERVED_AS[owed.name]), None)


def _again(number: str, what: str) -> str:
    return f"xinfang retract {number} --act reply --reason 补写依据，再 xinfang reply {number} … {what}"


def overturned(subject: Subject) -> Iterator[Seen]:
    """The next level up did not leave the opinion as it was: perhaps what should have been supported was not."""
    body = ""
    for event in subject.case.events:
        if event.name in ASKING:
            body = event.value
        elif event.name in OVERTURNING and event.value in NOT_UPHELD:
            what = f"{event.on} {body}{OVERTURNING[event.name]}意见为“{NOT_UPHELD[event.value]}”"
            yield Seen(what, subject.cite("s-should-support"))
