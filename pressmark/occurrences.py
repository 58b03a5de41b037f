"""All places where words stand, what is labelled there already, and one change that labels the rest."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.entities import entity_id
from pressmark.finding import Query, find
from pressmark.labels import AttributeKind, Label
from pressmark.markup import Change, Edit
from pressmark.same_entities import same_entity

CONTEXT = 72
"""How many characters of its paragraph are shown before and after an occurrence."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place, with what stands around it in its paragraph; `already` is the annotation that says it."""

    span: Span
    before: str
    after: str
    already: str = ""


def occurrences(doc: AnnotatedArticle, query: Query, label_name: str = "") -> list[Occurrence]:
    """All places of the article that the query means, in text order. Raises QueryNotUnderstood."""
    spans = find(doc.article.text, query)
    known = already_labelled(doc, label_name, spans)
    return [
        Occurrence(span, *context(doc.article, span), key) for span, key in zip(spans, known, strict=True)
    ]


def context(article: Article, span: Span) -> tuple[str, str]:
    """The words before and after a span in its paragraph, with … where they go on."""
    text = article.text
    first, last = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before = text[text.rfind("\n", first, span.start) + 1 or first : span.start]
    after = text[span.end : last].partition("\n")[0]
    if len(before) == CONTEXT and text[first - 1 : first].strip("\n"):
        before = f"… {before.partition(' ')[2] or before}"
    if len(after) == CONTEXT and text[last : last + 1].strip("\n"):
        after = f"{after.rpartition(' ')[0] or after} …"
    return before, after


def already_labelled(doc: AnnotatedArticle, label_name: str, spans: Sequence[Span]) -> list[str]:
    """For each span the id of an annotation of the label with a piece that covers it, "" where none does."""
    pieces = [
        (piece.start, piece.end, one.id)
        for one in doc.markup.values()
        if one.label == label_name
        for piece in one.spans
    ]
    starts: list[int] = []
    furthest: list[tuple[int, str]] = []  # of the pieces up to each start, the one that reaches furthest
    for start, end, key in sorted(pieces):
        starts.append(start)
        furthest.append((end, key) if not furthest or end > furthest[-1][0] else furthest[-1])
    known = []
    for span in spans:
        before = bisect_right(starts, span.start)
        end, key = furthest[before - 1] if before else (0, "")
        known.append(key if end >= span.end else "")
    return known


def label_all(
    doc: AnnotatedArticle,
    label_name: str,
    spans: Iterable[Span],
    hand: Hand,
    like: Annotation | None = None,
    origin: AnnotatedArticle | None = None,
) -> tuple[Change, list[str]]:
    """One annotation a span that is not so labelled yet, in one change; answers with their ids in text order.

    They carry the attributes of `like`, where it has the same label. `origin` is the article in which it
    stands, where that is another one: its links stay behind, while its label and the entities that it names
    are given to this article too. Without `like` they have the entity that their words stand for.
    """
    origin = origin or doc
    label, edits = _label_given(doc, label_name, origin)
    spans = sorted(set(spans))
    new = [span for span, key in zip(spans, already_labelled(doc, label_name, spans), strict=True) if not key]
    if not new:
        return Change(_name(doc, label, new), ()), []
    if edits:
        doc = doc.after(Change("", tuple(edits)))
    keys = _new_ids(doc, label, len(new))
    model = Annotation(keys[0], label_name, (new[0],), {}, (), "", hand.author, hand.now, hand.now)
    if like is not None and like.label == label_name:
        model = replace(model, attributes=like.attributes, links=like.links if origin is doc else ())
    if origin is not doc:
        model, more = _with_entities_given(doc, label, model, origin, keys)
        edits += more
    made = _made(doc, label, model, zip(keys, new, strict=True))
    edits += [Edit(one.id, None, one) for one in made]
    return Change(_name(doc, label, new), tuple(edits)), keys


def _made(
    doc: AnnotatedArticle, label: Label, model: Annotation, places: Iterable[tuple[str, Span]]
) -> list[Annotation]:
    """The annotations, like the model but for id and place, and for the entity where it names none."""
    entity = label.entity_attribute.name if label.entity_attribute else ""
    asks = bool(entity) and not model.value(entity)
    meant: dict[str, str] = {}
    made = []
    for key, span in places:
        one = replace(model, id=key, spans=(span,))
        if asks:
            words = doc.article.words_at(span)
            if words not in meant:
                meant[words] = _entity_of(doc, one, entity)
            one = one.with_value(entity, meant[words]) if meant[words] else one
        made.append(one)
    return made


def _entity_of(doc: AnnotatedArticle, one: Annotation, attribute: str) -> str:
    """The entity that its words would be given if they were labelled by themselves."""
    change, _ = changes.annotate(doc, one.label, one.spans, Hand(one.author, one.created))
    return next(edit.after.value(attribute) for edit in change.edits if isinstance(edit.after, Annotation))


def _new_ids(doc: AnnotatedArticle, label: Label, count: int) -> list[str]:
    prefix = label.prefix or "n"
    first = int(doc.markup.next_id(prefix)[len(prefix) :])
    return [f"{prefix}{number}" for number in range(first, first + count)]


def _label_given(doc: AnnotatedArticle, name: str, origin: AnnotatedArticle) -> tuple[Label, list[Edit]]:
    """The label, added to the codebook where only the origin's has it, without a key or prefix that is taken.

    Raises ValueNotUnderstood where neither has it.
    """
    label = doc.codebook.label(name)
    theirs = origin.codebook.label(name)
    if label is not None:
        return label, []
    if theirs is None:
        known = ", ".join(one.name for one in doc.codebook.labels)
        raise ValueNotUnderstood(f"there is no label “{name}”; the codebook has {known}")
    taken = {each for one in doc.codebook.labels for each in (one.key, one.prefix)}
    theirs = replace(
        theirs,
        key="" if theirs.key in taken else theirs.key,
        prefix="" if theirs.prefix in taken else theirs.prefix,
    )
    return theirs, [Edit("", doc.codebook, doc.codebook.with_label(theirs))]


def _with_entities_given(
    doc: AnnotatedArticle, label: Label, model: Annotation, origin: AnnotatedArticle, keys: Collection[str]
) -> tuple[Annotation, list[Edit]]:
    """The same with this article's entities for the origin's; those it has not are given to it."""
    edits: dict[str, Edit] = {}
    for definition in label.attributes:
        theirs = origin.entities.get(model.value(definition.name))
        if definition.kind is not AttributeKind.ENTITY or theirs is None:
            continue
        ours = same_entity(doc.entities.values(), theirs) or replace(
            theirs, id=entity_id(theirs.name, {*doc.entities, *doc.markup, *keys})
        )
        if ours.id not in doc.entities:
            edits[ours.id] = Edit(ours.id, None, ours)
        model = model.with_value(definition.name, ours.id)
    return model, list(edits.values())


def _name(doc: AnnotatedArticle, label: Label, spans: Sequence[Span]) -> str:
    said = {" ".join(doc.article.words_at(span).split()) for span in spans}
    words = f" of “{next(iter(said))}”" if len(said) == 1 and len(next(iter(said))) <= 32 else ""
    places = "1 occurrence" if len(spans) == 1 else f"{len(spans)} occurrences"
    return f"Label {places}{words} as {label.title.lower()}"
