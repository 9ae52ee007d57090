"""A petition written down act by act, as the desk does it: decide, to JSON, an entry, and the facts added up again."""

from __future__ import annotations

import inspect
import json
from datetime import date
from typing import Any

from xinfang.acts import set_option
from xinfang.acts.inspect import Finding
from xinfang.acts.registry import PETITION_ACTS, fact_of, module_of
from xinfang.acts.replay import case_of, in_order, steps
from xinfang.core.case import Case
from xinfang.core.codec import to_data
from xinfang.core.entry import Entry
from xinfang.core.handling import Simplicity, Succession
from xinfang.core.letter_kinds import LetterKind
from xinfang.core.links import Relation
from xinfang.core.office import Office, Officer, Unit
from xinfang.core.oversight import (
    Adoption,
    Cause,
    FollowUpWay,
    Grade,
    LeaderMeeting,
    Proposal,
    RatedBody,
    Rating,
    Situation,
    SponsorStep,
    SupervisionStep,
    UrgentReport,
)
from xinfang.core.petition import Petitioner, Registration
from xinfang.core.police_steps import PoliceStep
from xinfang.core.remedies import (
    Agreement,
    Assistance,
    Care,
    HearingStage,
    MediationResult,
    RequestResult,
    Resolution,
    ReviewOutcome,
)
from xinfang.core.terms import Category, Channel, Ground, Kind, Method, Outcome, Source, Term, Track
from xinfang.rules.calendar import Calendar
from xinfang.rules.checks import findings
from xinfang.rules.checks.finding import Subject
from xinfang.rules.deadlines import deadlines_of
from xinfang.rules.law import Law, own_rules

LAW = Law(Calendar())
UNIT = "某县公安局"
OFFICE = Office(
    UNIT,
    "410185",
    Kind.POLICE,
    superior="某市公安局",
    units=(
        Unit("城关分局"),
        Unit("城关派出所", parent="城关分局"),
        Unit("刑侦大队"),
        Unit("县信访局", outside=True),
    ),
    officers=(Officer("李明", "城关派出所"), Officer("王芳"), Officer("赵刚")),
)
"""Who stands below whom; an accusation must not reach the accused."""
TERMS: dict[str, type[Term]] = {
    "category": Category,
    "track": Track,
    "outcome": Outcome,
    "ground": Ground,
    "method": Method,
}
TERMS |= {
    "stage": HearingStage,
    "settlement": MediationResult,
    "agreement": Agreement,
    "decision": ReviewOutcome,
    "resolution": Resolution,
    "care": Care,
    "assistance": Assistance,
    "situation": Situation,
    "succession": Succession,
    "eligibility": Simplicity,
    "supervision": SupervisionStep,
    "proposal": Proposal,
    "adoption": Adoption,
    "cause": Cause,
    "sponsorship": SponsorStep,
    "report": UrgentReport,
    "meeting": LeaderMeeting,
    "grade": Grade,
    "rated_body": RatedBody,
    "rating": Rating,
    "way": FollowUpWay,
    "step": PoliceStep,
    "request": RequestResult,
    "letter": LetterKind,
    "relation": Relation,
}
LEFT_OUT: dict[str, dict[str, Any]] = {
    "classify": {"route": None, "code": "", "branch": "", "track": None},
    "reply": {"outcome": None, "basis": "《信访工作条例》第三十二条", "document": "信复〔2024〕3号"},
    "serve": {"method": Method.IN_PERSON},
    "extend": {"approver": "李局长", "reason": "案情复杂"},
    "object": {"reason": "不属本机关职权"},
    "recuse": {"reason": "与信访人是近亲属", "decided_by": "李局长"},
    "leave-simple": {"reason": "争议较大"},
    "reopen": {"reason": "出现新的事实"},
    "retract": {"reason": "录入有误"},
    "correct": {"reason": "录入有误"},
    "admit": {"officer": "赵刚", "reason": "协助核查", "by": "王芳", "registered_by": "王芳"},
    "link": {"earlier": "2023-000007", "relation": Relation.REPEAT},
    "unlink": {"earlier": "2023-000007", "reason": "是另一处房屋"},
    "decline": {"other": "市信访局2024-0456号"},
    "divert": {"procedure": "行政复议", "to": "某县人民政府"},
    "ask-review": {"to": "某市公安局"},
    "ask-recheck": {"to": "某省公安厅"},
    "review": {"document": "信复查〔2024〕3号"},
    "recheck": {"document": "信复核〔2024〕1号"},
    "withdraw": {"document": "撤回申请书", "by_petitioner": True},
    "care": {"care": Care.EDUCATION, "text": "上门释法"},
    "assist": {"assistance": Assistance.SOCIAL, "text": "已协助申请临时救助"},
}
"""What a case need not say because nothing follows from it."""
PAPER: dict[str, Any] = {
    "channel": Channel.VISIT,
    "title": "反映拖欠工资",
    "content": "请求协调支付工资",
    "petitioners": (Petitioner("张三", address="城关镇幸福路1号"),),
    "first_unit": UNIT,
}


