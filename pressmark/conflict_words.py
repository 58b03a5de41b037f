"""What two hands disagree on, in words for the analyst who decides."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.facts import ELLIPSIS, name_of, words_of
from pressmark.filing import Filing
from pressmark.labels import AttributeDefinition, Label, RoleDefinition
from pressmark.three_way import Merged
from pressmark.three_way_conflicts import Conflict
from pressmark.three_way_parts import ATTRIBUTE, LABEL, NOTE, PLACE, ROLE, VALUE, Part
from pressmark.values import readable
from pressmark.words import BriefWords

NOTHING = "nothing"
OPENING = ("“", "‘", "„", "«", '"')
_MOST_WORDS = 60

_TITLES = {
    "": "All of it",
    PLACE: "Place",
    "author": "Marked by",
    "created": "Marked on",
    "aliases": "Also called",
    "wikidata": "Wikidata id",
    "geonames": "GeoNames id",
    "line": "Underline",
    "prefix": "Ids begin with",
    "parent": "Stands below",
    "trim": "Trimmed",
    "url": "Web address",
    "original_sha256": "SHA-256",
}


@dataclass(frozen=True, slots=True)
class Dispute:
    """One conflict: “p1 “£40m for a second ferry””, “Amount”, “GBP 40,000,000”, “GBP 42,000,000”."""

    what: str
    part: str
    mine: str
    theirs: str


def disputes(merged: Merged) -> list[Dispute]:
    """All conflicts in their order."""
    return [_dispute(merged, one) for one in merged.conflicts]


def _dispute(merged: Merged, one: Conflict) -> Dispute:
    former = {new: old for old, new in merged.renamed.items()}
    label = ""
    if one.kind is Annotation:
        holder = merged.mine if one.key in merged.mine.markup else merged.theirs
        label = holder.markup[one.key].label
    mine = _said(one, merged.mine, label, one.mine, former)
    theirs = _said(one, merged.theirs, label, one.theirs, {})
    base = merged.sides.base.annotations.get(one.key)
    if one.kind is Annotation and one.part == "" and base is not None:
        mine, theirs = (_fate(base, part, merged.mine) for part in (one.mine, one.theirs))
    return Dispute(_what(merged, one), _title(merged, one, label), mine, theirs)


def _what(merged: Merged, one: Conflict) -> str:
    kinds = {SourceRecord: "Source record", BriefWords: "Words of the brief", Filing: "Filing"}
    if one.kind in kinds:
        return kinds[one.kind]
    docs = (merged.mine, merged.theirs)
    if one.kind is Annotation:
        doc = next(doc for doc in docs if one.key in doc.markup)
        return f"{one.key} {_quoted(_cut(words_of(doc, doc.markup[one.key])))}"
    if one.kind is Entity:
        return next(doc.entities[one.key].name for doc in docs if one.key in doc.entities)
    labels = (doc.codebook.label(one.key) for doc in docs)
    return f"Label {next(label.title for label in labels if label)}"


def _title(merged: Merged, one: Conflict, label: str) -> str:
    """As forms and lists have it."""
    for prefix, kind in ((VALUE, "attribute"), (ROLE, "role"), (ATTRIBUTE, "attribute")):
        if not one.part.startswith(prefix):
            continue
        name = one.part.removeprefix(prefix)
        if one.kind is Label:
            return f"{kind.capitalize()} {_definition_title(one) or name}"
        books = (merged.mine.codebook, merged.theirs.codebook)
        found = (getattr(book.style_of(label), kind)(name) for book in books)
        return next((known.title for known in found if known), name)
    return _TITLES.get(one.part) or one.part.replace("_", " ").capitalize()


def _definition_title(one: Conflict) -> str:
    return next((each.title for each in (one.mine, one.theirs) if each is not None), "")


def _said(one: Conflict, doc: AnnotatedArticle, label: str, part: Part, former: Mapping[str, str]) -> str:
    if one.part == "":
        return "deleted" if part is None else "changed"
    if part is None:
        return NOTHING
    if one.part.startswith(VALUE):
        definition = doc.codebook.style_of(label).attribute(one.part.removeprefix(VALUE))
        return readable(doc, definition, part) if definition else str(part)
    if one.kind is Annotation and one.part.startswith(ROLE):
        return ", ".join(_target(doc, link.target, former) for link in part)
    if one.part == PLACE:
        spans, lost = part
        pieces = [doc.article.words_at(span) for span in spans] + [quote.exact for quote in lost]
        return _quoted(ELLIPSIS.join(pieces))
    if one.kind is Annotation and one.part == LABEL:
        return doc.codebook.style_of(part).title
    return _plain(part)


def _fate(base: Annotation, now: Annotation | None, doc: AnnotatedArticle) -> str:
    """“kept, with another role at the time, note”."""
    if now is None:
        return "deleted"
    label = doc.codebook.style_of(now.label)
    names = sorted({name for name, _ in base.attributes.items() ^ now.attributes.items()})
    titles = [known.title.lower() if (known := label.attribute(name)) else name for name in names]
    others = (("label", LABEL), ("spans", PLACE), ("links", "ties"), ("note", NOTE))
    titles += [name for field, name in others if getattr(base, field) != getattr(now, field)]
    changed = " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))
    return f"kept, with another {changed}" if titles else "kept, and tied to something new"


def _target(doc: AnnotatedArticle, key: str, former: Mapping[str, str]) -> str:
    found = doc.markup.get(former.get(key, key))
    return f"{key} {_cut(name_of(doc, found))}" if found else key


def _plain(part: Part) -> str:
    match part:
        case AttributeDefinition() | RoleDefinition():
            stated = {each.name: getattr(part, each.name) for each in fields(part) if each.name != "name"}
            words = [_plain(value) for value in stated.values() if value and value is not True]
            return " · ".join([*words, *(name for name, value in stated.items() if value is True)])
        case tuple():
            return ", ".join(map(str, part))
        case _:
            return str(part)


def _quoted(words: str) -> str:
    """What begins with a quotation mark needs no other."""
    return words if words.startswith(OPENING) else f"“{words}”"


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1].rstrip()}…"
