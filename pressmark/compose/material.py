"""What a brief is made from: the articles, numbered as sources, and names for their places in it."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.brief import Inline, Link, Text, Tone
from pressmark.compose.phrases import Phrases, phrases
from pressmark.conversion import Rate, known_rates
from pressmark.facts import of_label
from pressmark.labels import Label
from pressmark.same_entities import told_alike
from pressmark.same_story import same_stories
from pressmark.templates import ChosenSection, Template
from pressmark.words import BriefWords

_SECTION_OF = {"pledge": "pledges", "quote": "statements"}


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the brief counts it: `number` from 1; `prefix` keeps the ids of several apart."""

    doc: AnnotatedArticle
    number: int
    prefix: str

    def row_anchor(self, key: str) -> str:
        """The place of an annotation's row in its table."""
        return f"{self.prefix}{_letters(key)}"

    def text_anchor(self, key: str) -> str:
        """The place of an annotation in the marked text."""
        return f"text_{self.prefix}{_letters(key)}"

    @property
    def anchor(self) -> str:
        """The place of the source's entry in the list of sources."""
        return f"source_{self.number}"

    def is_in_text(self, key: str) -> bool:
        """True when the marked article shows a character of the annotation (line ends are not shown)."""
        return any(words.strip("\n") for words in self.doc.markup[key].words(self.doc.article))

    def name(self, key: str) -> str:
        """The readable id: ``q1``, or ``2:q1`` where several articles have a q1."""
        return f"{self.number}:{key}" if self.prefix else key


Tied = tuple[Source, str]
"""An annotation's id in its article; an empty id means the article itself."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the sections draw on. `sections` are the chosen ones: nothing links into the void."""

    sources: tuple[Source, ...]
    words: BriefWords
    now: datetime
    template: Template
    earlier: tuple[AnnotatedArticle, ...] = ()  # what the last brief was made from
    sections: frozenset[str] = field(init=False)
    say: Phrases = field(init=False)
    rates: tuple[Rate, ...] = field(init=False)
    stories: tuple[int, ...] = field(init=False)  # for each source the number of the first of its story

    def __post_init__(self) -> None:
        stories = same_stories([source.doc.article.text for source in self.sources])
        for name, value in (
            ("sections", frozenset(one.name for one in self.template.sections)),
            ("say", phrases(self.template.language)),
            ("rates", known_rates(self.words.rates)),
            ("stories", tuple(place + 1 for place in stories)),
        ):
            object.__setattr__(self, name, value)

    def story_of(self, source: Source) -> int:
        """The number of the first article that tells the same story, as wire copy does."""
        return self.stories[source.number - 1]

    def chosen(self, section: str) -> ChosenSection:
        """What the template says of a section."""
        return self.template.section(section) or ChosenSection(section)

    def id_link(self, source: Source, key: str) -> Inline:
        """The readable id; it leads to the words in the marked article where the brief holds it."""
        if "article" in self.sections and source.is_in_text(key):
            return Link(source.name(key), f"#{source.text_anchor(key)}")
        return Text(source.name(key))

    def row(self, source: Source, key: str) -> str:
        """Where the brief has the row of an annotation, empty where it may be among those cut off."""
        label = source.doc.markup[key].label
        section = _SECTION_OF.get(label, "")
        if section not in self.sections:
            return ""
        most = self.chosen(section).most
        has_all = not most or sum(len(of_label(one.doc, label)) for one in self.sources) <= most
        return f"#{source.row_anchor(key)}" if has_all else ""

    def reference(self, source: Source, key: str) -> Inline:
        """The readable id from elsewhere in the brief: it leads to the words, else to the row."""
        link, row = self.id_link(source, key), self.row(source, key)
        return Link(source.name(key), row) if row and isinstance(link, Text) else link

    def place(self, source: Source, one: Annotation) -> tuple[Inline, ...]:
        """Where an annotation stands: ``[1] ¶5``."""
        number: Inline = Text(f"[{source.number}]", Tone.QUIET)
        if "sources" in self.sections:
            number = Link(f"[{source.number}]", f"#{source.anchor}", Tone.QUIET)
        if not one.spans:
            return (number, Text(f" {self.say('word.not-placed')}", Tone.QUIET))
        paragraph = source.doc.article.paragraph_number_at(one.start)
        return (number, Text(f" {self.say('word.paragraph', n=paragraph)}", Tone.QUIET))


def material(
    docs: Sequence[AnnotatedArticle],
    words: BriefWords,
    now: datetime,
    template: Template,
    earlier: Sequence[AnnotatedArticle] = (),
) -> Material:
    return Material(numbered(told_alike(docs)), words, now, template, tuple(earlier))


def numbered(docs: Sequence[AnnotatedArticle]) -> tuple[Source, ...]:
    """The articles as a brief counts them, in the order given."""
    several = len(docs) > 1
    return tuple(
        Source(doc, number, f"s{number}_" if several else "") for number, doc in enumerate(docs, start=1)
    )


def labels_of(sources: Sequence[Source]) -> dict[str, Label]:
    """The labels of all codebooks by name, then those that only annotations name.

    Where codebooks differ, a label looks as in the first and has the attributes and roles of all.
    """
    found: dict[str, Label] = {}
    for source in sources:
        for label in source.doc.codebook.labels:
            found[label.name] = _with_more(found.get(label.name, label), label)
    for source in sources:
        for one in source.doc.markup.in_text_order():
            found.setdefault(one.label, source.doc.codebook.style_of(one.label))
    return found


def _with_more(label: Label, other: Label) -> Label:
    attributes = tuple(one for one in other.attributes if not label.attribute(one.name))
    roles = tuple(one for one in other.roles if not label.role(one.name))
    return replace(label, attributes=label.attributes + attributes, roles=label.roles + roles)


def one_line(text: str) -> str:
    """The same with a space for each line end, which the texts of a brief do not hold."""
    return re.sub(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*", " ", text)


def _letters(key: str) -> str:
    """The id where it can name a place, else a hash of it; Word takes capitals for small letters."""
    if re.fullmatch(r"[a-z][a-z0-9]{0,23}", key):
        return key
    return f"x_{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
