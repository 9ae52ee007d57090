"""The paper as it came in: who raised what, how, and who met it first (条例第十九条; fields of the register)."""

from datetime import date
from typing import NamedTuple

from .errors import BadInput
from .terms import Channel, PersonKind, Source

HEADCOUNT_AT_MOST = 10_000_000
"""More people than come: a slip of the finger, such as a telephone number in the wrong field."""


def check_headcount(count: int, *, least: int, remedy: str) -> int:
    """So many people as can have come. Raises BadInput E108, with the remedy of whoever asked."""
    if not least <= count <= HEADCOUNT_AT_MOST:
        raise BadInput("E108", f"人数 {count} 不在 {least} 至 {HEADCOUNT_AT_MOST} 之间。", remedy=remedy)
    return count


class Petitioner(NamedTuple):
    """信访人. All that identifies a person is here and nowhere else.

    id_doubtful: the number fails its check digit and was kept on purpose.
    representative: one of the at most five of 第二十条第三款. agent: 代理人, with 授权委托书.
    """

    name: str = ""
    kind: PersonKind = PersonKind.PERSON
    id_number: str = ""
    id_doubtful: bool = False
    phone: str = ""
    address: str = ""
    representative: bool = False
    agent: str = ""


class Registration(NamedTuple):
    """登记表: what was taken down. Corrected by `correct`, except the first receiver, fixed for ever."""

    received_on: date
    channel: Channel
    title: str
    content: str
    petitioners: tuple[Petitioner, ...] = ()
    source: Source = Source.DIRECT
    source_unit: str = ""
    """Who forwarded or assigned it to this office."""
    source_number: str = ""
    report_by: date | None = None
    """For an assigned petition: the day by which the assigner wants the report (第二十二条第一款第三项)."""
    anonymous: bool = False
    address_unclear: bool = False
    confidential: bool = False
    headcount: int = 1
    involved_count: int | None = None
    joint_letter: bool = False
    respondent: str = ""
    """Who is accused or complained of, in the petitioner's words."""
    respondent_unit: str = ""
    """The unit the accused belongs to, where somebody made sure of it."""
    demand: str = ""
    facts: str = ""
    reasons: str = ""
    purpose: str = ""
    occurred_on: date | None = None
    region: str = ""
    level_skipping: bool = False
    litigation: bool = False
    urgent: bool = False
    prior_process: str = ""
    competent_unit: str = ""
    repeat_of: str = ""
    police_case: str = ""
    hotline_ticket: str = ""
    national_number: str = ""
    first_unit: str = ""
    first_officer: str = ""
    key: str = ""
    """A script's own key: registering again under it changes nothing."""
    import_key: str = ""
    """What tells the row of an imported ledger from every other, so that importing again adds nothing twice."""

    @property
    def notice_owed(self) -> bool:
        """False where the name or the address is unclear (第二十三条第二款)."""
        return not (self.anonymous or self.address_unclear)
