"""How petitions usually go, for histories to start from."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple


class Try(NamedTuple):
    """An act to be tried `day` days after the petition came in."""

    act: str
    day: int
    details: dict[str, Any]


another = Try("demand", 3, {"text": "请求补缴社会保险", "category": "appeal", "route": 6})
appeal = Try("classify", 0, {"category": "appeal", "route": 6, "track": "ordinary"})
accepted = Try("accept", 3, {"unit": "城关派出所", "told": True})
replied = Try("reply", 30, {"outcome": "support"})
under_review = [
    appeal,
    accepted,
    Try("reply", 30, {"outcome": "refuse"}),
    Try("serve", 30, {}),
    Try("ask-review", 45, {}),
]
STORIES: list[list[Try]] = [
    [],
    [appeal, accepted],
    [appeal, accepted, Try("extend", 45, {"days": 30})],
    [appeal, accepted, replied],
    [appeal, accepted, Try("withdraw", 20, {})],
    [appeal, accepted, another],
    [appeal, accepted, another, Try("reply", 30, {"demand": 1, "outcome": "support"})],
    [
        appeal,
        accepted,
        Try("demand", 3, {"text": "不服行政处罚", "category": "appeal", "route": 4}),
        Try("divert", 5, {"demand": 2}),
    ],
    [Try("classify", 0, {"category": "appeal", "route": 1}), Try("divert", 5, {})],
    [
        Try("procedure", 0, {"step": "not-filed"}),
        Try("procedure", 2, {"step": "not-filed-served"}),
        Try("procedure", 8, {"step": "filing-reconsider-asked"}),
        Try("procedure", 30, {"step": "filing-reconsider-extended", "days": 30}),
    ],
    [appeal, accepted, replied, Try("serve", 40, {}), Try("close", 45, {})],
    [
        *(appeal, accepted, replied, Try("serve", 40, {}), Try("close", 45, {})),
        Try("link", 50, {"earlier": "2023-000007", "relation": "repeat"}),
        Try("unlink", 60, {"earlier": "2023-000007", "reason": "不是同一事项"}),
    ],
    [appeal, accepted, Try("mediate", 12, {"settlement": "agreed", "text": "分期付清", "perform_by": None})],
    [
        appeal,
        accepted,
        Try("reply", 30, {"outcome": "support", "perform_by": date(2027, 6, 1)}),
        Try("serve", 30, {}),
        Try("carry-out", 45, {"text": "已付清"}),
    ],
    [*under_review, Try("review", 60, {"decision": "redo"}), Try("serve", 61, {})],
    [
        *under_review,
        Try("settle-request", 46, {"accepted": False, "reason": "向无权的机关提出"}),
        Try("ask-review", 60, {}),
    ],
    [
        *under_review[:-1],
        Try("close", 60, {}),
        Try("ask-review", 60, {}),
        Try("settle-request", 61, {"accepted": True}),
    ],
    [*under_review[:-1], Try("conclude", 75, {"lapsed": True})],
    [*under_review, Try("review", 60, {"decision": "uphold"}), Try("serve", 61, {}), Try("ask-recheck", 66, {})],
    [
        *under_review,
        Try("review", 45, {"decision": "uphold"}),
        Try("serve", 45, {}),
        Try("ask-recheck", 60, {}),
        Try("hear", 61, {"stage": "convene", "held_on": date(2027, 6, 1), "place": "第一会议室"}),
        Try("hear", 66, {"stage": "start"}),
        Try("hear", 75, {"stage": "finish", "conclusion": "事实清楚"}),
        Try("recheck", 75, {"decision": "uphold"}),
        Try("serve", 90, {}),
        Try("conclude", 90, {}),
    ],
    [Try("classify", 0, {"category": "suggestion"}), Try("reply", 5, {"outcome": "adopt"})],
    [
        Try("classify", 0, {"category": "suggestion"}),
        Try("close", 5, {"result": "已转有关部门研究"}),
        Try("reopen", 20, {}),
    ],
    [Try("forward", 2, {"unit": "刑侦大队", "told": False}), Try("assign", 8, {"unit": "城关派出所"})],
    [
        Try("forward", 2, {"unit": "刑侦大队", "told": False}),
        Try("receive", 3, {}),
        Try("object", 5, {}),
        Try("settle-objection", 8, {"agreed": True}),
        Try("assign", 8, {"unit": "城关派出所", "officer": "李明"}),
        Try("receive", 12, {}),
    ],
    [
        Try("forward", 2, {"unit": "刑侦大队", "told": False}),
        Try("negotiate", 5, {"parties": ["某县公安局"], "failed": True}),
        Try("designate", 8, {"unit": "城关派出所", "decided_by": "某市公安局"}),
    ],
    [Try("object", 2, {}), Try("settle-objection", 5, {"agreed": True}), Try("reopen", 8, {})],
    [appeal, accepted, Try("simple", 5, {"eligibility": "clear"}), Try("leave-simple", 12, {})],
    [Try("redirect", 5, {"to": "县人力资源和社会保障局"})],
    [Try("object", 2, {}), appeal, Try("accept", 8, {"unit": "城关派出所", "told": False})],
    [
        Try("decline", 3, {"ground": "concluded"}),
        Try("reopen", 8, {}),
        appeal,
        Try("accept", 12, {"unit": "刑侦大队", "told": True}),
    ],
]
"""How petitions usually go, to start from: tried act by act like everything else."""
