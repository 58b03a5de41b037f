"""What analysts do, each as the one `Change` that does it; window and command line share these rules."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import SourceRecord, Span
from pressmark.attributes import ValueNotUnderstood, canonical
from pressmark.dates import stated_date
from pressmark.entities import Entity, entity_id, named
from pressmark.filing import Filing
from pressmark.labels import AttributeKind, Codebook, Label
from pressmark.markup import Change, Edit, Value
from pressmark.words import BriefWords


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes a change, and when (ISO 8601, UTC)."""

    author: str
    now: str


def annotate(
    doc: AnnotatedArticle,
    label_name: str,
    spans: Iterable[Span],
    hand: Hand,
    values: Mapping[str, str] | None = None,
) -> tuple[Change, str]:
    """A new annotation and its id. `values` are as typed; words that name a known entity are given it."""
    label = doc.codebook.label(label_name)
    if label is None:
        known = ", ".join(one.name for one in doc.codebook.labels)
        raise ValueNotUnderstood(f"there is no label “{label_name}”; the codebook has {known}")
    key = doc.markup.next_id(label.prefix or "n")
    new = Annotation(key, label.name, tuple(spans), author=hand.author, created=hand.now, modified=hand.now)
    edits: list[Edit] = []
    for name, typed in sorted((values or {}).items(), key=lambda pair: _is_entity(label, pair[0])):
        new, more = _with_typed(doc, new, name, typed)
        if more:
            doc = doc.after(Change("", tuple(more)))  # the next value may name the same new entity
        edits += more
    new = _with_known_entity(doc, label, new)
    return Change(f"Label {_excerpt(doc, new)} as {label.title.lower()}", (*edits, Edit(key, None, new))), key


def delete(doc: AnnotatedArticle, keys: Iterable[str]) -> Change:
    """Deletes annotations, the links that lead to them, and entities that nothing mentions any more."""
    gone = {key: doc.markup[key] for key in keys}
    edits = [Edit(key, one, None) for key, one in gone.items()]
    tied = {one.id: one for key in gone for one in doc.markup.tied_to(key) if one.id not in gone}
    for one in tied.values():
        kept = tuple(link for link in one.links if link.target not in gone)
        edits.append(Edit(one.id, one, replace(one, links=kept)))
    what = ", ".join(gone) if len(gone) <= 3 else f"{len(gone)} annotations"
    return with_entities_tidied(doc, Change(f"Delete {what}", tuple(edits)))


def relabel(doc: AnnotatedArticle, key: str, label: Label, hand: Hand) -> tuple[Change, str]:
    """Another label, and an id that fits it; links to the annotation follow. Answers with the new id."""
    old = doc.markup[key]
    if old.label == label.name:
        return Change("Relabel", ()), key
    new_key = doc.markup.next_id(label.prefix or "n")
    new = replace(_retied(old, key, new_key), id=new_key, label=label.name, modified=hand.now)
    edits = [Edit(key, old, None), Edit(new_key, None, new)]
    edits += [
        Edit(one.id, one, _retied(one, key, new_key)) for one in doc.markup.tied_to(key) if one.id != key
    ]
    title = label.title.lower()
    article = "an" if title.startswith(tuple("aeiou")) else "a"
    return Change(f"Make {key} {article} {title}", tuple(edits)), new_key


def set_value(doc: AnnotatedArticle, key: str, name: str, typed: str, hand: Hand) -> Change:
    """Sets an attribute to what was typed, or clears it. Raises ValueNotUnderstood."""
    old = doc.markup[key]
    new, edits = _with_typed(doc, old, name, typed)
    if new == old:
        return Change("Set", ())
    change = Change(f"Set {name} of {key}", (*edits, Edit(key, old, replace(new, modified=hand.now))))
    return with_entities_tidied(doc, change)


def set_note(doc: AnnotatedArticle, key: str, note: str, hand: Hand) -> Change:
    return _replaced(doc, f"Note on {key}", key, hand, note=note.strip())


