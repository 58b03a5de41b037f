"""Whatever an analyst may do next to an article, for Hypothesis."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Link
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, AttributeKind, Codebook, Label, LineStyle
from pressmark.markup import Change, Edit
from tests.pressmark.story import SOURCE, told
from tests.pressmark.strategies import articles, briefs, notes, spans

LATER = Hand("otto", "2026-11-15T10:00:00+00:00")

DEAL = Label(
    "deal", "Deal", "teal", LineStyle.DOUBLE, "D", "d",
    attributes=(
        AttributeDefinition("buyer", "Buyer", AttributeKind.ENTITY),
        AttributeDefinition("seller", "Seller", AttributeKind.ENTITY),
        AttributeDefinition("kind", "Kind"),
    ),
)  # fmt: skip

CODEBOOKS = (
    STANDARD_CODEBOOK,
    STANDARD_CODEBOOK.with_label(DEAL),
    Codebook(tuple(label for label in STANDARD_CODEBOOK.labels if label.name != "actor")),
)

TYPED = (
    "",
    "Nora Venn",
    "nora-venn",
    "Otto Lind",
    "Port Almar",
    "£3m",
    "by 2027",
    "person",
    "48,5",
    "direct",
)


def _annotate(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    label = draw(st.sampled_from(doc.codebook.labels))
    places = draw(st.lists(spans(len(doc.article.text)), min_size=1, max_size=3))
    names = [one.name for one in label.attributes] or ["none"]
    values = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(TYPED), max_size=3))
    return changes.annotate(doc, label.name, places, LATER, values)[0]


def _delete(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.delete(
        doc, draw(st.lists(st.sampled_from(list(doc.markup)), min_size=1, max_size=3, unique=True))
    )


def _relabel(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.relabel(doc, _one(draw, doc), draw(st.sampled_from(doc.codebook.labels)), LATER)[0]


def _set_value(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    key = _one(draw, doc)
    names = [one.name for one in doc.codebook.style_of(doc.markup[key].label).attributes]
    name = draw(st.sampled_from(names or ["none"]))
    return changes.set_value(doc, key, name, draw(st.sampled_from(TYPED)), LATER)


def _set_note(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.set_note(doc, _one(draw, doc), draw(notes), LATER)


def _set_spans(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    places = draw(st.lists(spans(len(doc.article.text)), min_size=1, max_size=3))
    return changes.set_spans(doc, _one(draw, doc), places, LATER)


def _add_piece(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.add_piece(doc, _one(draw, doc), draw(spans(len(doc.article.text))), LATER)


def _remove_piece(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    key = _one(draw, doc)
    return changes.remove_piece(doc, key, draw(st.sampled_from(doc.markup[key].spans)), LATER)


def _link(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    key = _one(draw, doc)
    roles = [role.name for role in doc.codebook.style_of(doc.markup[key].label).roles]
    return changes.link(doc, key, draw(st.sampled_from(roles or ["none"])), _one(draw, doc), LATER)


def _unlink(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    key = _one(draw, doc)
    tie = draw(st.sampled_from((*doc.markup[key].links, Link("speaker", "nobody"))))
    return changes.unlink(doc, key, tie, LATER)


def _set_source(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    published = draw(st.sampled_from(("", "14 November 2026", "last week")))
    return changes.set_source(doc, replace(SOURCE, published=published, outlet=draw(notes)))


def _set_words(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.set_words(doc, draw(briefs))


def _set_codebook(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    return changes.set_codebook(doc, draw(st.sampled_from(CODEBOOKS)), "Change the codebook")


def _rename_entity(draw: st.DrawFn, doc: AnnotatedArticle) -> Change:
    entity = draw(st.sampled_from(list(doc.entities.values())))
    renamed = replace(entity, name=draw(st.sampled_from(("Otto Lind", "N. Venn"))), aliases=(entity.name,))
    return Change(f"Rename {entity.name}", (Edit(entity.id, entity, renamed),))


def _one(draw: st.DrawFn, doc: AnnotatedArticle) -> str:
    return draw(st.sampled_from(list(doc.markup)))


_ON_ANNOTATIONS: tuple[Callable[[st.DrawFn, AnnotatedArticle], Change], ...] = (
    _delete, _relabel, _set_value, _set_note, _set_spans, _add_piece, _remove_piece, _link, _unlink,
)  # fmt: skip
_ON_ANY: tuple[Callable[[st.DrawFn, AnnotatedArticle], Change], ...] = (
    _annotate, _set_source, _set_words, _set_codebook,
)  # fmt: skip


@st.composite
def operations(draw: st.DrawFn, doc: AnnotatedArticle) -> Change | None:
    """The change that some action makes; None where the action is refused."""
    possible = (_ON_ANNOTATIONS * 2 if doc.markup else ()) + _ON_ANY
    possible += (_rename_entity,) if doc.entities else ()
    operation = draw(st.sampled_from(possible))
    try:
        return operation(draw, doc)
    except ValueNotUnderstood:
        return None


@st.composite
def worked_on(draw: st.DrawFn) -> AnnotatedArticle:
    """An article after some work, on a story or on what breaks careless programs."""
    nasty = draw(articles())
    doc = AnnotatedArticle(nasty) if nasty.text and draw(st.booleans()) else told()
    for _ in range(draw(st.integers(0, 8))):
        if change := draw(operations(doc)):
            doc.apply(change)
    return doc
