"""Acts tried in any order on any day: those that the law allows are kept, and make any history there can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from xinfang.core.case import Case
from xinfang.core.errors import Problem
from xinfang.core.office import Setting
from xinfang.core.police_steps import PoliceStep
from xinfang.core.terms import Kind
from xinfang.rules.law import Law, own_rules

from .history import LAW, History, paper
from .stories import STORIES, Try

UNITS = ("城关派出所", "刑侦大队", "某县公安局")
OFFICERS = ("李明", "王芳")


units = st.sampled_from(UNITS)
tracks = st.sampled_from(["ordinary", "simple", "difficult"])
DETAILS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "classify": st.one_of(
        st.fixed_dictionaries({"category": st.just("appeal"), "route": st.just(6), "track": tracks}),
        st.fixed_dictionaries({"category": st.just("appeal"), "route": st.integers(1, 6), "track": tracks}),
        st.fixed_dictionaries({"category": st.sampled_from(["suggestion", "accusation"])}),
    ),
    "inform": st.just({}),
    "accept": st.fixed_dictionaries({"unit": units, "told": st.booleans()}),
    "decline": st.just({"ground": "in-progress"}),
    "redirect": st.just({"to": "县人力资源和社会保障局"}),
    "forward": st.fixed_dictionaries({"unit": units, "told": st.booleans()}),
    "receive": st.sampled_from([{}, {"unit": "城关派出所"}]),
    "object": st.sampled_from([{}, {"late_reason": "转送单在途中"}]),
    "settle-objection": st.fixed_dictionaries({"agreed": st.booleans()}),
    "negotiate": st.one_of(
        st.fixed_dictionaries({"parties": st.lists(units, min_size=1, max_size=2), "failed": st.just(True)}),
        st.fixed_dictionaries({"parties": st.just(list(UNITS)), "taker": units}),
    ),
    "designate": st.fixed_dictionaries(
        {"unit": units, "decided_by": st.just("某市公安局")}, optional={"succession": st.just("merged")}
    ),
    "recuse": st.fixed_dictionaries({"officer": st.sampled_from(OFFICERS)}, optional={"replaced_by": st.just("王芳")}),
    "simple": st.just({"eligibility": "clear"}),
    "leave-simple": st.just({}),
    "assign": st.fixed_dictionaries(
        {"unit": units, "report_by": st.none() | st.dates(date(2022, 4, 1), date(2026, 12, 31))},
        optional={"officer": st.sampled_from(OFFICERS)},
    ),
    "extend": st.fixed_dictionaries({"days": st.integers(1, 31)}),
    "reply": st.fixed_dictionaries(
        {"outcome": st.sampled_from(["support", "refuse", "explain", "adopt", "answered"])},
        optional={"demand": st.integers(1, 4)},
    ),
    "demand": st.one_of(
        st.fixed_dictionaries(
            {"text": st.just("请求补缴社会保险"), "category": st.just("appeal"), "route": st.sampled_from([6, 6, 4, 5])}
        ),
        st.just({"text": "建议公开办事流程", "category": "suggestion"}),
        st.fixed_dictionaries({"part": st.integers(1, 3), "category": st.just("appeal"), "route": st.integers(1, 6)}),
    ),
    "divert": st.fixed_dictionaries({"told": st.booleans()}, optional={"demand": st.integers(1, 4)}),
    "procedure": st.one_of(
        st.fixed_dictionaries({"step": st.sampled_from([step.value for step in PoliceStep])}),
        st.fixed_dictionaries(
            {
                "step": st.sampled_from(["filing-reconsider-extended", "filing-recheck-extended"]),
                "days": st.integers(1, 31),
            }
        ),
    ),
    "serve": st.sampled_from([{}, {"method": "post", "proof": "EMS1"}]),
    "hear": st.sampled_from(
        [
            {"stage": "convene", "held_on": date(2027, 6, 1), "place": "第一会议室"},
            {"stage": "start"},
            {"stage": "finish", "conclusion": "事实清楚"},
        ]
    ),
    "mediate": st.one_of(
        st.fixed_dictionaries(
            {
                "settlement": st.just("agreed"),
                "text": st.just("分期付清"),
                "perform_by": st.none() | st.dates(date(2022, 4, 1), date(2027, 12, 31)),
            }
        ),
        st.just({"settlement": "failed", "text": "没有谈成"}),
    ),
    "carry-out": st.just({"text": "已付清"}),
    "ask-review": st.sampled_from([{}, {"late_reason": "住院治疗"}]),
    "review": st.fixed_dictionaries({"decision": st.sampled_from(["uphold", "change", "revoke", "redo"])}),
    "ask-recheck": st.sampled_from([{}, {"late_reason": "住院治疗"}]),
    "settle-request": st.fixed_dictionaries({"accepted": st.booleans(), "reason": st.just("不属本级复查范围")}),
    "recheck": st.fixed_dictionaries({"decision": st.sampled_from(["uphold", "uphold", "redo"])}),
    "conclude": st.fixed_dictionaries({"lapsed": st.booleans()}),
    "resolve": st.sampled_from(
        [{"resolution": "met"}, {"resolution": "performed"}, {"resolution": "desisted", "document": "息访承诺书"}]
    ),
    "care": st.just({}),
    "assist": st.just({}),
    "withdraw": st.just({}),
    "close": st.sampled_from([{}, {"result": "已导入"}, {"despite": "信访人撤回"}]),
    "reopen": st.just({}),
    "admit": st.fixed_dictionaries({"withdraw": st.booleans()}),
    "supervise": st.one_of(
        st.fixed_dictionaries(
            {
                "situation": st.sampled_from(["s-handle-late", "s-evasive", "s-repeat"]),
                "text": st.just("说明情况"),
                "answer_by": st.dates(date(2022, 4, 1), date(2027, 12, 31)),
            }
        ),
        st.fixed_dictionaries(
            {
                "supervision": st.sampled_from(["answered", "closed"]),
                "part": st.integers(0, 2),
                "text": st.just("已整改"),
                "despite": st.sampled_from(["", "情形已消除"]),
            }
        ),
    ),
    "letter": st.fixed_dictionaries({"letter": st.sampled_from(["opinion", "notice"]), "sequence": st.integers(0, 3)}),
    "advise": st.fixed_dictionaries(
        {
            "proposal": st.sampled_from(["improve", "policy", "accountability"]),
            "to": units,
            "text": st.just("公开流程"),
        }
    ),
    "adopt": st.fixed_dictionaries(
        {
            "adoption": st.sampled_from(["adopted", "partly", "not"]),
            "part": st.integers(0, 2),
            "text": st.just("已研究"),
        }
    ),
    "sponsor": st.one_of(
        st.fixed_dictionaries({"leader": st.sampled_from(["王建国", "陈志强"])}),
        st.fixed_dictionaries({"sponsorship": st.sampled_from(["visited", "reported"]), "text": st.just("约见信访人")}),
    ),
    "diagnose": st.fixed_dictionaries(
        {
            "cause": st.sampled_from(["justified", "not-ours", "our-fault", "needs-help", "unfinished"]),
            "measure": st.just("督促支付工资"),
            "finish_by": st.dates(date(2022, 4, 1), date(2027, 12, 31)),
        }
    ),
    "urgent": st.fixed_dictionaries(
        {
            "report": st.sampled_from(["first", "further", "final"]),
            "bodies": st.just(["县委县政府"]),
            "facts": st.just("二十余人聚集"),
        }
    ),
    "leader-visit": st.fixed_dictionaries(
        {"meeting": st.sampled_from(["reception", "appointment", "down-visit"]), "leader": st.just("王建国")}
    ),
    "inspect": st.just({"grade": "passed", "findings": [["告知", "按期"]], "score": 90}),
    "rate": st.fixed_dictionaries(
        {
            "rated_body": st.sampled_from(["office", "unit"]),
            "rating": st.sampled_from(["satisfied", "dissatisfied", "not-rated"]),
        }
    ),
    "follow-up": st.just({"way": "phone", "satisfied": True}),
    "link": st.fixed_dictionaries(
        {
            "earlier": st.sampled_from(["2023-000007", "2024-000001", "2021-000003"]),
            "relation": st.sampled_from(["repeat", "repeat", "related"]),
        }
    ),
    "unlink": st.fixed_dictionaries({"earlier": st.sampled_from(["2023-000007", "2021-000003"])}),
    "note": st.just({"text": "电话联系"}),
    "retract": st.one_of(
        st.just({}),
        st.fixed_dictionaries({"turn": st.integers(1, 12)}),
        st.fixed_dictionaries(
            {
                "of": st.sampled_from(
                    [
                        "accept",
                        "classify",
                        "reply",
                        "close",
                        "extend",
                        "reopen",
                        "serve",
                        "mediate",
                        "settle-request",
                        "review",
                        "hear",
                        "forward",
                        "receive",
                        "object",
                        "settle-objection",
                        "demand",
                        "divert",
                        "procedure",
                    ]
                )
            }
        ),
    ),
    "correct": st.fixed_dictionaries(
        {
            "changes": st.sampled_from(
                [
                    {"title": "反映拖欠工资问题"},
                    {"address_unclear": True},
                    {"source": "forwarded", "source_unit": "县信访局"},
                    {"received_on": "2022-04-29"},
                    {"received_on": "2024-09-20"},
                    {"received_on": "2024-09-27"},
                    {"repeat_of": "2023-000007"},
                ]
            )
        }
    ),
}
# What leads somewhere is tried more often, or few histories would get as far as an answer.
LIKELY = ["classify", "accept", "extend", "reply", "serve", "close", "reopen", "assign", "forward"]
# Few days, so that acts meet on one day, cross each other's, and hit the ends of 5 working, 15, 60 and 90 days.
offsets = st.sampled_from([-2, -1, 0, 0, 1, 2, 3, 5, 8, 12, 15, 16, 20, 30, 45, 60, 61, 66, 75, 90])
tries = st.sampled_from([*DETAILS, *LIKELY, *LIKELY]).flatmap(
    lambda act: st.builds(Try, st.just(act), offsets, DETAILS[act])
)
papers = st.one_of(
    st.builds(paper, st.dates(date(2022, 4, 25), date(2022, 5, 5)), source=st.sampled_from(["direct", "forwarded"])),
    st.builds(paper, st.dates(date(2024, 8, 1), date(2024, 9, 30)), source=st.sampled_from(["direct", "forwarded"])),
    st.builds(paper, st.dates(date(2026, 9, 1), date(2026, 12, 1)), source=st.just("assigned")),
)
kinds = st.sampled_from(Kind)
attempts = st.builds(list.__add__, st.sampled_from(STORIES), st.lists(tries, min_size=1, max_size=10))
settings_ = st.builds(
    Setting,
    st.dates(date(2022, 4, 20), date(2024, 9, 30)),
    st.just("profile"),
    st.sampled_from(["zhejiang", "henan", "beijing", "shandong", "shanghai", "none"]),
) | st.builds(
    Setting,
    st.dates(date(2022, 4, 20), date(2024, 9, 30)),
    st.sampled_from(["days:reply-simple", "days:accept-simple", "days:rate", "days:inform", "days:reply-redo"]),
    st.sampled_from(["3", "20", "none"]),
)
laws = st.lists(settings_, min_size=1, max_size=3).map(
    lambda chosen: LAW._replace(own=own_rules(sorted(chosen, key=lambda each: each.since)))
)
"""The law as an office may have set it: regional regulations and days of its own, from days about those of the papers."""


@st.composite
def histories(draw: st.DrawFn, law: st.SearchStrategy[Law] | None = None) -> History:
    """A petition after any lawful sequence of acts: in order, late, corrected, retracted, ended and taken up again.

    law: as it may have been set, else as it is shipped.
    """
    history = History(draw(papers), draw(kinds), law=draw(law) if law is not None else LAW)
    for _ in tried(history, draw(attempts)):
        pass
    return history


def tried(history: History, wanted: list[Try]) -> Iterator[tuple[Try, Case]]:
    """Tries each act; gives those that were allowed with the case before them."""
    received = history.case.registration.received_on
    for attempt in wanted:
        before = history.case
        try:
            history.do(attempt.act, received + timedelta(days=attempt.day), **attempt.details)
        except Problem:
            assert history.case == before
            continue
        yield attempt, before
