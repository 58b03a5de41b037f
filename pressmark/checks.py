"""What is still missing before a brief can be trusted: each finding leads to its annotation."""

from collections import Counter
from dataclasses import dataclass

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import ValueNotUnderstood, canonical
from pressmark.labels import AttributeKind, Label


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing missing or wrong: of which annotation ("" for the article itself), and what, in words."""

    annotation: str
    about: str
    message: str


def check(doc: AnnotatedArticle) -> list[Finding]:
    """All findings of an article, in text order."""
    found = [] if doc.source.headline else [Finding("", "headline", "the article has no headline")]
    for one in doc.markup.in_text_order():
        label = doc.codebook.label(one.label)
        if label is None:
            found.append(Finding(one.id, "label", f"{one.id} has a label the codebook lacks: {one.label}"))
            continue
        found += _missing(one, label) + _wrong(doc, one, label)
        if one.lost:
            found.append(Finding(one.id, "place", f"the words of {one.id} are not in the text"))
    return found


def summary(doc: AnnotatedArticle) -> list[str]:
    """The findings counted by kind: “2 quotes have no speaker”."""
    counts: Counter[tuple[str, str]] = Counter()
    for finding in check(doc):
        if finding.annotation and finding.message.startswith(f"{finding.annotation} has no "):
            label = doc.codebook.style_of(doc.markup[finding.annotation].label)
            counts[label.title.lower(), finding.about] += 1
    return [
        f"{number} {label}{'s have' if number > 1 else ' has'} no {about}"
        for (label, about), number in counts.items()
    ]


def _missing(one: Annotation, label: Label) -> list[Finding]:
    absent = [role.name for role in label.roles if role.expected and not one.targets(role.name)]
    absent += [each.name for each in label.attributes if each.expected and not one.value(each.name)]
    return [Finding(one.id, name, f"{one.id} has no {name}") for name in absent]


def _wrong(doc: AnnotatedArticle, one: Annotation, label: Label) -> list[Finding]:
    found = [
        Finding(one.id, tie.role, f"{one.id} is linked to {tie.target}, which does not exist")
        for tie in one.links
        if tie.target not in doc.markup
    ]
    for definition in label.attributes:
        value = one.value(definition.name)
        try:
            canonical(definition, value)
        except ValueNotUnderstood as error:
            found.append(Finding(one.id, definition.name, f"{one.id}: {error}"))
        if value and definition.kind is AttributeKind.ENTITY and value not in doc.entities:
            found.append(Finding(one.id, definition.name, f"{one.id} names {value}, which is no entity here"))
    return found
