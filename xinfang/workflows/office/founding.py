"""Opening the ledger of an office: a new file with the one fact that founds it."""

from __future__ import annotations

import os
from pathlib import Path

from ...acts.registry import module_of
from ...core import clean
from ...core.codec import to_data
from ...core.entry import OFFICE
from ...core.errors import StoreUnusable
from ...core.terms import Kind
from ...store import connection as store
from ...store import ledger
from .. import clock, places


def found(given: Path | None, *, office: str, code: str, kind: str, superior: str, on: str | None) -> tuple[str, ...]:
    """Open the ledger of an office. The file appears whole or not at all. Raises StoreUnusable E408 when it exists."""
    path = places.ledger_path(given)
    if path.exists():
        raise StoreUnusable("E408", f"{path} 已经存在。", remedy="xinfang where 看正在使用的台账；另建用 --db 新文件")
    fact = module_of("found").decide(
        clean.line(office, what="单位名称"),
        clean.line(code, what="单位代码"),
        Kind.parse(kind, what="单位类别"),
        superior=clean.line(superior, what="上级单位"),
        on=clock.day(on),
    )
    with store.translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    connection = store.create(unfinished)
    try:
        with store.writing(connection, unfinished):
            writer = ledger.Writer(connection)
            writer.append(
                OFFICE, 1, "found", on=fact.on, recorded_at=clock.now().isoformat(), by="建账", data=to_data(fact)
            )
            writer.flush()
        journal = store.settle_journal(connection, path)
        connection.close()
        with store.translated(path):
            _give_its_name(unfinished, path)
    finally:
        connection.close()
        for leftover in unfinished.parent.glob(unfinished.name + "*"):
            leftover.unlink(missing_ok=True)
    lines = [f"已建立台账: {path}", f"  {fact.name}（{fact.code}，{fact.kind.label}）"]
    if journal.lower() != "wal":
        lines.append("  文件在网络共享上，改用回滚日志：几个人同时写时会互相等待。")
    lines.append("  下一步: xinfang unit add 单位名称；xinfang officer add 姓名 --unit 单位名称；xinfang register")
    return tuple(lines)


def _give_its_name(unfinished: Path, path: Path) -> None:
    """Raises FileExistsError when another ledger has got the name in the meantime, which renaming would destroy."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError) as fault:
        # No hard links on this file system.
        if path.exists():
            raise FileExistsError(path) from fault
        unfinished.rename(path)
