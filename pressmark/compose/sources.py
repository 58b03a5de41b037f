"""On what it all rests: each article with outlet, author, dates, address and the hash of its original."""

from pressmark.brief import Block, Break, Cell, Column, Heading, Inline, Link, Row, Table, Text, Tone
from pressmark.compose.material import Material, Source
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
    inlines: list[Inline] = [Text(f"{source.doc.headline}. "), Text(f"{line}.", Tone.QUIET)]
    if record.url:
        inlines += [Break(), Link(record.url, record.url, Tone.QUIET)]
    if captured := _capture(source):
        inlines += [Break(), Text(captured, Tone.QUIET)]
    return tuple(inlines)


def _capture(source: Source) -> str:
    record = source.doc.source
    when = record.captured_at.replace("T", " ").removesuffix("+00:00").removesuffix("Z")
    parts = [
        f"Captured {when} UTC" if when else "",
        f"from {record.original_name}" if record.original_name else f"from {record.captured_from}",
        f"SHA-256 {record.original_sha256}" if record.original_sha256 else "",
    ]
    return ", ".join(part for part in parts if part and part != "from ")
