"""Annotated articles → `Brief`. A section is one file and one row of `SECTIONS`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Block, Brief
from pressmark.compose.actors import actors
from pressmark.compose.bottom_line import bottom_line
from pressmark.compose.marked_article import label_styles, marked_article, marks
from pressmark.compose.material import Material, material, one_line
from pressmark.compose.places import places
from pressmark.compose.pledges import pledges
from pressmark.compose.sources import sources
from pressmark.compose.statements import statements
from pressmark.compose.title_block import dateline, details
from pressmark.words import BriefWords


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a brief: its name in options and command line, its title, and what makes its blocks."""

    name: str
    title: str
    compose: Callable[[Material], list[Block]]


SECTIONS = (
    Section("bottom-line", "Bottom line", bottom_line),
    Section("pledges", "Pledges", pledges),
    Section("statements", "Statements", statements),
    Section("actors", "Actors", actors),
    Section("places", "Places", places),
    Section("article", "The article, marked", marked_article),
    Section("sources", "Sources", sources),
)
"""In the order a reader meets them. A section with nothing to say has no blocks and is left out."""

ALL_SECTIONS = tuple(section.name for section in SECTIONS)


def compose(
    docs: Sequence[AnnotatedArticle],
    now: datetime,
    sections: Sequence[str] = ALL_SECTIONS,
    words: BriefWords | None = None,
) -> Brief:
    """The brief over these articles with the sections chosen.

    The words are those of the first article that has a bottom line or title, unless given. `now` is local.
    """
    words = words or _stated(docs)
    drawn_on = material(docs, words, now, sections)
    blocks = [block for one in SECTIONS if one.name in sections for block in one.compose(drawn_on)]
    return Brief(
        title=one_line(
            words.title or (docs[0].headline if len(docs) == 1 else f"Brief on {len(docs)} articles")
        ),
        details=details(drawn_on),
        caveat=one_line(words.caveat),
        dateline=dateline(drawn_on),
        author=one_line(words.sender),
        language="en-GB",  # of the headings; the articles' own words may be in any language
        created=now,
        blocks=tuple(blocks),
        labels=label_styles(drawn_on),
        marks=marks(drawn_on) if "article" in sections else {},
    )


def _stated(docs: Sequence[AnnotatedArticle]) -> BriefWords:
    """The words of the first article that has a bottom line or title, under the caveats of all."""
    all_words = [doc.words for doc in docs]
    words = next((one for one in all_words if one.bottom_line or one.title), None)
    words = words or next((one for one in all_words if one != BriefWords()), BriefWords())
    caveats = dict.fromkeys(one.caveat for one in all_words if one.caveat)
    return replace(words, caveat=" · ".join(caveats))
