"""What rests on an article: if its outlet withdraws or corrects it, all of this is to be looked at again.

Its own quotes and pledges; the same words in other articles, which may have them from it; the sentences of
briefs that cite it; and the articles that tell the same story, as wire copies do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.dates import long_date
from pressmark.facts import PledgeRow, QuoteRow, pledges, quotes, words_of
from pressmark.folding import fold
from pressmark.references import references
from pressmark.same_story import same_stories
from pressmark.totals import totals

_LEAST_WORDS = 5
"""Words of a statement that nobody says by chance as well."""

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?!\[)")  # a reference may stand after the stop
_FIELDS = {"bottom_line": "Bottom line", "judgements": "Key judgements"}


class Kind(StrEnum):
    """In the order in which they are listed."""

    QUOTE = "quote"
    PLEDGE = "pledge"
    AGAIN = "the same words elsewhere"
    SENTENCE = "sentence of a brief"
    STORY = "article with the same story"


@dataclass(frozen=True, slots=True)
class Resting:
    """One thing, in the article `doc`; `key` is its annotation there, empty for what is none.

    `where` is for people: the paragraph, the outlet where it is another's.
    """

    kind: Kind
    doc: AnnotatedArticle
    key: str
    words: str
    who: str = ""
    amount: str = ""
    where: str = ""


def resting(source: AnnotatedArticle, docs: Sequence[AnnotatedArticle]) -> list[Resting]:
    """All that rests on one of the articles, its own statements first."""
    own = list(_statements(source))
    stories = same_stories([doc.article.text for doc in docs])
    place = next(number for number, doc in enumerate(docs) if doc is source)
    others = [
        (doc, stories[number] == stories[place]) for number, doc in enumerate(docs) if doc is not source
    ]
    return [
        *own,
        *_again(own, others),
        *_sentences(source, docs),
        *(_story(doc) for doc, is_same in others if is_same),
    ]


def statements(doc: AnnotatedArticle) -> int:
    """How many quotes and pledges it has."""
    return doc.markup.count("quote") + doc.markup.count("pledge")


def in_words(source: AnnotatedArticle, rows: Iterable[Resting]) -> str:
    """“2 quotes and 3 pledges (GBP 40,000,000) rest on it; 1 article tells the same story”."""
    counts = Counter(row.kind for row in rows)
    sums = " + ".join(money.shown() for money in totals(pledges(source)).sums)
    parts = [
        _counted(counts[Kind.QUOTE], "quote"),
        _counted(counts[Kind.PLEDGE], "pledge") + (f" ({sums})" if sums else ""),
        _counted(counts[Kind.SENTENCE], "sentence of a brief", "sentences of briefs"),
    ]
    found = [part for part in parts if part]
    what = " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
    one = sum(counts[kind] for kind in (Kind.QUOTE, Kind.PLEDGE, Kind.SENTENCE)) == 1
    told = [f"{what} rest{'s' if one else ''} on it" if what else "Nothing that is marked rests on it"]
    if again := counts[Kind.AGAIN]:
        told.append(
            f"{_counted(again, 'statement')} elsewhere {'has' if again == 1 else 'have'} the same words"
        )
    if told_too := counts[Kind.STORY]:
        told.append(f"{_counted(told_too, 'article')} tell{'s' if told_too == 1 else ''} the same story")
    return f"{'; '.join(told)}."


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or f'{one}s'}" if number else ""


def _statements(doc: AnnotatedArticle) -> Iterator[Resting]:
    for quote in quotes(doc):
        yield _of_quote(doc, quote)
    for pledge in pledges(doc):
        yield _of_pledge(doc, pledge)


def _of_quote(doc: AnnotatedArticle, row: QuoteRow) -> Resting:
    who = ", ".join(one.name for one in row.speakers)
    return Resting(Kind.QUOTE, doc, row.annotation.id, row.words, who, "", _paragraph(doc, row.annotation))


def _of_pledge(doc: AnnotatedArticle, row: PledgeRow) -> Resting:
    who = ", ".join(one.name for one in row.pledgers)
    amount = row.amount.shown() if row.amount else ""
    where = _paragraph(doc, row.annotation)
    return Resting(Kind.PLEDGE, doc, row.annotation.id, row.words, who, amount, where)


def _paragraph(doc: AnnotatedArticle, one: Annotation) -> str:
    return f"¶{doc.article.paragraph_number_at(one.start)}" if one.spans else "not placed"


def _again(own: Sequence[Resting], others: Iterable[tuple[AnnotatedArticle, bool]]) -> Iterator[Resting]:
    """Statements of others in the same words: short ones only where they tell the same story."""
    said = {_said(one) for one in own}
    for doc, is_same in others:
        for one in _statements(doc):
            words = _said(one)
            if words in said and (is_same or len(words.split()) >= _LEAST_WORDS):
                where = " ".join(filter(None, (doc.source.outlet or doc.headline, one.where)))
                yield Resting(Kind.AGAIN, doc, one.key, one.words, one.who, one.amount, where)


def _said(one: Resting) -> str:
    return fold(words_of(one.doc, one.doc.markup[one.key])).text


def _sentences(source: AnnotatedArticle, docs: Sequence[AnnotatedArticle]) -> Iterator[Resting]:
    """An id without a number means the article in whose words it stands, or the only one that has it."""
    number = next(number for number, doc in enumerate(docs) if doc is source)
    for doc in docs:
        alone = [source] if doc is source else []
        for field, title in _FIELDS.items():
            for sentence in _split(getattr(doc.words, field)):
                cites = any(one.article == number for one in references(docs, sentence))
                cites = cites or any(one.article == 0 for one in references(alone, sentence))
                if cites:
                    where = title if doc is source else f"{title}, {doc.headline}"
                    yield Resting(Kind.SENTENCE, doc, "", sentence, where=where)


def _split(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from filter(None, (one.strip() for one in _SENTENCES.split(line)))


def _story(doc: AnnotatedArticle) -> Resting:
    published = long_date(doc.source.published[:10]) if doc.source.published else ""
    return Resting(Kind.STORY, doc, "", doc.headline, doc.source.outlet, "", published)
