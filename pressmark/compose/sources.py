"""On what it all rests: each article with outlet, author, dates, address and the hash of its original."""

from datetime import UTC, datetime

from pressmark.brief import Block, Break, Cell, Column, Heading, Inline, Link, Row, Table, Text, Tone
from pressmark.compose.material import Material, Source, one_line
from pressmark.dates import long_date

COLUMNS = (Column("", 6), Column("", 94))


def sources(material: Material) -> list[Block]:
    rows = tuple(
        Row((Cell((Text(f"[{source.number}]"),)), Cell(_entry(source))), source.anchor)
        for source in material.sources
    )
    return [Heading("Sources"), Table("Sources", COLUMNS, rows)] if rows else []


def _entry(source: Source) -> tuple[Inline, ...]:
    record = source.doc.source
    published = long_date(record.published) if record.published else "date not stated"
    line = ", ".join(filter(None, (record.outlet or "outlet not stated", record.author, published)))
    inlines: list[Inline] = [
        Text(f"{one_line(source.doc.headline)}. "),
        Text(f"{one_line(line)}.", Tone.QUIET),
    ]
    if record.url:
        inlines += [Break(), _address(one_line(record.url))]
    if captured := _capture(source):
        inlines += [Break(), Text(one_line(captured), Tone.QUIET)]
    return tuple(inlines)


def _address(url: str) -> Inline:
    is_of_the_web = url.casefold().startswith(("http://", "https://"))
    return Link(url, url, Tone.QUIET) if is_of_the_web else Text(url, Tone.QUIET)


def _capture(source: Source) -> str:
    record = source.doc.source
    parts = [
        f"Captured {_moment(record.captured_at)}" if record.captured_at else "",
        f"from {record.original_name}" if record.original_name else f"from {record.captured_from}",
        f"SHA-256 {record.original_sha256}" if record.original_sha256 else "",
    ]
    return ", ".join(part for part in parts if part and part != "from ")


def _moment(stamp: str) -> str:
    """“2026-11-14 09:12:00 UTC”; a stamp that is none comes back as it is."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" if moment.tzinfo else stamp.replace("T", " ")
