"""A dossier made for measuring, the same on every run: articles of some 700 words, twelve annotations each.

Words come as often as they do in the press (Zipf): a hundred of English, and sixty thousand invented ones. A
thirtieth of the articles is Ukrainian or Japanese in part.
"""

import random
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.storage.write_xml import to_xml

WORDS, VOCABULARY = 700, 60_000

COMMON = """
the of and to a in is that for it as was with be by on not he this are at from have an which one were
all her she there would their we him been has when who will more no if out so said what up its about
into than them can only other new some could time these two may then do first any my now such like our
over man me even most made after also did many before must through back years where much your way well
down should because each just those people how too little state good very make world still own see men
work
""".split()  # noqa: SIM905 -- a list of a hundred strings says no more
NAMES = (
    "John Healey", "Maren Oduya", "Ilse Varga", "Bram Teunissen", "Tove Rasmussen", "Kwame Adeyemi",
    "Sanna Kivelä", "Pavel Petrović", "Rhiannon O’Hara", "Lucía Brandão", "Anouk Lindholm", "Zoltán Sow",
)  # fmt: skip
PLACES = ("Kyiv", "Port Almar", "Sand Reach", "Łeba", "Cádiz", "Ålesund", "Burgas", "Ostend")
OUTLETS = ("The Guardian", "Coastal Gazette", "Le Monde", "Die Zeit", "Kyiv Post", "Nikkei", "El País")
TOPICS = ("air defence", "dredging", "budget", "customs", "elections", "energy")
OTHERS = (
    "Уряд обіцяв гроші на оборону до кінця року.",
    "政府は防衛費を増やすと約束した。東京で首相が述べた。",
)
ONSETS = (
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pr", "ch", "sh",
)  # fmt: skip


def write(folder: Path, count: int) -> None:
    """So many files, which nothing waits for: they are only read."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"article-{number:05}.pressmark").write_bytes(to_xml(article(number)))


def article(number: int) -> AnnotatedArticle:
    chance = random.Random(number)
    text = Article.of(
        (BlockKind.HEADING if not place else BlockKind.PARAGRAPH, line)
        for place, line in enumerate(_lines(chance, number))
    )
    day = f"202{chance.randint(3, 6)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return AnnotatedArticle(
        text,
        SourceRecord(
            headline=text.block_text(text.blocks[0]),
            outlet=chance.choice(OUTLETS),
            author=chance.choice(NAMES),
            published=day,
            language="en",
            original_sha256=f"{number:064x}",
        ),
        filing=Filing(chance.choice(("", "in work", "done")), tuple(chance.sample(TOPICS, 1))),
        entities=[Entity(f"e{place}", name, "person") for place, name in enumerate(NAMES)],
        annotations=_annotations(chance, text),
    )


def _lines(chance: random.Random, number: int) -> Iterator[str]:
    words, chances = _vocabulary()
    yield " ".join(chance.choices(words, cum_weights=chances, k=8)).capitalize()
    left = WORDS
    while left > 0:
        size = min(left, chance.randint(40, 80))
        said = chance.choices(words, cum_weights=chances, k=size)
        said[5:5] = [*chance.choice(NAMES).split(), "of", chance.choice(PLACES)]
        yield " ".join(said).capitalize() + "."
        left -= size
    if number % 30 == 0:
        yield OTHERS[number // 30 % 2]


def _annotations(chance: random.Random, text: Article) -> Iterator[Annotation]:
    """Of every three paragraphs or so an actor, a place, a quote and a pledge."""
    for number, block in enumerate(chance.sample(text.blocks[1:10], 3), 1):
        start, middle = block.start, (block.start + block.end) // 2
        at = f"2026-11-{number:02}T09:00:00+00:00"
        actor, place = f"a{number}", f"l{number}"
        who = {"entity": f"e{chance.randrange(len(NAMES))}", "role": "minister"}
        yield Annotation(actor, "actor", (Span(start, start + 12),), who, created=at)
        yield Annotation(place, "location", (Span(start + 13, start + 20),), created=at)
        topic = {"topic": chance.choice(TOPICS)}
        speaker = (Link("speaker", actor),)
        yield Annotation(f"q{number}", "quote", (Span(start, middle),), topic, speaker, created=at)
        amount = f"GBP {chance.choice((5, 20, 80, 150, 400, 1500))}000000"
        due = f"202{chance.randint(6, 9)}-{chance.randint(1, 12):02}"
        promised = {"amount": amount, "due": due, "kind": chance.choice(("financial", "military"))}
        ties = (Link("pledger", actor), Link("recipient", place))
        note = "check the sum" if chance.random() < 0.1 else ""
        yield Annotation(f"p{number}", "pledge", (Span(middle, block.end),), promised, ties, note, created=at)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    chance = random.Random("vocabulary")
    words = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        words["".join(_syllable(chance) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(words), list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))


def _syllable(chance: random.Random) -> str:
    return chance.choice(ONSETS) + chance.choice("aeiou") + chance.choice(("", "", "n", "r", "s", "t", "l"))


def word_at(share: float) -> str:
    """The word that stands at this share of all that is printed, the commonest first."""
    words, chances = _vocabulary()
    return words[bisect_left(chances, share * chances[-1])]
