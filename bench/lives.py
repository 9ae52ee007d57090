"""What comes after what a ledger's rows tell: `python bench/lives.py LEDGER CSV`.

Repeats, places and branches, supervision, advice, ratings, inspections and sponsors, each for a small share of the
petitions that `import` made of that CSV file. Who gets what follows from the key alone, so that a month alone has what
its petitions have among all others. Written as an import writes: no guard is asked.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from texts import LAST

from xinfang.acts.adopt import Adopted
from xinfang.acts.advise import Advised
from xinfang.acts.classify import Classified
from xinfang.acts.correct import Corrected
from xinfang.acts.inspect import Finding, Inspected
from xinfang.acts.link import Linked
from xinfang.acts.rate import Rated
from xinfang.acts.replay import steps
from xinfang.acts.sponsor import Sponsored
from xinfang.acts.supervise import Supervised
from xinfang.core.codec import to_data
from xinfang.core.links import Relation
from xinfang.core.numbers import number_of
from xinfang.core.oversight import Adoption, Grade, Proposal, RatedBody, Rating, Situation, SupervisionStep
from xinfang.core.terms import Category
from xinfang.projections.case_rows import rows_of
from xinfang.store import projected
from xinfang.store.ledger import Writer
from xinfang.workflows import clock
from xinfang.workflows.desk import Desk

AT_ONCE = 2000
EARLIER = 40
"""How many petitions before a repeat its first one stands: a few hours at full size."""
BRANCHES, REGIONS = ("治安", "刑侦", "交管"), ("城关镇", "东关乡", "河西街道", "柳林镇")
SITUATIONS = (Situation.HANDLE_LATE, Situation.NOTIFY_LATE, Situation.EVASIVE, Situation.PROCEDURE)
RATINGS = (Rating.SATISFIED, Rating.SATISFIED, Rating.BASIC, Rating.DISSATISFIED)
Facts = list[tuple[str, Any]]
"""Act and fact."""


class Petition(NamedTuple):
    """A row of the CSV file. place: which of all petitions it is. Days are None for what had not happened."""

    place: int
    number: str
    received: date
    unit: str
    replied: date | None
    served: date | None


def petitions(table: Path) -> Iterator[Petition]:
    """Those of the file, under the numbers that the import gave them: the next of the year in the file's order."""
    given: Counter[int] = Counter()
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            received = date.fromisoformat(row["收到日期"])
            given[received.year] += 1
            number = number_of(received.year, given[received.year])
            replied, served = _day(row["答复日期"]), _day(row["送达日期"])
            yield Petition(int(row["编号"][1:]), number, received, row["承办单位"], replied, served)


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def lives(table: Path) -> Iterator[tuple[str, Facts]]:
    """The number of each petition that something more happens to, and what."""
    firsts: dict[int, str] = {}
    for petition in petitions(table):
        facts = [*_known_better(petition), *_overseen(petition), *_rated(petition)]
        if petition.place % 50 == 1:
            firsts[petition.place] = petition.number
        if petition.place % 50 == (1 + EARLIER) % 50 and (first := firsts.get(petition.place - EARLIER)):
            facts.append(("link", Linked(petition.received, first, Relation.REPEAT, "同一人同一事项")))
        if happened := [(act, fact) for act, fact in facts if fact.on <= LAST]:
            yield petition.number, happened


def _known_better(petition: Petition) -> Facts:
    """Branch and place of one in fifty, entered after the registration."""
    if petition.place % 50 != 11:
        return []
    turn, on = petition.place // 50, petition.received
    classified = Classified(on, Category.APPEAL, 6, branch=BRANCHES[turn % len(BRANCHES)])
    return [
        ("classify", classified),
        ("correct", Corrected(on, "补录属地", {"region": REGIONS[turn % len(REGIONS)]})),
    ]


def _overseen(petition: Petition) -> Facts:
    """One in a hundred is supervised, in five hundred sponsored, in a thousand gives rise to advice."""
    place, unit = petition.place, petition.unit
    on = petition.received + timedelta(days=65)
    facts: Facts = []
    if place % 100 == 3:
        situation = SITUATIONS[place // 100 % len(SITUATIONS)]
        by = on + timedelta(days=15)
        facts.append(("supervise", Supervised(on, 1, SupervisionStep.OPENED, situation, unit, by, "", "限期说明")))
        if place % 200 == 3:
            answered = Supervised(on + timedelta(days=12), 1, SupervisionStep.ANSWERED, text="已说明")
            closed = Supervised(on + timedelta(days=20), 1, SupervisionStep.CLOSED, text="督办办结")
            facts += [("supervise", answered), ("supervise", closed)]
    if place % 500 == 23:
        facts.append(("sponsor", Sponsored(on, leader="王建国", post="副局长")))
    if place % 1000 == 9:
        facts.append(("advise", Advised(on, 1, Proposal.IMPROVE, unit, "公开办事流程")))
        if place % 2000 == 9:
            facts.append(("adopt", Adopted(on + timedelta(days=30), 1, Adoption.ADOPTED, "已采纳")))
    return facts


def _rated(petition: Petition) -> Facts:
    """One served answer in fifty is rated, of office and unit; one answer in two hundred is inspected."""
    place = petition.place
    facts: Facts = []
    if place % 50 == 17 and petition.served:
        rating, on = RATINGS[place // 50 % len(RATINGS)], petition.served + timedelta(days=5)
        facts += [
            ("rate", Rated(on, RatedBody.OFFICE, rating)),
            ("rate", Rated(on, RatedBody.UNIT, rating, petition.unit)),
        ]
    if place % 200 == 5 and petition.replied:
        on = petition.replied + timedelta(days=40)
        facts.append(("inspect", Inspected(on, Grade.PASSED, (Finding("登记", "完整"),), 88)))
    return facts


def main(ledger: Path, table: Path) -> None:
    """Write all that down, so many petitions to a transaction."""
    waiting = lives(table)
    with Desk.at(ledger) as desk:
        # Nobody's work is lost when the machine stops: the ledger is made again.
        desk.connection.execute("PRAGMA synchronous = OFF")
        while lot := list(islice(waiting, AT_ONCE)):
            with desk.writing() as writer:
                for number, facts in lot:
                    _written(desk, writer, number, facts)


def _written(desk: Desk, writer: Writer, number: str, facts: Facts) -> None:
    before = after = desk.entries(number)
    moment = clock.now().isoformat()
    for act, fact in facts:
        turn = after[-1].turn + 1
        entry = writer.append(number, turn, act, on=fact.on, recorded_at=moment, by=desk.by, data=to_data(fact))
        after = [*after, entry]
    was, became = (rows_of(list(steps(entries)), desk.law) for entries in (before, after))
    projected.change(desk.connection, was, became)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
