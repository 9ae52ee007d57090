"""Set 设置: a dated choice of the office, kept so that an old report can be made again as it was."""

from datetime import date
from typing import NamedTuple

from ..core.errors import BadInput
from ..core.office import Office, Setting

OPTIONS: dict[str, tuple[str, str]] = {
    "office-name": ("", "单位名称，用于报表；机构更名时设定，旧报表仍用旧名"),
    "superior": ("", "上一级机关、单位，受理复查（第三十五条）"),
    "warn-working-days": ("3", "today 提前几个工作日提醒"),
}
"""What may be set: default and meaning."""


class OptionSet(NamedTuple):
    """The value holds from `on`."""

    on: date
    name: str
    value: str


def decide(name: str, value: str, *, on: date) -> OptionSet:
    """The fact. Raises BadInput E116 for an unknown name or a number that is none."""
    if name not in OPTIONS:
        raise BadInput("E116", f"没有“{name}”这个设置项。", remedy=f"可设: {'、'.join(OPTIONS)}")
    if name == "warn-working-days" and not (value.isdecimal() and 1 <= int(value) <= 60):
        raise BadInput("E116", f"“{name}”要写 1 至 60 的整数，不能是“{value}”。", remedy="例如 3")
    return OptionSet(on, name, value)


def apply(office: Office, fact: OptionSet) -> Office:
    """The office with the setting, sorted by day so that the last in force is found last."""
    settings = (*office.settings, Setting(fact.on, fact.name, fact.value))
    return office._replace(settings=tuple(sorted(settings, key=lambda setting: setting.since)))
