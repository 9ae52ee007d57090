"""Every act: its name in the ledger, its module here, its fact, and the word people read.

Modules are imported when the act is first met: a command that shows one petition loads the acts of that petition only.
"""

from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from ..core.codec import from_data
from ..core.entry import Entry


class Act(NamedTuple):
    """module: file in this folder. fact: its class there. label: 中文."""

    module: str
    fact: str
    label: str


PETITION_ACTS: dict[str, Act] = {
    "register": Act("register", "Registered", "登记"),
    "correct": Act("correct", "Corrected", "更正"),
    "classify": Act("classify", "Classified", "甄别分类"),
    "inform": Act("inform", "Informed", "告知"),
    "accept": Act("accept", "Accepted", "受理"),
    "decline": Act("decline", "Declined", "不予受理"),
    "redirect": Act("redirect", "Redirected", "告知另提"),
    "forward": Act("forward", "Forwarded", "转送"),
    "receive": Act("receive", "Received", "签收"),
    "object": Act("object", "Objected", "异议"),
    "settle-objection": Act("settle_objection", "ObjectionSettled", "异议核实"),
    "negotiate": Act("negotiate", "Negotiated", "协商受理"),
    "designate": Act("designate", "Designated", "指定受理"),
    "assign": Act("assign", "Assigned", "交办"),
    "recuse": Act("recuse", "Recused", "回避"),
    "simple": Act("simple", "Simplified", "简易办理"),
    "leave-simple": Act("leave_simple", "SimpleLeft", "转普通程序"),
    "extend": Act("extend", "Extended", "延期"),
    "hear": Act("hear", "Heard", "听证"),
    "mediate": Act("mediate", "Mediated", "调解和解"),
    "reply": Act("reply", "Replied", "答复"),
    "serve": Act("serve", "Served", "送达"),
    "carry-out": Act("carry_out", "CarriedOut", "执行"),
    "ask-review": Act("ask_review", "ReviewAsked", "申请复查"),
    "settle-request": Act("settle_request", "RequestSettled", "申请审查"),
    "review": Act("review", "Reviewed", "复查"),
    "ask-recheck": Act("ask_recheck", "RecheckAsked", "申请复核"),
    "recheck": Act("recheck", "Rechecked", "复核"),
    "conclude": Act("conclude", "Concluded", "终结"),
    "resolve": Act("resolve", "Resolved", "化解"),
    "care": Act("care", "Cared", "疏导帮扶"),
    "assist": Act("assist", "Assisted", "救助"),
    "withdraw": Act("withdraw", "Withdrawn", "撤回"),
    "close": Act("close", "Closed", "办结"),
    "reopen": Act("reopen", "Reopened", "恢复办理"),
    "retract": Act("retract", "Retracted", "撤销记载"),
    "demand": Act("demand", "Demanded", "诉求"),
    "divert": Act("divert", "Diverted", "导入法定程序"),
    "procedure": Act("procedure", "Proceeded", "公安程序"),
    "supervise": Act("supervise", "Supervised", "督办"),
    "advise": Act("advise", "Advised", "提出建议"),
    "adopt": Act("adopt", "Adopted", "采纳反馈"),
    "sponsor": Act("sponsor", "Sponsored", "领导包案"),
    "diagnose": Act("diagnose", "Diagnosed", "研判"),
    "urgent": Act("urgent", "UrgentReported", "紧急报告"),
    "leader-visit": Act("leader_visit", "LeaderMet", "领导接访"),
    "inspect": Act("inspect", "Inspected", "案件评查"),
    "rate": Act("rate", "Rated", "满意度评价"),
    "follow-up": Act("follow_up", "FollowedUp", "回访"),
    "link": Act("link", "Linked", "关联"),
    "unlink": Act("unlink", "Unlinked", "解除关联"),
    "note": Act("note", "Noted", "记事"),
    "admit": Act("admit", "Admitted", "准予查看"),
    "letter": Act("letter", "Lettered", "制作文书"),
    "reveal": Act("reveal", "Revealed", "查看明文"),
}

OFFICE_ACTS: dict[str, Act] = {
    "found": Act("found", "Founded", "建账"),
    "add-unit": Act("add_unit", "UnitAdded", "加单位"),
    "add-officer": Act("add_officer", "OfficerAdded", "加经办人"),
    "set-option": Act("set_option", "OptionSet", "设置"),
    "adopt-calendar": Act("adopt_calendar", "CalendarAdopted", "导入节假日安排"),
    "adopt-categories": Act("adopt_categories", "CategoriesAdopted", "导入内容分类"),
}


def module_of(act: str) -> Any:
    """The module of an act. Raises KeyError for a name no version of the program wrote."""
    return _loaded(act)[0]


def fact_of(entry: Entry) -> Any:
    """The entry's fact as the value it was."""
    return from_data(_loaded(entry.act)[1], entry.data, on=entry.on)


@cache
def _loaded(act: str) -> tuple[Any, type]:
    known = PETITION_ACTS.get(act) or OFFICE_ACTS[act]
    module = import_module(f".{known.module}", __package__)
    return module, getattr(module, known.fact)
