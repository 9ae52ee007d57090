"""A petition written down act by act, as the desk does it: decide, to JSON, an entry, and the facts added up again."""

from __future__ import annotations

import inspect
import json
from datetime import date
from typing import Any

from xinfang.acts.registry import fact_of, module_of
from xinfang.acts.replay import case_of, steps
from xinfang.core.case import Case
from xinfang.core.codec import to_data
from xinfang.core.entry import Entry
from xinfang.core.petition import Petitioner, Registration
from xinfang.core.terms import Category, Channel, Ground, Kind, Method, Outcome, Source, Track
from xinfang.rules.calendar import Calendar
from xinfang.rules.law import Law

LAW = Law(Calendar())
UNIT = "某县公安局"
TERMS = {"category": Category, "track": Track, "outcome": Outcome, "ground": Ground, "method": Method}
LEFT_OUT: dict[str, dict[str, Any]] = {
    "classify": {"route": None, "code": "", "branch": "", "track": Track.ORDINARY},
    "reply": {"outcome": None},
    "serve": {"method": Method.IN_PERSON},
    "extend": {"approver": "李局长", "reason": "案情复杂"},
    "object": {"reason": "不属本机关职权"},
    "reopen": {"reason": "出现新的事实"},
    "retract": {"reason": "录入有误"},
    "correct": {"reason": "录入有误"},
    "decline": {"other": "市信访局2024-0456号"},
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
        self.write("register", module_of("register").decide(registration, kind=kind, on=on))

    def decide(self, act: str, on: date, **details: Any) -> Any:
        """The fact, or the act's refusal; nothing is written."""
        given = LEFT_OUT.get(act, {}) | {
            name: TERMS[name](value) if name in TERMS and value is not None else value
            for name, value in details.items()
        }
        if "co_units" in given:
            given["co_units"] = tuple(given["co_units"])
        if act == "retract":
            given = {"act" if name == "of" else name: value for name, value in given.items()}
            return module_of(act).decide(self.entries, on=on, **given)
        if "law" in inspect.signature(module_of(act).decide).parameters:
            given["law"] = self.law
        return module_of(act).decide(self.case, on=on, **given)

    def do(self, act: str, on: date, **details: Any) -> Entry:
        """Decide and write."""
        return self.write(act, self.decide(act, on, **details))

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
        case = case_of(self.entries)
        assert case is not None
        return case

    @property
    def steps(self) -> list[tuple[date, Case]]:
        """The case after each fact."""
        return list(steps(self.entries))