def set_spans(doc: AnnotatedArticle, key: str, spans: Iterable[Span], hand: Hand) -> Change:
    """Moves the ends of an annotation, or its pieces."""
    return _replaced(doc, f"Move the ends of {key}", key, hand, spans=tuple(spans))


def add_piece(doc: AnnotatedArticle, key: str, span: Span, hand: Hand) -> Change:
    """One more piece; where it overlaps or touches another the two become one."""
    return _replaced(doc, f"Add a piece to {key}", key, hand, spans=doc.markup[key].with_span(span).spans)


def remove_piece(doc: AnnotatedArticle, key: str, span: Span, hand: Hand) -> Change:
    """One piece fewer; an annotation whose only piece it is goes with it."""
    rest = tuple(piece for piece in doc.markup[key].spans if piece != span)
    if not rest and not doc.markup[key].lost:
        return delete(doc, [key])
    return _replaced(doc, f"Remove a piece of {key}", key, hand, spans=rest)


def link(doc: AnnotatedArticle, key: str, role_name: str, target: str, hand: Hand) -> Change:
    """Ties an annotation to another; a role that holds one tie gives up its old one."""
    old = doc.markup[key]
    label = doc.codebook.style_of(old.label)
    role = label.role(role_name)
    if role is None:
        known = ", ".join(one.name for one in label.roles) or "none"
        raise ValueNotUnderstood(f"{label.title} has no role “{role_name}”; its roles are: {known}")
    if target not in doc.markup:
        raise ValueNotUnderstood(f"there is no annotation {target}")
    if target == key:
        raise ValueNotUnderstood(f"{key} cannot be linked to itself")
    if doc.markup[target].label not in role.targets:
        raise ValueNotUnderstood(f"{role.title} must be one of: {', '.join(role.targets)}; {target} is not")
    kept = old.links if role.many else tuple(one for one in old.links if one.role != role_name)
    new = replace(old, links=kept).with_link(Link(role_name, target))
    return _replaced(doc, f"Link {key} → {target} as {role.name}", key, hand, links=new.links)


def unlink(doc: AnnotatedArticle, key: str, tie: Link, hand: Hand) -> Change:
    rest = doc.markup[key].without_link(tie).links
    return _replaced(doc, f"Unlink {key} from {tie.target}", key, hand, links=rest)


def set_source(doc: AnnotatedArticle, source: SourceRecord) -> Change:
    """Another source record, its date of publication as typed."""
    source = replace(source, published=stated_date(source.published))
    return Change("Edit the source record", (Edit("", doc.source, source),))


def set_filing(doc: AnnotatedArticle, filing: Filing, name: str) -> Change:
    """How the article is filed, under the name that undo shows."""
    return Change(name, (Edit("", doc.filing, filing),))


def strike_out(doc: AnnotatedArticle, blocks: Iterable[int]) -> Change:
    """Takes paragraphs, by number, for no part of the article."""
    struck = sorted({*doc.filing.struck, *blocks})
    return set_filing(doc, replace(doc.filing, struck=tuple(struck)), "Strike out")


def bring_back(doc: AnnotatedArticle, blocks: Iterable[int]) -> Change:
    """Takes paragraphs that were struck out for a part of the article after all."""
    struck = sorted({*doc.filing.struck} - {*blocks})
    return set_filing(doc, replace(doc.filing, struck=tuple(struck)), "Bring back")


def set_words(doc: AnnotatedArticle, words: BriefWords) -> Change:
    """Other words for the brief, its date as typed."""
    words = replace(words, date=stated_date(words.date))
    return Change("Edit the words of the brief", (Edit("", doc.words, words),))


def set_codebook(doc: AnnotatedArticle, codebook: Codebook, name: str) -> Change:
    return Change(name, (Edit("", doc.codebook, codebook),))


