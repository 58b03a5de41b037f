"""Which annotation a typed text means as the target of a link: one that is there, or a new one."""

import regex

from pressmark.anchoring import IN_WORD
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.article import Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand, annotate, link
from pressmark.edges import between_words
from pressmark.importers.canon import canon
from pressmark.labels import RoleDefinition
from pressmark.markup import Change
from pressmark.names import name_places

_WITHIN_CHARACTER = r"[\p{M}\u200d\U0001f3fb-\U0001f3ff]"
"""What belongs to the character before it: accents, joiners, the skin tones of emoji."""


def link_to_text(doc: AnnotatedArticle, key: str, role_name: str, typed: str, hand: Hand) -> Change:
    """Ties an annotation to the one that `typed` means, marking the words nearest to it where none is.

    `typed` is an id, the exact words of an annotation, the name of its entity, or words of the text; parts of
    words stand for the whole ones. Raises ValueNotUnderstood when the text does not hold them.
    """
    typed = typed.strip()
    one = doc.markup[key]
    role = doc.codebook.style_of(one.label).role(role_name)
    if role is None or typed in doc.markup:
        return link(doc, key, role_name, typed, hand)
    found = _meant(doc, one, role, typed)
    if found:
        return link(doc, key, role_name, found.id, hand)
    return _link_to_new(doc, one, role, typed, hand)


def means_somebody(doc: AnnotatedArticle, one: Annotation, role: RoleDefinition, typed: str) -> bool:
    """True for an id, a name that is known, and whole words of the text; not for a part of a name there."""
    typed = typed.strip()
    if typed in doc.markup or _meant(doc, one, role, typed) is not None:
        return True
    names = name_places(doc.article, one.start)
    return any(
        _grown(doc.article.text, place) == place
        and not any(name.covers(place) and name != place for name in names)
        for place in find_words(doc.article.text, typed)
    )


def find_words(text: str, words: str) -> list[Span]:
    """Where the words stand as whole words, else wherever they stand; a space matches any white space."""
    pattern = r"\s+".join(regex.escape(word) for word in canon(words).split())
    if not pattern:
        return []
    anywhere = rf"(?<!\u200d){pattern}(?!{_WITHIN_CHARACTER})"
    for wanted in (rf"(?<!{IN_WORD}){anywhere}(?!{IN_WORD})", anywhere):
        if places := [Span(*found.span()) for found in regex.finditer(wanted, text, regex.VERSION1)]:
            return places
    return []


def _meant(doc: AnnotatedArticle, one: Annotation, role: RoleDefinition, typed: str) -> Annotation | None:
    def is_meant(other: Annotation) -> bool:
        label = doc.codebook.style_of(other.label)
        entity = (
            doc.entities.get(other.value(label.entity_attribute.name)) if label.entity_attribute else None
        )
        return " ".join(other.words(doc.article)) == typed or (entity is not None and entity.is_called(typed))

    candidates = [
        other for other in doc.markup.values() if other.label in role.targets and other.id != one.id
    ]
    return min(
        filter(is_meant, candidates),
        key=lambda other: (abs(other.start - one.start), id_order(other.id)),
        default=None,
    )


def _link_to_new(
    doc: AnnotatedArticle, one: Annotation, role: RoleDefinition, typed: str, hand: Hand
) -> Change:
    places = find_words(doc.article.text, typed)
    if not places:
        raise ValueNotUnderstood(
            f"“{typed}” is neither an annotation nor words of the article: mark in the text who is meant"
        )
    if not role.targets:
        raise ValueNotUnderstood(f"{role.title} leads to no label: name one in the codebook")
    nearest = min(places, key=lambda span: abs(span.start - one.start))
    words = _grown(doc.article.text, nearest)
    created, new_key = annotate(doc, role.targets[0], [words], hand)
    tie = link(doc.after(created), one.id, role.name, new_key, hand)
    return Change(tie.name, (*created.edits, *tie.edits))


def _grown(text: str, span: Span) -> Span:
    """With the rest of the words that it begins and ends in."""
    start, end = span.start, span.end
    while not between_words(text, start):
        start -= 1
    while not between_words(text, end):
        end += 1
    return Span(start, end)
