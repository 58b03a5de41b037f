"""Mailboxes (.mbox): each message is read by itself.

The standard library's reader of them needs a file on the disk that it can lock; here are bytes. A message
begins with a line “From ” (RFC 4155) at the start or after an empty line, and a field of a head under it:
without that, sentences that begin so would begin messages where a program forgot to mark them.
"""

import re
from collections.abc import Iterator

from pressmark.importers.imported import CannotImport, Capture, Found, Part

_MOST_MESSAGES = 10_000
_BEGINNING = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[!-9;-~]+:|>From )")
_MARKED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mailbox(data: bytes, capture: Capture) -> Iterator[Found]:
    """The messages, in their order."""
    starts = [(found.start(), found.end()) for found in _BEGINNING.finditer(data)]
    if len(starts) > _MOST_MESSAGES:
        raise CannotImport(
            f"{capture.name} holds more than {_MOST_MESSAGES:,} messages: take it apart in your mail "
            "program, and add the folders that you need"
        )
    stem = capture.name.rpartition(".")[0] or capture.name
    ends = [*(start for start, _ in starts[1:]), len(data)]
    for number, ((_, begin), end) in enumerate(zip(starts, ends, strict=True), 1):
        message = data[begin:end]
        if message.strip():
            yield Part(_unmarked(message), f"{stem}-{number}.eml", "message/rfc822")
        else:
            yield CannotImport(f"Message {number} of {capture.name} is empty: it was left out")
    if not starts:
        raise CannotImport(f"{capture.name} holds no messages: check that it is the right file")


def _unmarked(message: bytes) -> bytes:
    """Lines that begin with “From ” without the mark that mailboxes put before them (mboxrd)."""
    return _MARKED.sub(rb"\1", message.removesuffix(b"\n"))
