"""Keeping the ledger sound: verify what is in the file, rebuild what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from hashlib import sha256

from ..acts.replay import steps
from ..core.errors import BadInput, StoreUnusable
from ..core.projected import Rows
from ..projections.case_rows import rows_of
from ..store import connection as store
from ..store import ledger, past, projected, proof, schema
from .desk import Desk
from .watching import Progress, Watched, followed

WORTH_TELLING = 5000
"""Of so many petitions the tables take a second or more to be made anew."""


def rebuild(desk: Desk, watched: Watched) -> tuple[str, ...]:
    """Throw the projections away and make them again from the ledger, in one transaction."""
    with store.writing(desk.connection, desk.path), watched() as progress:
        before = digest(desk)
        lost = proof.petitions_without_facts(desk.connection)
        projected.clear(desk.connection)
        projected.insert(desk.connection, expected(desk, progress))
        after = digest(desk)
    same = "与重建前逐字节相同" if before == after else "与重建前不同，已按台账改正"
    lines = (f"已重建: {same}。", f"  重建前 {before[:16]}  重建后 {after[:16]}")
    return (*lines, _lost_line(lost)) if lost else lines


def bring_up_to_date(desk: Desk, watched: Watched) -> None:
    """A ledger that an older program wrote gets today's tables, filled from its facts: all of it or nothing."""
    with store.writing(desk.connection, desk.path):
        # Another program may have done it while this one waited for the file.
        if store.outdated(desk.connection):
            is_long = ledger.petitions(desk.connection) >= WORTH_TELLING
            with (watched if is_long else nullcontext)() as progress:
                schema.migrate(desk.connection)
                projected.insert(desk.connection, expected(desk, progress))
                store.settled(desk.connection)


def _lost_line(numbers: list[str]) -> str:
    shown = "、".join(numbers[:10]) + (" 等" if len(numbers) > 10 else "")
    return (
        f"  注意: 检索表里有 {len(numbers)} 件信访件，台账里没有任何记载: {shown}，已从检索表去掉。"
        "台账可能被截短过，和备份、抄下的指纹核对。"
    )


def digest(desk: Desk) -> str:
    """A digest of every projected row."""
    total = sha256()
    for table, row in projected.dump(desk.connection):
        total.update(repr((table, row)).encode())
    return total.hexdigest()


def expected(desk: Desk, progress: Progress | None = None) -> Iterator[Rows]:
    """The projected rows of every petition as the ledger gives them."""
    total = ledger.petitions(desk.connection) if progress else 0
    for _, entries in followed(ledger.by_subject(desk.connection), total, progress):
        yield rows_of(list(steps(entries)), desk.law)


def _not_sound(faults: list[str]) -> StoreUnusable:
    shown = "；".join(faults[:5]) + (f"；另有 {len(faults) - 5} 处" if len(faults) > 5 else "")
    return StoreUnusable(
        "E407", f"台账校验不符: {shown}。", remedy="链或结构不符的从备份恢复；只是检索表不符的 xinfang rebuild"
    )


def verify(opened: Callable[[], Desk], *, against: str | None, watched: Watched) -> tuple[str, ...]:
    """Check SQLite's own structure, the chain fact by fact, and every projection against the ledger.

    opened: opens the ledger, twice: the projections are looked at when nothing else is wrong. against: a fingerprint
    printed earlier: the facts up to it have to stand here as they stood then. Raises StoreUnusable E407 naming what is
    wrong and where, E410 where the ledger never had that fingerprint, BadInput E101: for an empty one too, or a script
    whose variable is empty would take the ledger for proven.
    """
    if against is not None:
        against = against.strip()
        if not past.is_fingerprint(against):
            raise BadInput("E101", f"“{against}”不是指纹。", remedy="照印出的写，如 3f2a-91bc-77d0-e1a4")
    desk = opened()
    with desk, store.translated(desk.path), desk.reading() as connection:
        shape = list(proof.shape(connection))
        misshapen = [fault for _, fault in shape]
        if any(kind == "table" for kind, _ in shape):
            # Nothing else can be asked of such a file.
            raise _not_sound(misshapen)
        faults = [*proof.structure(connection), *proof.chain(connection)]
        count, head = ledger.head(connection)
        printed = past.facts_with(connection, against.lower()) if against else 0
        warnings = list(proof.clock_went_back(connection))
    if not faults:
        with opened() as desk, store.translated(desk.path), watched() as progress:
            faults = list(proof.projections(desk.connection, expected(desk, progress)))
    if faults or misshapen:
        raise _not_sound([*faults, *misshapen])
    if against and not printed:
        raise StoreUnusable(
            "E410",
            f"这份台账从来没有过指纹 {against}: 印那一页的不是这份台账，或者此后被改动、截短过。",
            remedy="核对指纹；和备份比较",
        )
    proven = (
        f"  指纹 {against} 相符: 印出时有 {printed} 条记载，至今一条未改；此后又记了 {count - printed} 条。",
    ) * bool(against)
    return (f"台账完好: {count} 条记载，链、检索表、文件结构都相符。", f"  指纹 {head}", *proven, *warnings)
