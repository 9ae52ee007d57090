"""The code by which a petitioner asks how his petition stands: `2026-000012-K7QF9M2X`.

Its end follows from a random value in the ledger, so it cannot be guessed from the number, and nothing more is stored.
"""

from __future__ import annotations

from base64 import b32encode

from .digest import sha256
from .numbers import plain

_RFC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O, U: they are taken for digits or for each other."""
_SPELL = str.maketrans(_RFC, _CROCKFORD)
_MISREAD = str.maketrans("ILO", "110")
_BYTES = 5


def query_code(number: str, salt: bytes) -> str:
    """The petition's code. salt: that of its registration in the ledger."""
    return f"{number}-{b32encode(sha256(salt + b'status').digest()[:_BYTES]).decode('ascii').translate(_SPELL)}"


def read_code(typed: str) -> tuple[str, str]:
    """The petition's number and the whole code as they were meant: small letters, full width and I, L, O are understood.

    Two empty texts where it cannot be a code.

    >>> read_code(" 2026-000012-k7qf9m2l")
    ('2026-000012', '2026-000012-K7QF9M21')
    """
    number, _, check = "".join(plain(typed).split()).upper().rpartition("-")
    check = check.translate(_MISREAD)
    return (number, f"{number}-{check}") if number and set(check) <= set(_CROCKFORD) else ("", "")
