"""What a petitioner may be told who has the code of his receipt."""

from __future__ import annotations

from ...core.errors import BadInput
from ...core.query_code import query_code, read_code
from ...core.table import Document
from ...reports.case.status_lines import status_of
from ...store import connection as store
from ...store import ledger
from ..desk import Desk


def code_of(desk: Desk, number: str) -> str:
    """The petition's query code; nothing where its registration has been erased by law."""
    with store.translated(desk.path):
        salt = ledger.salt_of(desk.connection, number)
    return query_code(number, salt) if salt else ""


def status(desk: Desk, typed: str) -> Document:
    """Received on, handled by, until when, answered or not; nothing else.

    Raises BadInput E119, in the same words whether there is such a petition or not.
    """
    number, code = read_code(typed)
    known = code_of(desk, number) if number else ""
    if not known or known != code:
        raise BadInput("E119", "查询码不对。", remedy="照回执上的写，例如 2026-000012-K7QF9M2X")
    return status_of(desk.case(number), desk.law)
