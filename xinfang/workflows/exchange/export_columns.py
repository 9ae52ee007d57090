"""The columns of an export, which `import` knows: what stands in them of a petition, and whether it has more than that."""

from __future__ import annotations

from ...acts.from_ledger import IMPORTED
from ...core import masking
from ...core.case import Case
from ...core.entry import Entry
from ...core.named import each_named
from ...core.petition import Petitioner, Registration
from ...core.table import CellKind, Column, Row
from ...core.terms import Category, Channel, Outcome, State, Term
from ...reports.columns import words
from ...sheets.cleaning import LONGEST_LINE
from ...sheets.fields import LABELS

ANONYMOUS = "匿名"
IN_COLUMNS: dict[str, frozenset[str]] = {
    "classify": frozenset({"category", "route", "code"}),
    "inform": frozenset(),
    "accept": frozenset({"unit", "officer", "told"}),
    "assign": frozenset({"unit", "officer"}),
    "reply": frozenset({"outcome", "text"}),
    "serve": frozenset(),
    "close": frozenset(),
}
"""Acts that have columns, and what of each stands there beside its day."""
LOOKED_AT_APART = frozenset({"register", "correct", "reveal"})
"""Acts whose outcome is the paper itself, or that say nothing of the petition."""
PAPER_IN_COLUMNS = frozenset(
    {"received_on", "channel", "title", "content", "petitioners", "anonymous", "address_unclear", "headcount"}
    | {"first_unit", "first_officer", "key", "import_key"}
)
"""What of the paper has a column."""


def _heading(key: str, kind: CellKind = "text", terms: type[Term] | None = None) -> Column:
    # The headings are those that `import` knows for certain; a look-alike such as 类别 would be doubtful to it.
    return Column(key, LABELS[key], kind, words=words(terms) if terms else {})


COLUMNS = (
    _heading("number"),
    _heading("key"),
    _heading("received", "date"),
    _heading("name"),
    _heading("id_number"),
    _heading("phone"),
    _heading("address"),
    _heading("channel", terms=Channel),
    _heading("title"),
    _heading("content"),
    _heading("category", terms=Category),
    _heading("route", "number"),
    _heading("code"),
    _heading("unit"),
    _heading("officer"),
    _heading("first_unit"),
    _heading("first_officer"),
    _heading("headcount", "number"),
    _heading("informed", "date"),
    _heading("accepted", "date"),
    _heading("reply"),
    _heading("replied", "date"),
    _heading("served", "date"),
    _heading("closed", "date"),
    _heading("outcome", terms=Outcome),
)


def has_more(case: Case, entries: list[Entry]) -> bool:
    """Whether something of the petition, or of the entries about it, has no column."""
    paper = case.registration
    return (
        _people(paper) != paper.petitioners
        or not all(map(_has_columns, entries))
        or any(
            getattr(paper, name) != default
            for name, default in Registration._field_defaults.items()
            if name not in PAPER_IN_COLUMNS
        )
    )


def names_of(paper: Registration) -> str:
    """All who raised it, as `import` reads them: 张三、李四; of very many the first, as a cell has room for them."""
    if paper.anonymous or not paper.petitioners:
        return ""
    cell, *others = dict.fromkeys(person.name for person in paper.petitioners)
    for other in others:
        if len(cell) + len(other) >= LONGEST_LINE:
            break
        cell += f"、{other}"
    return cell


def _people(paper: Registration) -> tuple[Petitioner, ...]:
    """Whom `import` makes of the columns."""
    if not (names := names_of(paper)):
        return ()
    first = paper.petitioners[0]
    written = Petitioner(
        names,
        id_number=first.id_number,
        id_doubtful=first.id_doubtful,
        phone=first.phone,
        address=first.address,
    )
    return each_named([written]).each


def _has_columns(entry: Entry) -> bool:
    if entry.act in LOOKED_AT_APART:
        return True
    held = IN_COLUMNS.get(entry.act)
    if held is None:
        return False
    # What an import itself writes as the result is no more than that it was closed.
    return all(name in held or item == IMPORTED for name, item in entry.data.items())


def row_of(case: Case, reveal: bool) -> Row:
    """One petition in the order of COLUMNS; without `reveal` masked."""
    shown = case if reveal else masking.case(case)
    paper = shown.registration
    person = paper.petitioners[0] if paper.petitioners else None
    ended = case.last("closed") if case.state is State.CLOSED else None
    return (
        case.number,
        paper.key,
        paper.received_on,
        names_of(paper) or ANONYMOUS,
        person.id_number if person else "",
        person.phone if person else "",
        person.address if person else "",
        paper.channel.value,
        paper.title,
        paper.content,
        case.category.value if case.category else "",
        case.route,
        case.code,
        case.unit,
        case.officer,
        paper.first_unit,
        paper.first_officer,
        paper.headcount,
        case.last("informed"),
        case.last("accepted"),
        shown.reply_text,
        case.last("replied"),
        case.last("served"),
        ended,
        case.outcome,
    )
