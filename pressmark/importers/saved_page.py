"""Web pages saved as one file (MHTML, RFC 2557), as Chrome, old browsers, Word and extensions write them.

The page itself is read as any other; its pictures and styles are not needed. The file stays whole as the
original: the page alone would show nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from pressmark.importers.imported import CannotImport, Capture, Imported
from pressmark.importers.mail_message import header, message_of
from pressmark.importers.mail_parts import payload, stated_parameter
from pressmark.importers.web_address import web_address
from pressmark.importers.web_page import read_web_page

_PAGES = ("text/html", "application/xhtml+xml")
_MEDIA_TYPE = "multipart/related"
_SOME = 200  # characters that a frame must show to be worth a word
_UNSEEN = re.compile(rb"<(script|style)\b.*?</\1|<[^<>]*>|\s+", re.IGNORECASE | re.DOTALL)
_LOOKED_AT = 200_000


def read_saved_page(data: bytes, capture: Capture) -> Imported:
    """The article of the page. Raises CannotImport and TooLong."""
    message = message_of(data, capture.name)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    main = _main(message, pages)
    page = payload(main) if main is not None else b""
    if main is None or not page.strip():
        raise CannotImport(
            f"{capture.name} holds no page: open it in a browser, and save the page or copy the text and "
            "paste it"
        )
    address = header(message, "snapshot-content-location") or header(main, "content-location")
    charset = stated_parameter(main, "charset")
    inner = replace(
        capture,
        media_type=f"text/html; charset={charset}" if charset else "text/html",
        url=web_address(address) or capture.url,
        now=_saved(message, capture),
    )
    imported = read_web_page(page, inner)
    frames = sum(1 for one in pages if one is not main and _shows_text(one))
    left = (f"{frames} frames of the page hold text as well and were left out",) if frames > 1 else ()
    left = ("A frame of the page holds text as well and was left out",) if frames == 1 else left
    source = replace(imported.source, media_type=_MEDIA_TYPE)
    return replace(imported, source=source, warnings=(*imported.warnings, *left))


def _main(message: "Message[str, str]", pages: "Sequence[Message[str, str]]") -> "Message[str, str] | None":
    """The part that the head names, by its number or its address; else the first page."""
    start = stated_parameter(message, "start").strip("<>")
    place = header(message, "snapshot-content-location")
    named = (one for one in pages if start and header(one, "content-id").strip("<>") == start)
    placed = (one for one in pages if place and header(one, "content-location") == place)
    return next(named, None) or next(placed, None) or next(iter(pages), None)


def _saved(message: "Message[str, str]", capture: Capture) -> datetime:
    """When the page was saved, which is when it was as it is here."""
    try:
        saved = parsedate_to_datetime(header(message, "date"))
    except (ValueError, IndexError, TypeError, OverflowError):
        return capture.now
    return saved if saved.tzinfo and saved.year > 1990 and saved <= capture.now else capture.now


def _shows_text(frame: "Message[str, str]") -> bool:
    return len(_UNSEEN.sub(b"", payload(frame)[:_LOOKED_AT])) > _SOME
