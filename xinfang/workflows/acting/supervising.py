"""Turning what the checks find into supervisions 督办 (第四十条第一款; triggers of the situations)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ...acts.registry import fact_of
from ...acts.replay import standing
from ...core.errors import BadInput
from ...core.oversight import Situation, SupervisionStep
from ...core.table import Column, Table
from ...reports.columns import NUMBER, UNIT, words
from ...rules.checks.finding import Finding
from .. import clock
from ..desk import Desk
from ..findings import found_by
from .doing import do

COLUMNS = (
    NUMBER,
    Column("situation", "督办情形", words=words(Situation)),
    UNIT,
    Column("text", "要求"),
    Column("answer_by", "答复期限", "date"),
)


def supervise_findings(
    desk: Desk,
    typed: str,
    *,
    situation: Situation | None,
    unit: str,
    answer_by: date | None,
    leader: str,
    dry_run: bool,
    on: str | None,
) -> Table:
    """Open one supervision for each petition and situation that the checks find and that is not under way already.

    What an earlier supervision asked for in the same words, which say how things are and since when, is not asked again.

    typed: of one petition, else of all that the office has in hand, as `check` lists it. situation: only this one.
    A supervision asks for what was found. Raises BadInput E105 without a day to answer by.
    """
    day = clock.day(on)
    if answer_by is None:
        raise BadInput("E105", "要写明答复期限。", remedy="加 --answer-by 日期")
    wanted = (each for each in found_by(desk, typed, unit=unit, ended=False, on=day) if _wanted(each, situation))
    rows = []
    for findings in _not_asked_yet(desk, wanted):
        first, text = findings[0], "；".join(finding.what for finding in findings)
        if not dry_run:
            do(
                desk,
                "supervise",
                first.number,
                on=on,
                supervision=SupervisionStep.OPENED,
                situation=Situation.parse(first.situation, what="督办情形"),
                answer_by=answer_by,
                leader=leader,
                text=text,
            )
        rows.append((first.number, first.situation, first.unit, text, answer_by))
    done = "应督办" if dry_run else "已督办"
    return Table(f"{done} {len(rows)} 项（{day}）", COLUMNS, tuple(rows), key="supervisions")


def _wanted(finding: Finding, situation: Situation | None) -> bool:
    return finding.situation != "" and situation in (None, finding.situation)


def _not_asked_yet(desk: Desk, findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings of one petition and situation together, without what was asked for in the same words or is under way.

    One after the other, for what is opened on the first is under way when the next is looked at.
    """
    found = sorted(findings, key=_place)
    for (number, situation), group in groupby(found, key=_place):
        asked = _asked(desk, number)
        new = [each for each in group if not any(each.what in text for text in asked)]
        if new and situation not in _under_way(desk, number):
            yield new


def _place(finding: Finding) -> tuple[str, str]:
    return finding.number, finding.situation


def _asked(desk: Desk, number: str) -> list[str]:
    """What supervisions of the petition have asked for."""
    facts = [fact_of(entry) for entry in standing(desk.entries(number)) if entry.act == "supervise"]
    return [fact.text for fact in facts if fact.supervision is SupervisionStep.OPENED]


def _under_way(desk: Desk, number: str) -> set[str]:
    """The situations for which a supervision is open."""
    events = desk.case(number).events
    closed = {event.part for event in events if event.name == "supervision-closed"}
    return {event.value for event in events if event.name == "supervised" and event.part not in closed}
