"""Set 设置: a dated choice of the office, kept so that an old report can be made again as it was."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..core.errors import BadInput
from ..core.office import COUNTS, DAYS, NONE, PROFILE, Office, Setting

OPTIONS: dict[str, str] = {
    "office-name": "单位名称，用于报表；机构更名时设定，旧报表仍用旧名",
    "superior": "上一级机关、单位，受理复查（第三十五条）",
    "warn-working-days": "today 提前几个工作日提醒",
    "late-entry-days": "check 从晚几天起算补录过迟",
    "group-size": "几人起算集体访、联名信（条例没有写人数）",
    "watched-days": "办结后几日内又来信访的，算没有一次化解（一次性化解率、check）",
    "backlog-months": "积案: 收到满几个月还没有办结，或者办结、终结后几个月以内再访（没有条文，凭实务；按单位的口径设）",
    "document-prefix": "文书文号的机关代字，如“某公”；文号写作某公信告〔2026〕12号",
    "document-contact": "文书上的联系方式：电话、地址",
}
"""What may be set, and what it means. Beside these: `profile`, and `days:…` for limits whose text nobody has read."""
MOST_DAYS = 365


class OptionSet(NamedTuple):
    """The value holds from `on`; what sets time limits, for petitions received from `on`."""

    on: date
    name: str
    value: str


def decide(office: Office, name: str, value: str, *, on: date) -> OptionSet:
    """The fact. Raises BadInput E116 for an unknown name, a value that cannot be meant, days that the law itself states."""
    if name == PROFILE:
        _profile(value, on)
    elif name.startswith(DAYS):
        _own_days(office, name.removeprefix(DAYS), value, on)
    elif name not in OPTIONS:
        raise BadInput(
            "E116", f"没有“{name}”这个设置项。", remedy=f"可设: {'、'.join(OPTIONS)}、{PROFILE}、{DAYS}期限名"
        )
    usual, least, most = COUNTS.get(name, (0, 0, 0))
    if name in COUNTS and not _counts(value, most, least=least):
        raise BadInput("E116", f"“{name}”要写 {least} 至 {most} 的整数，不能是“{value}”。", remedy=f"例如 {usual}")
    return OptionSet(on, name, value)


def _profile(value: str, on: date) -> None:
    from ..rules.instrument import load
    from ..rules.rulebook import PROFILES

    if value not in (NONE, *PROFILES):
        raise BadInput("E116", f"没有“{value}”这个地方规定。", remedy=f"可设: {'、'.join(PROFILES)}；{NONE} 停用")
    if value != NONE and on.year < (instrument := load(f"local-{value}")).year:
        raise BadInput(
            "E116",
            f"{instrument.title}是{instrument.year}年的，不能自 {on} 起适用。",
            remedy=f"xinfang setting set {PROFILE} {value} --on {instrument.year}-…",
        )


def _own_days(office: Office, limit: str, value: str, on: date) -> None:
    from ..rules.rulebook import governing, settable

    may_be_set = settable(office.kind, on)
    if limit not in may_be_set:
        book = governing(office.kind, on, beside=True)
        known = next((each for each in (book.limits if book else ()) if each.name == limit), None)
        if known is None:
            raise BadInput("E116", f"没有“{limit}”这个期限。", remedy=f"可设: {_names(may_be_set)}")
        why = "天数由交办时指定" if known.counts == "given" else "是条文原文"
        raise BadInput(
            "E116", f"{known.label}（{limit}）{why}，不能改。", basis=known.basis, remedy=f"可设: {_names(may_be_set)}"
        )
    if value != NONE and not _counts(value, MOST_DAYS):
        raise BadInput(
            "E116",
            f"“{DAYS}{limit}”要写 1 至 {MOST_DAYS} 的整数，不能是“{value}”。",
            remedy=f"例如 {may_be_set[limit].days}；{NONE} 恢复规则书的天数",
        )


def _names(limits: Iterable[str]) -> str:
    return "、".join(f"{DAYS}{name}" for name in limits)


def _counts(value: str, most: int, *, least: int = 1) -> bool:
    return value.isdecimal() and least <= int(value) <= most


def apply(office: Office, fact: OptionSet) -> Office:
    """The office with the setting, sorted by day so that the last in force is found last."""
    settings = (*office.settings, Setting(fact.on, fact.name, fact.value))
    return office._replace(settings=tuple(sorted(settings, key=lambda setting: setting.since)))
