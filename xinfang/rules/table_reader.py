"""Reading one TOML table of a rulebook key by key; whatever is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from ..core.case import ATTRIBUTES, ENDINGS
from ..core.errors import BadInput
from ..core.events import EVENTS
from ..core.terms import ROUTES, Category, Kind, Source, Track
from .limit import Condition

Name = TypeVar("Name", bound=str)
ENDED = "ended"
"""In `ended_by`: whatever ends the petition at this office (core/case.ENDINGS)."""
VALUES: dict[str, tuple[object, ...]] = {
    "kind": tuple(Kind),
    "source": tuple(Source),
    "category": ("", *Category),
    "route": (0, *ROUTES),
    "track": tuple(Track),
    "notice_owed": (True, False),
    "litigation": (True, False),
    "repeat": (True, False),
    "simple": (True, False),
}
"""What a condition may compare each of ATTRIBUTES with; "" and 0: not classified yet. A misspelt value would never hold."""


class TableReader:
    """Takes the keys of a TOML table one by one and complains about each that is wrong, missing or left over."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.table = table
        self.where = where
        self.left = set(table)

    def wrong(self, what: str) -> BadInput:
        """The refusal E112, with the table's place."""
        return BadInput("E112", f"{self.where}: {what}。", remedy="改正规则书文件后再试；没有条文出处的值不能加载")

    def take(self, key: str, default: Any = None) -> Any:
        """The value as TOML has it; the key counts as read."""
        self.left.discard(key)
        return self.table.get(key, default)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"缺少“{key}”（应为文字）")
        return value

    def one_of(self, key: str, allowed: tuple[Name, ...]) -> Name:
        """One of these words."""
        value = self.text(key)
        for name in allowed:
            if name == value:
                return name
        raise self.wrong(f"“{key}”不能是“{value}”，可用: {'、'.join(allowed)}")

    def count(self, key: str) -> int:
        """How many days, hours, months or times: from 1 to the days of ten years."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 3660:
            raise self.wrong(f"“{key}”应为正整数")
        return value

    def events(self, key: str, *, required: bool = False, endings: bool = False) -> tuple[str, ...]:
        """Names of events; endings: ENDED may stand for every event that ends a petition."""
        value = self.take(key, [])
        names = [value] if isinstance(value, str) else value
        if endings and isinstance(names, list) and ENDED in names:
            names = [*(name for name in names if name != ENDED), *sorted(ENDINGS)]
        if not isinstance(names, list):
            raise self.wrong(f"“{key}”应为事件名")
        if required and not names:
            raise self.wrong(f"缺少“{key}”")
        for name in names:
            if not isinstance(name, str) or not (name in EVENTS or _is_police_step(name)):
                raise self.wrong(f"“{key}”里没有“{name}”这个事件")
        return tuple(names)

    def values_of_starts(self, key: str) -> tuple[str, ...]:
        """Values of the event that starts the limit; only proposals are told apart so far."""
        from ..core.oversight import Proposal  # hardly any book asks: start-up does not pay for it

        value = self.take(key)
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or self.table.get("starts") != "advised":
            raise self.wrong(f"“{key}”应为起算事件 advised 的取值: {'、'.join(Proposal)}")
        for each in values:
            if each not in list(Proposal):
                raise self.wrong(f"“{key}”不能是“{each}”，可用: {'、'.join(Proposal)}")
        return tuple(values)

    def event(self, key: str) -> str:
        """The name of one event."""
        names = self.events(key, required=True)
        if len(names) > 1:
            raise self.wrong(f"“{key}”只能写一个事件")
        return names[0]

    def day(self, key: str) -> date:
        """A day, without a time."""
        value = self.take(key)
        if type(value) is not date:
            raise self.wrong(f"“{key}”应为日期")
        return value

    def truth(self, key: str) -> bool:
        """true or false; left out, it is false."""
        value = self.take(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"“{key}”应为 true 或 false")
        return value

    def condition(self, key: str) -> Condition:
        """What has to hold of a petition: each of ATTRIBUTES named, with the values it may have."""
        value = self.take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(f"“{key}”应为条件表")
        condition = {name: tuple(v) if isinstance(v, list) else (v,) for name, v in value.items()}
        for name, values in condition.items():
            if name not in ATTRIBUTES:
                raise self.wrong(f"“{key}”里没有“{name}”这个条件")
            for each in values:
                # True equals 1 in Python; a route is no yes or no.
                if each not in VALUES[name] or isinstance(each, bool) != isinstance(VALUES[name][0], bool):
                    raise self.wrong(f"“{key}”的 {name} 不能是“{each}”")
        return condition

    def parts(self, key: str, *, at_most: int | None = None) -> list[TableReader]:
        """Readers of the tables under that key; a single one need not stand in a list."""
        value = self.take(key, [])
        tables = [value] if isinstance(value, dict) else value
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong(f"“{key}”应为表")
        if at_most is not None and len(tables) > at_most:
            raise self.wrong(f"“{key}”只能写一次")
        return [TableReader(table, f"{self.where}.{key}") for table in tables]

    def finish(self) -> None:
        """Raises BadInput E112 for a key that nobody read."""
        if self.left:
            raise self.wrong(f"认不出的键: {'、'.join(sorted(self.left))}")


def _is_police_step(name: str) -> bool:
    # Late: only the police's own procedures name them, and every command reads the other rulebooks.
    from ..core.police_steps import STEPS

    return name in STEPS
