"""Values as an analyst's files may hold them, for Hypothesis."""

from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.brief import LineStyle
from pressmark.entities import Entity, Office
from pressmark.filing import STATES, Filing
from pressmark.labels import AttributeDefinition, AttributeKind, Codebook, Label, RoleDefinition, Trim
from pressmark.words import BriefWords

NASTY = "ab \t\u00a0é e\u0301😀👩‍💻ء العربية<>&\"']]>\u202e\u200d中\u00ad\ufeff"

texts = st.text(NASTY, max_size=8)
"""One line of what breaks careless programs."""

notes = st.text(NASTY + "\n\r", max_size=8)
"""What an analyst may type in a field of several lines."""

words = st.text("abcé中-1", min_size=1, max_size=3)

foreign = st.lists(
    st.sampled_from(
        (
            '<x:a xmlns:x="urn:x"/>',
            '<x:b xmlns:x="urn:x" x:y="1"> kept <!-- so -->\n <x:c/>tail</x:b>',
            '<y:d xmlns:y="urn:y">&amp;&#13;</y:d>',
        )
    ),
    max_size=2,
).map(tuple)


def spans(length: int) -> st.SearchStrategy[Span]:
    """Stretches of a text of that length, which must not be empty."""
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda ends: Span(min(ends[0], ends[1] - 1), max(ends[0] + 1, ends[1]))
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    kinds = st.sampled_from(BlockKind)
    blocks = draw(st.lists(st.tuples(kinds, texts, st.integers(0, 3)), max_size=5))
    return Article.of(blocks)


sources = st.builds(
    SourceRecord,
    *[notes] * 8,
    original_name=texts,
    media_type=st.just("text/plain"),
    original_sha256=st.just("0f" * 32),
    guessed=st.sampled_from(((), ("author",), ("published", "author"))),
)

briefs = st.builds(BriefWords, *[notes] * 6)

_offices = st.lists(st.builds(Office, words, notes, words, words), max_size=2).map(tuple)
entities = st.builds(
    Entity,
    words,
    words,
    words,
    st.lists(texts, max_size=2).map(tuple),
    words,
    words,
    notes,
    _offices,
    foreign,
)


@st.composite
def filings(draw: st.DrawFn, article: Article) -> Filing:
    """As an analyst may have filed the article."""
    numbers = st.sets(st.sampled_from(range(len(article.blocks)))) if article.blocks else st.just(set())
    return Filing(
        draw(st.sampled_from(STATES)),
        draw(st.lists(words, max_size=2, unique=True).map(tuple)),
        draw(st.booleans()),
        tuple(sorted(draw(numbers))),
        draw(foreign),
    )


_definitions = st.builds(
    AttributeDefinition,
    words,
    words,
    st.sampled_from(AttributeKind),
    st.lists(texts, max_size=2).map(tuple),
    st.booleans(),
)
_roles = st.builds(
    RoleDefinition,
    words,
    words,
    st.lists(words, min_size=1, max_size=2).map(tuple),
    st.booleans(),
    st.booleans(),
)
_labels = st.builds(
    Label,
    words,
    words,
    st.sampled_from(("yellow", "grey")),
    st.sampled_from(LineStyle),
    description=notes,
    attributes=st.lists(_definitions, max_size=2).map(tuple),
    roles=st.lists(_roles, max_size=2).map(tuple),
    parent=texts,
    foreign=foreign,
    trim=st.none() | st.sampled_from(Trim),
)
codebooks = st.lists(_labels, max_size=3, unique_by=lambda label: label.name).map(
    lambda labels: Codebook(tuple(labels))
)


@st.composite
def annotations(draw: st.DrawFn, key: str, length: int) -> Annotation:
    """An annotation of a text of that length, with a place in it, lost, or both."""
    placed = draw(st.lists(spans(length), max_size=3)) if length else []
    quotes = st.builds(TextQuote, st.just("words that are nowhere in the text"), texts, texts)
    lost = draw(st.lists(quotes, min_size=0 if placed else 1, max_size=2))
    author, created = draw(st.tuples(texts, st.sampled_from(("", "2026-11-14T09:30:00+00:00"))))
    return Annotation(
        key,
        draw(words),
        tuple(placed),
        draw(st.dictionaries(words, notes, max_size=3)),
        tuple(draw(st.lists(st.builds(Link, words, words), max_size=3))),
        draw(notes),
        author,
        created,
        created and draw(st.sampled_from((created, "2026-11-15T10:00:00+00:00"))),
        tuple(lost),
        draw(foreign),
    )


@st.composite
def docs(draw: st.DrawFn) -> AnnotatedArticle:
    """Whole documents, every field of which may be filled."""
    article = draw(articles())
    keys = draw(st.lists(words, max_size=4, unique=True))
    return AnnotatedArticle(
        article,
        draw(sources),
        codebook=draw(codebooks),
        entities=draw(st.lists(entities, max_size=3, unique_by=lambda one: one.id)),
        annotations=[draw(annotations(key, len(article.text))) for key in keys],
        words=draw(briefs),
        filing=draw(filings(article)),
        foreign=draw(foreign),
    )