def paper(received_on: date, **given: Any) -> Registration:
    """A registration that is in order, but for what is given."""
    if isinstance(given.get("source"), str):
        given["source"] = Source(given["source"])
    if given.get("source", Source.DIRECT) is not Source.DIRECT:
        given.setdefault("source_unit", "县信访局")
    if "petitioners" in given:
        given["petitioners"] = tuple(
            Petitioner(**person) if isinstance(person, dict) else person for person in given["petitioners"]
        )
    return Registration(received_on=received_on, **{**PAPER, **given})


def law_of(case: dict[str, Any], kind: Kind) -> Law:
    """The law as the office has set it."""
    office = Office("某县公安局", "410185", kind)
    for setting in case.get("own", []):
        fact = set_option.decide(office, setting["name"], setting["value"], on=setting["on"])
        office = set_option.apply(office, fact)
    return LAW._replace(own=own_rules(office.settings))


def _termed(details: dict[str, Any]) -> dict[str, Any]:
    """The details with the members of the law's terms in place of their names."""
    return {
        name: TERMS[name](value) if name in TERMS and value is not None else value for name, value in details.items()
    }


class History:
    """The entries of one petition; every act asks the act's own guard first."""

    number = "2024-000001"

    def __init__(
        self,
        registration: Registration,
        kind: Kind = Kind.POLICE,
        *,
        on: date | None = None,
        law: Law = LAW,
    ) -> None:
        self.law = law
        self.entries: list[Entry] = []
        on = on or registration.received_on
        self.write("register", module_of("register").decide(registration, kind=kind, own=law.own, on=on))

    def decide(self, act: str, on: date, **details: Any) -> Any:
        """The fact, or the act's refusal; nothing is written."""
        given = LEFT_OUT.get(act, {}) | _termed(details)
        for several in ("co_units", "parties", "bodies", "participants", "attachments", "returning", "evidence"):
            if several in given:
                given[several] = tuple(given[several])
        if "findings" in given:
            given["findings"] = tuple(Finding(*each) for each in given["findings"])
        if act == "retract":
            given = {"act" if name == "of" else name: value for name, value in given.items()}
            return module_of(act).decide(self.entries, on=on, **given)
        asked = inspect.signature(module_of(act).decide).parameters
        given |= {name: value for name, value in (("law", self.law), ("office", OFFICE)) if name in asked}
        if act == "close":
            deadlines = deadlines_of(self.case, self.law)
            subject = Subject(self.case, in_order(self.entries), deadlines, OFFICE, on, closing=True)
            given["findings"] = list(findings(subject))
        return module_of(act).decide(self.case, on=on, **given)

    def do(self, act: str, on: date, **details: Any) -> Entry:
        """Decide and write."""
        return self.write(act, self.decide(act, on, **details))

    def unguarded(self, act: str, on: date, **details: Any) -> Entry:
        """Write what no guard was asked about, as an imported ledger may have it."""
        return self.write(act, getattr(module_of(act), PETITION_ACTS[act].fact)(on, **_termed(details)))

    def write(self, act: str, fact: Any) -> Entry:
        """The entry as it comes back from the ledger: through JSON text."""
        place = len(self.entries) + 1
        stored = json.loads(json.dumps(to_data(fact), ensure_ascii=False))
        entry = Entry(place, self.number, place, act, fact.on, f"{fact.on}T09:00:00+08:00", "王芳", stored)
        assert fact_of(entry) == fact, f"{act} does not survive the ledger"
        self.entries.append(entry)
        return entry

    @property
    def case(self) -> Case:
        """How it stands."""
        return case_of(self.entries)

    @property
    def steps(self) -> list[tuple[date, Case]]:
        """The case after each fact."""
        return list(steps(self.entries))
