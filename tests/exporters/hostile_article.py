"""An article whose every word, of the source, the analyst and the codebook, tries to be more than words."""

from dataclasses import replace

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.entities import Entity
from pressmark.labels import Codebook
from pressmark.markup import Change, Edit
from pressmark.words import BriefWords
from tests.pressmark.story import HAND, mark, tie

SCRIPT = "<script>alert(1)</script>"
PICTURE = '"><img src=x onerror=alert(2)><svg/onload=alert(3)>'
LINKS = "[a](javascript:alert(4)) <file:///etc/passwd> ![b](file:///etc/passwd) [c]: data:text/html,x"
FORMULAS = ('=HYPERLINK("file:///etc/passwd")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1+1", "＝1+1")
FIELD = '{ HYPERLINK "javascript:alert(5)" } INCLUDETEXT "file:///etc/passwd" DDEAUTO cmd'
TAGS = '<para><a href="file:///etc/passwd">x</a><img src="file:///etc/passwd"/></para> ]]> &lt;b&gt; %s {{x}}'
ALL = (SCRIPT, PICTURE, LINKS, *FORMULAS, FIELD, TAGS)
GOOD = "https://coast.example/ferry"
ADDRESSES = (
    GOOD,
    "javascript:alert(6)",
    "JaVaScRiPt:alert(6)//http://coast.example",
    "\tjavascript:alert(6)",
    "file:///etc/passwd",
    "data:text/html,<script>alert(6)</script>",
    "vbscript:x",
    "\\\\host.example\\share",
    'https://coast.example/"onmouseover="alert(6)',
    "https://coast.example/) [x](javascript:alert(6)",
)


def hostile(address: str) -> AnnotatedArticle:
    """Annotated with everything that briefs are made of."""
    doc = AnnotatedArticle(Article.of(_blocks()), _source(address), codebook=_codebook())
    mark(doc, "actor", "Nora Venn", values={"entity": FORMULAS[0], "kind": "person", "role": SCRIPT})
    mark(doc, "location", "Port Almar", values={"entity": PICTURE, "country": FORMULAS[3]})
    mark(doc, "quote", "“We will build it”")
    mark(
        doc, "pledge", "£40m for a ferry", values={"amount": "£40m", "conditions": FORMULAS[1], "due": SCRIPT}
    )
    for number, words in enumerate(ALL):
        key = mark(doc, ("quote", "pledge", "actor")[number % 3], words.strip())
        doc.apply(changes.set_note(doc, key, f"{words}\n{LINKS}", HAND))
    tie(doc, "q1", "speaker", "a1")
    tie(doc, "p1", "pledger", "a1")
    doc.apply(Change("Note", tuple(_noted(one) for one in doc.entities.values())))
    doc.apply(changes.set_words(doc, _words(address)))
    return doc


def _blocks() -> list[tuple[BlockKind, str]]:
    said = "Nora Venn of Port Almar promised £40m for a ferry. “We will build it”, she said."
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION)
    return [(BlockKind.PARAGRAPH, said), *((kinds[n % 4], words.strip()) for n, words in enumerate(ALL))]


def _source(address: str) -> SourceRecord:
    return SourceRecord(
        headline=f"{FORMULAS[0]} {SCRIPT}", outlet=FORMULAS[3], author=FORMULAS[1], published="2026-11-13",
        language="en-GB", url=address, captured_at="2026-11-14T09:12:00+00:00", captured_from="web page",
        original_name="../../<script>.html", media_type="text/html", original_sha256="ab" * 32,
        status="corrected", status_note=f"{SCRIPT} {LINKS}",
    )  # fmt: skip


def _codebook() -> Codebook:
    book = AnnotatedArticle(Article.of(()), SourceRecord()).codebook
    return Codebook(tuple(replace(one, title=f"{one.title} {SCRIPT}") for one in book.labels))


def _noted(one: Entity) -> Edit:
    return Edit(one.id, one, replace(one, note=f"{SCRIPT} {FORMULAS[2]}", aliases=(*one.aliases, *FORMULAS)))


def _words(address: str) -> BriefWords:
    lines = "\n".join((*ALL, f"[x]({address})", "See [p1] and [p999]."))
    return BriefWords(
        title=f"{FORMULAS[3]} {SCRIPT}", addressee=FORMULAS[0], sender=SCRIPT,
        caveat=f'"; }} </style>{SCRIPT}', bottom_line=lines, version=FORMULAS[1], judgements=lines,
    )  # fmt: skip
