"""SHA-256 of texts and files, without loading OpenSSL as `hashlib` does: 3.5 MB that little else would use.

Python brings an implementation of its own, the same that its `random` takes from there. It is five times
slower, which is felt by nobody but in long texts and large dossiers: for those OpenSSL is worth its memory.
"""

import sys

try:
    if sys.version_info >= (3, 12):
        from _sha2 import sha256
    else:
        from _sha256 import sha256  # type: ignore[import-not-found]  # the stubs leave it out
except ImportError:  # a Python that was built to have OpenSSL's alone
    from hashlib import sha256

_MUCH = 2_000_000
"""Bytes that take longer than loading OpenSSL does."""

_so_far = 0


def sha256_of(data: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    global _so_far  # noqa: PLW0603  # how much there was to do in this process
    _so_far += len(data)
    if _so_far < _MUCH:
        return str(sha256(data).hexdigest())
    import hashlib

    return hashlib.sha256(data).hexdigest()
