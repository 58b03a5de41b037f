"""Annotated articles → `Brief`. A section is one file and one row of `SECTIONS`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Block, Brief, Contents, Heading, PageBreak
from pressmark.compose.actors import actors
from pressmark.compose.bottom_line import bottom_line
from pressmark.compose.changes import changes
from pressmark.compose.charts import charts
from pressmark.compose.contradictions import contradictions
from pressmark.compose.gaps import caution, gaps
from pressmark.compose.judgements import judgements
from pressmark.compose.marked_article import label_styles, marked_article, marks
from pressmark.compose.material import Material, material, one_line
from pressmark.compose.method import method
from pressmark.compose.phrases import phrases
from pressmark.compose.places import places
from pressmark.compose.pledges import pledges
from pressmark.compose.sources import sources
from pressmark.compose.statements import statements
from pressmark.compose.timeline import timeline
from pressmark.compose.title_block import cover, dateline, details
from pressmark.compose.top_stories import top_stories
from pressmark.templates import ChosenSection, Template
from pressmark.words import BriefWords


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a brief: its name in templates and on the command line, and what makes its blocks.

    One without a heading stands directly below the title.
    """

    name: str
    compose: Callable[[Material], list[Block]]
    headed: bool = True


SECTIONS = (
    Section("bottom-line", bottom_line, headed=False),
    Section("judgements", judgements),
    Section("changes", changes),
    Section("top-stories", top_stories),
    Section("pledges", pledges),
    Section("charts", charts),
    Section("statements", statements),
    Section("contradictions", contradictions),
    Section("actors", actors),
    Section("places", places),
    Section("timeline", timeline),
    Section("gaps", gaps),
    Section("article", marked_article),
    Section("sources", sources),
    Section("method", method),
)
"""All there are. A section with nothing to say has no blocks and is left out."""

ALL_SECTIONS = tuple(section.name for section in SECTIONS)
EVERYTHING = Template("everything", "Everything", tuple(map(ChosenSection, ALL_SECTIONS)))
"""Every section in its usual order: what a brief has where no template is chosen."""


class UnknownSection(ValueError):
    """A template asks for a section that this version does not have."""

    def __init__(self, template: Template, name: str) -> None:
        super().__init__(
            f"The template “{template.title}” has a section that this version of Pressmark does not know: "
            f"“{name}”. It knows {', '.join(ALL_SECTIONS)}."
        )


def titles(language: str = "en-GB") -> list[tuple[str, str]]:
    """The names of all sections with their titles."""
    return [(one.name, phrases(language)(f"title.{one.name}")) for one in SECTIONS]


def compose(
    docs: Sequence[AnnotatedArticle],
    now: datetime,
    template: Template = EVERYTHING,
    words: BriefWords | None = None,
    earlier: Sequence[AnnotatedArticle] = (),
) -> Brief:
    """The brief over these articles as the template has it. Raises UnknownSection.

    The words are those of the first article that has a bottom line or title, unless given. `now` is local.
    `earlier` are the articles as they were in the last brief.
    """
    words = words or _stated(docs)
    drawn_on = material(docs, words, now, template, earlier)
    say = drawn_on.say
    title = words.title or (docs[0].headline if len(docs) == 1 else say.count("cover.brief-on", len(docs)))
    return Brief(
        title=one_line(title),
        details=details(drawn_on),
        cover=cover(drawn_on) if template.cover else (),
        caveat=one_line(words.caveat),
        dateline=dateline(drawn_on),
        author=one_line(words.sender),
        language=say.language,  # of the headings; the articles' own words may be in any language
        created=now,
        blocks=tuple(_blocks(drawn_on)),
        labels=label_styles(drawn_on),
        marks=marks(drawn_on) if "article" in drawn_on.sections else {},
        look=template.look,
    )


def _blocks(drawn_on: Material) -> Iterator[Block]:
    """The sections in their order; a caution and the contents come before the first that has a heading."""
    known = {one.name: one for one in SECTIONS}
    between = [*caution(drawn_on), *_contents(drawn_on)]
    for chosen in drawn_on.template.sections:
        if chosen.name not in known:
            raise UnknownSection(drawn_on.template, chosen.name)
        section = known[chosen.name]
        blocks = section.compose(drawn_on)
        if blocks and section.headed:
            yield from between
            between = []
        if blocks:
            yield from _headed(drawn_on, section, chosen, blocks)


def _contents(drawn_on: Material) -> list[Block]:
    return [Contents(drawn_on.say("title.contents"))] if drawn_on.template.contents else []


def _headed(
    drawn_on: Material, section: Section, chosen: ChosenSection, blocks: list[Block]
) -> Iterator[Block]:
    if chosen.new_page:
        yield PageBreak()
    if section.headed:
        several = section.name == "article" and len(drawn_on.sources) > 1
        own = drawn_on.say("title.articles" if several else f"title.{section.name}")
        yield Heading(one_line(chosen.title) or own, anchor=f"section_{section.name.replace('-', '_')}")
    yield from blocks


def _stated(docs: Sequence[AnnotatedArticle]) -> BriefWords:
    """The words of the first article that has a bottom line or title, under the caveats of all."""
    all_words = [doc.words for doc in docs]
    words = next((one for one in all_words if one.bottom_line or one.title), None)
    words = words or next((one for one in all_words if one != BriefWords()), BriefWords())
    caveats = dict.fromkeys(one.caveat for one in all_words if one.caveat)
    return replace(words, caveat=" · ".join(caveats))