def with_entities_tidied(doc: AnnotatedArticle, change: Change) -> Change:
    """The change, and with it the end of each entity that no annotation would name after it."""
    entities: dict[str, Entity] = dict(doc.entities)
    stated: Counter[str] = Counter()
    touched: set[str] = set()
    for edit in change.edits:
        if isinstance(edit.before, Annotation):
            stated.subtract(edit.before.attributes.values())
            touched |= _entities_named(doc, edit.before)
        if isinstance(edit.after, Annotation):
            stated.update(edit.after.attributes.values())
        if isinstance(edit.after, Entity):
            entities[edit.key] = edit.after
    unnamed = [key for key in touched & entities.keys() if doc.markup.times_stated(key) + stated[key] <= 0]
    return replace(
        change, edits=(*change.edits, *(Edit(key, entities[key], None) for key in sorted(unnamed)))
    )


def _entities_named(doc: AnnotatedArticle, one: Annotation) -> set[str]:
    attributes = doc.codebook.style_of(one.label).attributes
    return {one.value(each.name) for each in attributes if each.kind is AttributeKind.ENTITY}


def _retied(one: Annotation, old: str, new: str) -> Annotation:
    """The same with its links to the one id leading to the other."""
    return replace(
        one, links=tuple(replace(link, target=new) if link.target == old else link for link in one.links)
    )


def _replaced(doc: AnnotatedArticle, name: str, key: str, hand: Hand, **fields: object) -> Change:
    old = doc.markup[key]
    new = replace(old, **fields)  # type: ignore[arg-type]  # the callers name fields of Annotation
    if new == old:
        return Change(name, ())
    after: Value = replace(new, modified=hand.now)
    return Change(name, (Edit(key, old, after),))


def _with_typed(
    doc: AnnotatedArticle, one: Annotation, name: str, typed: str
) -> tuple[Annotation, list[Edit]]:
    label = doc.codebook.style_of(one.label)
    definition = label.attribute(name)
    if definition is None and name in one.attributes:
        return one.with_value(name, typed.strip()), []  # kept from another label
    if definition is None:
        known = ", ".join(each.name for each in label.attributes) or "none"
        raise ValueNotUnderstood(f"{label.title} has no attribute “{name}”; its attributes are: {known}")
    value = canonical(definition, typed)
    if definition.kind is not AttributeKind.ENTITY or not value or value in doc.entities:
        return one.with_value(name, value), _kind_learned(doc, label, one, name, value)
    if known_entity := named(doc.entities.values(), value):
        return one.with_value(name, known_entity.id), []
    new = Entity(entity_id(value, {*doc.entities, *doc.markup}), value, one.value("kind") or one.label)
    return one.with_value(name, new.id), [Edit(new.id, None, new)]


def _kind_learned(doc: AnnotatedArticle, label: Label, one: Annotation, name: str, value: str) -> list[Edit]:
    """An entity of which nothing but the label was known takes on the kind that is stated of it."""
    definition = label.entity_attribute
    entity = doc.entities.get(one.value(definition.name)) if definition else None
    if name != "kind" or not value or entity is None or entity.kind not in ("", one.label):
        return []
    return [Edit(entity.id, entity, replace(entity, kind=value))]


def _is_entity(label: Label, name: str) -> bool:
    """Entities come after the other values: what is meant is of the kind that those state."""
    definition = label.attribute(name)
    return definition is not None and definition.kind is AttributeKind.ENTITY


def _with_known_entity(doc: AnnotatedArticle, label: Label, one: Annotation) -> Annotation:
    """The entity that these very words already stand for in this article, if all agree on one."""
    definition = label.entity_attribute
    if definition is None or one.value(definition.name) or not doc.entities:
        return one
    words = one.words(doc.article)
    known = {
        each.value(definition.name)
        for each in doc.markup.alike(one)
        if each.words(doc.article) == words and each.value(definition.name)
    }
    if not known and (called := named(doc.entities.values(), " ".join(words))):
        known = {called.id}
    return one.with_value(definition.name, known.pop()) if len(known) == 1 else one


def _excerpt(doc: AnnotatedArticle, one: Annotation) -> str:
    words = " […] ".join(one.words(doc.article)).replace("\n", " ")
    return f"“{words if len(words) <= 32 else words[:31].rstrip() + '…'}”"
