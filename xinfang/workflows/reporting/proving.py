"""The ledger's fingerprint at the end of a page: the printed page later proves the file, and the file the page."""

from __future__ import annotations

from ...core.table import Document
from ...store import ledger
from ...store.connection import Connection


def proven(document: Document, db: Connection, *, again: str = "") -> Document:
    """The document with the fingerprint of what it was made from, and how to check it. again: what, typed with the
    same command and the fingerprint, gives the same page."""
    (facts, fingerprint), last = ledger.head(db), ledger.last_day(db)
    proof = (
        f"台账指纹 {fingerprint}（{facts} 条记载，最后一条 {last} 记入）。本件的数都出自这些记载，其中任何一条改动过，"
        "台账的指纹就对不上。"
    )
    check = f"核对台账: xinfang verify --against {fingerprint}"
    repeat = f"；照原样重做: 同一命令加 {again} --as-known {fingerprint}" if again else ""
    data = {**document.data, "ledger": {"facts": facts, "fingerprint": fingerprint, "recorded_until": str(last)}}
    return document._replace(data=data, notes=(*document.notes, proof), hints=(*document.hints, f"{check}{repeat}。"))
