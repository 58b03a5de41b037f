"""What is still missing before a brief can be trusted: each finding leads to its annotation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import SOURCE_STATES
from pressmark.attributes import ValueNotUnderstood, canonical
from pressmark.conversion import RateNotUnderstood, rates
from pressmark.judgements import mixed
from pressmark.labels import AttributeKind, Label
from pressmark.references import references


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing missing or wrong, of which annotation ("" for the article itself).

    `about` names the attribute or role; `missing` is what is not there, in words, empty for what is wrong.
    """

    annotation: str
    about: str
    message: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind over several articles: “7 quotes have no speaker”.

    `places` are the numbers of the articles, from 0, with the annotations ("" for the article itself).
    """

    message: str
    places: tuple[tuple[int, str], ...]


def check(doc: AnnotatedArticle) -> list[Finding]:
    """All findings of an article, in text order."""
    found = [] if doc.source.headline else [Finding("", "headline", "the article has no headline")]
    for one in doc.markup.in_text_order():
        label = doc.codebook.label(one.label)
        if label is None:
            found.append(Finding(one.id, "label", f"{one.id} has a label the codebook lacks: {one.label}"))
            label = doc.codebook.style_of(one.label)
        found += _missing(one, label) + _wrong(doc, one, label)
        if one.lost:
            found.append(Finding(one.id, "place", f"the words of {one.id} are not in the text"))
    return found


def summary(doc: AnnotatedArticle) -> list[str]:
    """The findings counted by kind: “2 quotes have no speaker”, “the article has no headline”."""
    missing: Counter[tuple[str, str]] = Counter()
    others = []
    for finding in check(doc):
        if finding.missing:
            label = doc.codebook.style_of(doc.markup[finding.annotation].label)
            missing[label.title.lower(), finding.missing] += 1
        else:
            others.append(finding.message)
    counted = [_counted(label, what, number) for (label, what), number in missing.items()]
    return [*counted, *others]


def findings(docs: Sequence[AnnotatedArticle]) -> list[FindingGroup]:
    """The findings of all articles, those of a kind counted together; most frequent first."""
    groups: dict[tuple[str, str], list[tuple[int, str]]] = {}
    others: list[FindingGroup] = []
    for number, doc in enumerate(docs):
        for finding in check(doc):
            place = (number, finding.annotation)
            if finding.missing:
                label = doc.codebook.style_of(doc.markup[finding.annotation].label).title.lower()
                groups.setdefault((label, finding.missing), []).append(place)
            else:
                others.append(FindingGroup(finding.message, (place,)))
        if doc.source.status:
            groups.setdefault(("source", doc.source.status), []).append((number, ""))
    counted = [FindingGroup(_counted(*kind, len(places)), tuple(places)) for kind, places in groups.items()]
    return [*_of_the_words(docs), *sorted(counted, key=lambda group: -len(group.places)), *others]


def _of_the_words(docs: Sequence[AnnotatedArticle]) -> list[FindingGroup]:
    """What is wrong with what the analyst has written for the brief."""
    found = []
    for number, doc in enumerate(docs):
        try:
            rates(doc.words.rates)
        except RateNotUnderstood as error:
            found.append(FindingGroup(str(error), ((number, ""),)))
        for one in references(docs, f"{doc.words.bottom_line}\n{doc.words.judgements}"):
            if one.article < 0:
                message = f"the words of the brief refer to {one.typed}, which is not there"
                found.append(FindingGroup(message, ((number, ""),)))
        for sentence in mixed(doc.words.judgements):
            message = f"a key judgement has both a likelihood and a level of confidence: “{sentence}”"
            found.append(FindingGroup(message, ((number, ""),)))
    return found


def _counted(subject: str, what: str, number: int) -> str:
    if what in SOURCE_STATES:
        return f"{number} {subject}{'s are' if number > 1 else ' is'} {what}"
    return f"{number} {subject}{'s have' if number > 1 else ' has'} no {what}"


def _missing(one: Annotation, label: Label) -> list[Finding]:
    absent = [(role.name, role.name) for role in label.roles if role.expected and not one.targets(role.name)]
    absent += [
        (each.name, each.title.lower())
        for each in label.attributes
        if each.expected and not one.value(each.name)
    ]
    return [Finding(one.id, name, f"{one.id} has no {what}", what) for name, what in absent]


def _wrong(doc: AnnotatedArticle, one: Annotation, label: Label) -> list[Finding]:
    found = []
    for tie in one.links:
        role, target = label.role(tie.role), doc.markup.get(tie.target)
        linked = f"{one.id} is linked to {tie.target}"
        if target is None:
            found.append(Finding(one.id, tie.role, f"{linked}, which does not exist"))
        elif role and target.label not in role.targets:
            message = f"{linked} as {tie.role}, which must be one of: {', '.join(role.targets)}"
            found.append(Finding(one.id, tie.role, message))
    for definition in label.attributes:
        value = one.value(definition.name)
        try:
            canonical(definition, value)
        except ValueNotUnderstood as error:
            found.append(Finding(one.id, definition.name, f"{one.id}: {error}"))
        if value and definition.kind is AttributeKind.ENTITY and value not in doc.entities:
            found.append(Finding(one.id, definition.name, f"{one.id} names {value}, which is no entity here"))
    return found
