"""On what it all rests: each article with outlet, author, dates, address and the hash of its original."""

from collections.abc import Iterator
from datetime import UTC, datetime

from pressmark.brief import Block, Break, Cell, Column, Inline, Link, Row, Table, Text, Tone
from pressmark.compose.material import Material, Source, one_line

_COLUMNS = (Column("", 6), Column("", 94))


def sources(material: Material) -> list[Block]:
    rows = tuple(
        Row((Cell((Text(f"[{source.number}]"),)), Cell(_entry(material, source))), source.anchor)
        for source in material.sources
    )
    return [Table(material.say("title.sources"), _COLUMNS, rows)] if rows else []


def _entry(material: Material, source: Source) -> tuple[Inline, ...]:
    record, say = source.doc.source, material.say
    published = say.date(record.published) if record.published else say("source.date-not-stated")
    outlet = record.outlet or say("source.outlet-not-stated")
    line = ", ".join(filter(None, (outlet, record.author, published)))
    inlines: list[Inline] = [
        Text(f"{one_line(source.doc.headline)}. "),
        Text(f"{one_line(line)}.", Tone.QUIET),
    ]
    if record.url:
        inlines += [Break(), _address(one_line(record.url))]
    for text in filter(None, (_capture(material, source), *_quality(material, source))):
        inlines += [Break(), Text(one_line(text), Tone.QUIET)]
    if record.status:
        told = ": ".join(filter(None, (say(f"source.{record.status}"), record.status_note)))
        inlines += [Break(), Text(one_line(told), Tone.STRONG)]
    return tuple(inlines)


def _address(url: str) -> Inline:
    is_of_the_web = url.casefold().startswith(("http://", "https://"))
    return Link(url, url, Tone.QUIET) if is_of_the_web else Text(url, Tone.QUIET)


def _capture(material: Material, source: Source) -> str:
    record, say = source.doc.source, material.say
    origin = record.original_name or record.captured_from
    parts = (
        say("source.captured", moment=_moment(record.captured_at)) if record.captured_at else "",
        say("source.captured-from", name=origin) if origin else "",
        f"SHA-256 {record.original_sha256}" if record.original_sha256 else "",
    )
    return ", ".join(filter(None, parts))


def _quality(material: Material, source: Source) -> Iterator[str]:
    """What to bear in mind of it: facts that were inferred, a story that others carry too."""
    record, say = source.doc.source, material.say
    if record.guessed:
        fields = ", ".join(say(f"field.{name}") for name in record.guessed)
        yield say("source.guessed", fields=fields)
    if (first := material.story_of(source)) != source.number:
        yield say("source.same-story", number=f"[{first}]")


def _moment(stamp: str) -> str:
    """“2026-11-14 09:12:00 UTC”; a stamp that is none comes back as it is."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" if moment.tzinfo else stamp.replace("T", " ")
