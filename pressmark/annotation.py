"""What an analyst says of a stretch of text: frozen values, to be replaced and never altered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pressmark.article import Article, Span

CONTEXT = 32
"""How many characters before and after a span are saved with it, to find it again in an edited text."""

MOST_DIGITS = 15
"""An id with a longer number (another program's) counts by its first digits only."""

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
"""One for all annotations that have none: most have none."""


@dataclass(frozen=True, slots=True)
class TextQuote:
    """The exact words of a span and what stands around them (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, article: Article, span: Span) -> "TextQuote":
        text = article.text
        return cls(
            text[span.start : span.end],
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
        )


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A directed tie from the annotation that holds it to another, in a role that its label defines."""

    role: str
    target: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One label on one or several spans, with attributes, links and a note.

    Spans are in text order and do not overlap one another; links are in the order of their roles and targets,
    so that how an annotation came about is not part of what it says. Attribute values are the canonical text
    of their kind (see `pressmark.attributes`). `lost` holds pieces whose words are not found in the text any
    more. Times are ISO 8601 in UTC.
    """

    id: str
    label: str
    spans: tuple[Span, ...]
    attributes: Mapping[str, str] = field(default_factory=lambda: _NO_ATTRIBUTES)
    links: tuple[Link, ...] = ()
    note: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    lost: tuple[TextQuote, ...] = ()
    foreign: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.spans) > 1:
            object.__setattr__(self, "spans", joined(self.spans))
        if len(self.links) > 1:
            object.__setattr__(self, "links", tuple(sorted(set(self.links), key=_link_order)))
        own = MappingProxyType(dict(self.attributes)) if self.attributes else _NO_ATTRIBUTES
        object.__setattr__(self, "attributes", own)
        if not self.spans and not self.lost:
            raise ValueError(f"annotation {self.id} has no piece of text")

    @property
    def start(self) -> int:
        """Where its first piece begins; past every text when no piece could be placed."""
        return self.spans[0].start if self.spans else 2**63

    @property
    def end(self) -> int:
        return self.spans[-1].end if self.spans else 2**63

    def value(self, name: str) -> str:
        """The attribute's canonical text, empty when it is not set."""
        return self.attributes.get(name, "")

    def targets(self, role: str) -> tuple[str, ...]:
        """Ids of the annotations it is tied to in this role."""
        return tuple(link.target for link in self.links if link.role == role)

    def with_value(self, name: str, value: str) -> "Annotation":
        """The same with an attribute set, or removed where the value is empty."""
        rest = {key: old for key, old in self.attributes.items() if key != name}
        return replace(self, attributes={**rest, name: value} if value else rest)

    def with_link(self, link: Link) -> "Annotation":
        return self if link in self.links else replace(self, links=(*self.links, link))

    def without_link(self, link: Link) -> "Annotation":
        return replace(self, links=tuple(old for old in self.links if old != link))

    def with_span(self, span: Span) -> "Annotation":
        """The same with one more piece; pieces that overlap or touch become one."""
        return replace(self, spans=(*self.spans, span))

    def words(self, article: Article) -> tuple[str, ...]:
        """The exact text of each piece."""
        return tuple(article.words_at(span) for span in self.spans)


def id_order(key: str) -> tuple[str, int, str]:
    """Sorts readable ids as people count: a2 before a10."""
    letters = key.rstrip("0123456789")
    digits = key[len(letters) :]
    return letters, int(digits[:MOST_DIGITS] or 0), key


def _link_order(link: Link) -> tuple[str, tuple[str, int, str]]:
    return link.role, id_order(link.target)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in text order, those that overlap or touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
