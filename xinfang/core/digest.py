"""SHA-256, quickly at hand.

hashlib loads OpenSSL, which is a twentieth of a command's time: the lean module first, as random.py does it. Some
systems build Python without it.
"""

import sys

try:
    if sys.version_info >= (3, 12):
        from _sha2 import sha256  # type: ignore[import-not-found]  # typeshed leaves it out
    else:
        from _sha256 import sha256  # type: ignore[import-not-found]  # typeshed leaves it out
except ImportError:
    from hashlib import sha256

__all__ = ["sha256"]
