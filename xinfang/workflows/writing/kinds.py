"""Which documents there are: the one meant by what was typed, and a list of all."""

from __future__ import annotations

from ...acts.replay import standing
from ...core.errors import BadInput
from ...core.letter_kinds import LetterKind
from ...core.table import Column, Table
from ...letters.kinds import KINDS
from ..access import look
from ..desk import Desk


def kind_of(typed: str) -> LetterKind:
    """The document meant by its name or title. Raises BadInput E104."""
    near = [kind for kind in LetterKind if typed and typed in kind.label]
    exact = [kind for kind in LetterKind if typed in (kind.value, kind.label)]
    if len(exact or near) == 1:
        return (exact or near)[0]
    choices = near or list(LetterKind)
    raise BadInput(
        "E104",
        f"文书没有“{typed}”这一种。",
        remedy="可选: " + "、".join(f"{kind.value} {kind.label}" for kind in choices),
    )


def kinds_of(desk: Desk, typed: str | None, *, restricted: bool) -> Table:
    """Every document that can be made; of one petition with those that were made."""
    made: dict[str, str] = {}
    number = desk.number(typed) if typed else ""
    if number:
        entries = desk.entries(number)
        look(desk, "letter", entries, restricted=restricted)
        made = {e.data["letter"]: e.data.get("document") or "已制作" for e in standing(entries) if e.act == "letter"}
    columns = (Column("kind", "名称"), Column("title", "文书"), Column("to", "给谁"), Column("made", "已制作"))
    rows = tuple((kind.value, kind.label, KINDS[kind].to, made.get(kind.value, "")) for kind in LetterKind)
    return Table(f"{number} 的文书" if number else "文书", columns, rows)
