"""What a drop or the clipboard offers: files, addresses of pages, or words."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


@dataclass(frozen=True, slots=True)
class Dropped:
    """At most one kind is filled. `data` is a selection, HTML where there is any, in UTF-8."""

    files: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    data: bytes = b""
    media_type: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.files or self.addresses or self.data)


def from_mime(mime: QMimeData) -> Dropped:
    """Files first, then a selection, then addresses: a browser offers the address of a selection as well."""
    urls = [url for url in mime.urls() if url.isValid()]
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        return Dropped(files=files)
    addresses = _addresses(urls, mime)
    if mime.hasHtml() and not _is_bare_link(mime, addresses):
        return Dropped(data=mime.html().encode("utf-8"), media_type="text/html")
    if addresses:
        return Dropped(addresses=addresses)
    if mime.hasText() and mime.text().strip():
        return Dropped(data=mime.text().encode("utf-8", errors="surrogatepass"), media_type="text/plain")
    return Dropped()


def _addresses(urls: list[QUrl], mime: QMimeData) -> tuple[str, ...]:
    found = [url.toString() for url in urls if url.scheme() in {"http", "https"}]
    if not found and mime.hasText():
        text = mime.text().strip()
        url = QUrl(text, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.scheme() in {"http", "https"} and not any(map(str.isspace, text)):
            found = [text]
    return tuple(found)


def _is_bare_link(mime: QMimeData, addresses: tuple[str, ...]) -> bool:
    """A dragged link comes with HTML that holds nothing else; its text is the address or the link's title."""
    return (
        bool(addresses) and len(addresses) == 1 and (not mime.hasText() or mime.text().strip() in addresses)
    )
