"""The analyst's own sentences with what they refer to as links, and a note of where each stands."""

from pressmark.brief import Inline, Link, Note, Text
from pressmark.compose.material import Material, Source, one_line
from pressmark.references import references

_CLOSE = "\u202f"  # the reference stays with the word before it


def with_references(material: Material, text: str) -> list[Inline]:
    """The text with each reference as a link to its row; one to nothing stays as it was typed.

    Where the brief has no such row, a note says where the words stand.
    """
    inlines: list[Inline] = []
    done = 0
    for one in references([source.doc for source in material.sources], text):
        if one.article < 0:
            continue
        source = material.sources[one.article]
        row = material.row(source, one.key)
        link = Link(source.name(one.key), row) if row else material.id_link(source, one.key)
        note = () if row else (Note(_note(material, source, one.key)),)
        inlines += [Text(text[done : one.start] + (_CLOSE if one.start else "")), link, *note]
        done = one.end
    inlines.append(Text(text[done:]))
    return [one for one in inlines if not isinstance(one, Text) or one.text]


def _note(material: Material, source: Source, key: str) -> tuple[Inline, ...]:
    """“Coast Courier, 13 November 2026, [1] ¶2.”"""
    record = source.doc.source
    said = (record.outlet, material.say.date(record.published) if record.published else "")
    words = one_line(", ".join(filter(None, said)))
    return (*((Text(f"{words}, "),) if words else ()), *material.place(source, source.doc.markup[key]))
