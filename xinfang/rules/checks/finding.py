"""A check looks at one petition and tells what the office has left undone; it never refuses."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...core.case import Case
from ...core.entry import Entry
from ...core.office import Office
from .. import articles
from ..deadline import Deadline


class Subject(NamedTuple):
    """What a check looks at: one petition as it stands at the end of the day `on`.

    entries: what was written down and holds, in the order in which it took effect. office: whose units may be one above
    the other, and how it has set what may be set. closing: whether it is about to be closed, so that what could still
    wait is looked at too. again: on which days the same matter was raised again.
    """

    case: Case
    entries: Sequence[Entry]
    deadlines: Sequence[Deadline]
    office: Office
    on: date
    closing: bool = False
    again: Sequence[date] = ()

    def facts(self, act: str) -> list[Entry]:
        """The entries of that act."""
        return [entry for entry in self.entries if entry.act == act]

    @property
    def answers(self) -> list[Entry]:
        """The last answer; of several demands as many, for one opinion may answer all."""
        return self.facts("reply")[-max(1, len(self.case.demands)) :]

    def numbered(self, acts: Sequence[Entry], kind: str) -> bool:
        """Whether one of the acts has a numbered document: typed with it, or of that kind made of it, if only as a draft."""
        about = {0, *(entry.turn for entry in acts)}
        made = (e.data for e in self.facts("letter") if e.data["letter"] == kind and e.data.get("about", 0) in about)
        return any(entry.data.get("document") for entry in acts) or any(made)

    def cite(self, name: str) -> str:
        """Instrument and article of that name, as the petition is governed by them."""
        return articles.cite(name, self.case.registration.received_on)

    def number(self, setting: str) -> int:
        """What the office has set."""
        return self.office.number(setting, on=self.on)


class Seen(NamedTuple):
    """What a check saw: in words, by which article, and the command that puts it right (none: it is past mending)."""

    what: str
    article: str
    remedy: str = ""


class Check(NamedTuple):
    """label: 中文, as reports print it. situation: the trigger of 督办 it amounts to (core/oversight.Situation), or empty.

    after_end: what asks for something after the petition's end: 办结 is not 化解, nor execution (第三十二条第二款). It
    keeps no petition from being closed, and is looked for among ended ones too.
    """

    label: str
    situation: str
    look: Callable[[Subject], Iterator[Seen]]
    after_end: bool = False


class Finding(NamedTuple):
    """A check's result, told of one petition. unit: who had it. blocks: whether it keeps the petition from being closed."""

    number: str
    check: str
    label: str
    what: str
    article: str
    remedy: str
    unit: str
    situation: str
    blocks: bool
