"""The number 文号 that a document gets, asked for inside the transaction that writes the document's fact."""

from __future__ import annotations

from ...core import clean
from ...core.case import Case
from ...core.entry import Entry
from ...core.errors import BadInput
from ...core.projected import petition_id
from ...letters.composing import numbered_here, typed_number
from ...letters.kinds import Kind
from ...letters.material import Material
from ...letters.numbers import number_of, sequence_of
from ...store.queries import letters
from ..desk import Desk


def number_for(desk: Desk, kind: Kind, m: Material, before: Entry | None, given: str) -> tuple[str, int]:
    """The number 文号 and its place in the series: as typed, as it was, or the next."""
    prefix, year = desk.office.setting("document-prefix", on=m.today), m.on.year
    typed = clean.line(given, what="文号") or typed_number(kind, m.entry)
    if typed:
        sequence = sequence_of(typed, prefix, kind.series, year)
        _free(desk, m.case, kind, year, sequence, typed)
        return typed, sequence
    if before and before.data.get("document"):
        return before.data["document"], before.data.get("sequence", 0)
    if not numbered_here(kind, m):
        return "", 0
    sequence = letters.last_number(desk.connection, kind.kind.value, year) + 1
    return number_of(prefix, kind.series, year, sequence), sequence


def _free(desk: Desk, case: Case, kind: Kind, year: int, sequence: int, document: str) -> None:
    holder = letters.holder(desk.connection, kind.kind.value, year, sequence) if sequence else None
    if holder not in (None, petition_id(case.number)):
        raise BadInput(
            "E117", f"文号 {document} 已经用在另一件信访件上。", remedy="不写 --document，由程序接着编；或改正文号"
        )
