"""Making a document 文书: gather the facts, give it its number, fill the template, keep the file, write the fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...acts.guards import must_not_reach_the_accused
from ...acts.letter import Lettered, decide
from ...acts.replay import case_of, standing
from ...core.case import Case
from ...core.entry import Entry
from ...core.errors import BadInput, ExchangeFailed, NotFound
from ...core.letter_kinds import LetterKind
from ...core.table import Document
from ...core.terms import State
from ...letters.composing import fields_of, occasion, receivers
from ...letters.filling import filled
from ...letters.kinds import BODY, KINDS, PETITIONER, Kind
from ...letters.material import Material
from ...letters.words import BLANK
from .. import access, clock
from ..acting.doing import write
from ..desk import Desk
from .kinds import kind_of
from .numbers import number_for
from .query_codes import code_of
from .templates import Save, template_of

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
"""What no file name holds, here or on Windows."""
NUMBER_AT_MOST = 60


class Wanted(NamedTuple):
    """What was typed about a document.

    output: its file, or a folder. on: the day it is dated. part: which supervision, advice or demand, 0: the last.
    document: its number, typed. again: make it anew. force: write over a file of that name. restricted: of an
    accusation too.
    """

    output: Path | None
    on: str | None
    part: int
    document: str
    again: bool
    force: bool
    restricted: bool


class Made(NamedTuple):
    """A document that was made: its number and file."""

    number: str
    fact: Lettered
    file: Path
    blanks: int

    @property
    def data(self) -> dict[str, object]:
        """For scripts."""
        return {
            "kind": self.fact.letter.value,
            "document": self.fact.document,
            "dated": self.fact.on.isoformat(),
            "file": str(self.file),
            "digest": self.fact.digest,
            "blanks": self.blanks,
        }

    @property
    def lines(self) -> Iterator[str]:
        """For people."""
        title = f"{self.fact.letter.label} {self.fact.document}".rstrip()
        yield f"{self.number}  已制作{title}（{self.fact.on}）"
        yield f"  文件: {self.file}"
        if self.blanks:
            yield f"  有 {self.blanks} 处没有登记的内容，留了空白（{BLANK}），印出后填写"


def make_all(desk: Desk, typed: str, kinds: Sequence[str], wanted: Wanted, *, save: Save) -> Document:
    """Make the documents of these names, one after the other; all names are looked at before the first is made.

    Raises BadInput E101 where several would share one number or file, and what `make` raises.
    """
    meant = [kind_of(each) for each in kinds]
    single = wanted.document or (wanted.output and not wanted.output.is_dir())
    if len(meant) > 1 and single:
        raise BadInput("E101", "几种文书不能共用一个文号或者文件名。", remedy="一次做一种；或 -o 写文件夹")
    made = [make(desk, typed, kind, wanted, save=save) for kind in meant]
    number = made[0].number
    lines = tuple(line for each in made for line in each.lines)
    return Document(number, {"number": number, "letters": [each.data for each in made]}, (), lines=lines)


def make(desk: Desk, typed: str, kind: LetterKind, wanted: Wanted, *, save: Save) -> Made:
    """Make one document of the petition `typed` names. save: writes a file whole or not at all.

    The number, the file and the fact come about in one transaction: no two documents get the same number and none is
    left out. Raises BadInput, NotFound, NotAllowed, ExchangeFailed.
    """
    number = desk.number(typed)
    template, origin = template_of(desk, kind)
    done: list[Made] = []

    def fact(entries: Sequence[Entry]) -> Lettered:
        done.append(_made(desk, KINDS[kind], entries, wanted, template, origin, save))
        return done[0].fact

    try:
        write(desk, "letter", number, fact)
    except BaseException:
        # The fact was not written, so there must be no paper with its number.
        if done and not wanted.force:
            done[0].file.unlink(missing_ok=True)
        raise
    return done[0]


def _made(
    desk: Desk, kind: Kind, entries: Sequence[Entry], wanted: Wanted, template: bytes, origin: str, save: Save
) -> Made:
    case = case_of(entries)
    _may_be_made(desk, case, entries, kind, wanted)
    held = standing(entries) if case.state is not State.VOID else list(entries[:1])
    entry = occasion(kind, held, part=wanted.part)
    if wanted.part and entry is None:
        raise _no_such_part(case, kind, wanted.part)
    if kind.to == BODY:
        must_not_reach_the_accused(case, *receivers(entry), office=desk.office)
    day = clock.day(wanted.on, default=entry.on if entry else None)
    before = _made_before(kind.kind, entry, held)
    code = code_of(desk, case.number)
    material = Material(kind.kind, case, tuple(held), entry, desk.law, desk.office, day, clock.today(), code=code)
    document, sequence = number_for(desk, kind, material, before, wanted.document)
    about = entry.turn if entry else 0
    made_on = before.on if before else None
    fact = decide(
        case, kind.kind, document=document, sequence=sequence, about=about, made_on=made_on, again=wanted.again, on=day
    )
    material = material._replace(document=document)
    fields = fields_of(kind, material)
    page = filled(template, fields, origin=origin)
    file = _place(wanted, case.number, fact)
    save(file, [page])
    blanks = blanks_in(page) - blanks_in(template)
    fact = fact._replace(digest=sha256(page).hexdigest(), template=sha256(template).hexdigest())
    return Made(case.number, fact, file, blanks)


def _may_be_made(desk: Desk, case: Case, entries: Sequence[Entry], kind: Kind, wanted: Wanted) -> None:
    access.require(desk, case, entries, restricted=wanted.restricted)
    if kind.to == PETITIONER:
        access.require_names(desk, case, entries)


def _no_such_part(case: Case, kind: Kind, part: int) -> NotFound:
    return NotFound(
        "E207", f"{case.number} 没有第 {part} 项可以制作{kind.kind.label}的记载。", remedy=f"xinfang show {case.number}"
    )


def _made_before(kind: LetterKind, entry: Entry | None, held: Sequence[Entry]) -> Entry | None:
    """The last time this very document was made: of the same act, or before that act was written down."""
    about = {0, entry.turn} if entry else {0}
    made = (e for e in reversed(held) if e.act == "letter" and e.data["letter"] == kind.value)
    return next((each for each in made if each.data.get("about", 0) in about), None)


def _place(wanted: Wanted, number: str, fact: Lettered) -> Path:
    """The file to write. Raises ExchangeFailed E507 where there is one of that name."""
    parts = (number, fact.letter.label, FORBIDDEN.sub("_", fact.document)[:NUMBER_AT_MOST])
    name = "-".join(part for part in parts if part) + ".docx"
    given = wanted.output
    file = Path(name) if given is None else given / name if given.is_dir() else given
    if file.is_file() and not wanted.force:
        raise ExchangeFailed("E507", f"已经有 {file} 这个文件。", remedy="用 -o 换一个名称，或加 --force 覆盖它")
    return file


def blanks_in(page: bytes) -> int:
    """How many lines stand open in a document or a template."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(page)) as archive:
        return archive.read("word/document.xml").decode("utf-8").count(BLANK)
