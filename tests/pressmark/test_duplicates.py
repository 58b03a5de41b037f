"""What a new article is to those that are there already."""

import random

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.duplicates import Alike, Duplicates, Likeness, address_of, in_words, known_of
from pressmark.filing import Filing

WORDS = (
    "harbour minister quay pledge ferry storm council budget island winter engineer dredger rope tide lamp "
    "keeper boat sail fund vote bridge pier wall stone cable crane market fish gull anchor depot"
)


def story(seed: int, paragraphs: int = 12) -> list[str]:
    """Paragraphs of made sentences: each seed tells another story."""
    chance = random.Random(seed)
    return [
        " ".join("".join(chance.sample(WORDS.split(), 2)) for _ in range(chance.randint(25, 45))).capitalize()
        + "."
        for _ in range(paragraphs)
    ]


def article(lines: list[str], **source: str) -> AnnotatedArticle:
    record = SourceRecord(**{"headline": "Quay opens early", "outlet": "Coastal Gazette", **source})
    return AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, line) for line in lines), record)


THERE = article(story(1), url="https://www.gazette.example/news/quay?ref=home", original_sha256="aa" * 32)
OTHERS = [article(story(seed), outlet="Wire", headline=f"Story {seed}") for seed in range(100, 140)]


@pytest.fixture
def duplicates() -> Duplicates:
    docs = {"there": THERE, **{f"other-{number}": doc for number, doc in enumerate(OTHERS)}}
    return Duplicates([known_of(name, doc) for name, doc in docs.items()], docs.get)


def likeness(duplicates: Duplicates, doc: AnnotatedArticle) -> tuple[Likeness, str] | None:
    found = duplicates.alike(doc)
    return (found.likeness, found.name) if found else None


ELSEWHERE = {"outlet": "Evening Wire", "headline": "Another headline altogether"}


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        (article(story(1), original_sha256="aa" * 32), Likeness.SAME_FILE),
        (article(story(1), original_sha256="bb" * 32, **ELSEWHERE), Likeness.SAME_TEXT),
        (article(story(1)[:8], **ELSEWHERE), Likeness.SAME_STORY),
        (article(["By our own reporter", *story(1)[1:], *story(7)[:3]], **ELSEWHERE), Likeness.SAME_STORY),
        (article([*story(1)[:7], *story(9)[:4]], headline="Quay opened early"), Likeness.NEW_VERSION),
        (
            article(story(1)[:6] + story(8)[:6], url="http://gazette.example/news/quay/", **ELSEWHERE),
            Likeness.NEW_VERSION,
        ),
        (article([line.upper() for line in story(1)], **ELSEWHERE), Likeness.SAME_STORY),
    ],
)
def test_an_article_is_told_for_what_it_is(
    duplicates: Duplicates, doc: AnnotatedArticle, expected: Likeness
) -> None:
    assert likeness(duplicates, doc) == (expected, "there")


@pytest.mark.parametrize(
    "doc",
    [
        article(story(2)),  # the same outlet and headline, as weekly columns have, of another text
        article(story(2), url="https://gazette.example/news/quay"),
        article([*story(1)[:2], *story(3)], **ELSEWHERE),  # quotes from it
        article(["Quay opens."], **ELSEWHERE),
        article([], **ELSEWHERE),
    ],
)
def test_another_story_is_another(duplicates: Duplicates, doc: AnnotatedArticle) -> None:
    assert likeness(duplicates, doc) is None


def test_what_has_just_come_in_is_there_for_the_next(duplicates: Duplicates) -> None:
    new = article(story(50), **ELSEWHERE)
    assert likeness(duplicates, new) is None
    docs = {"new": new}
    fresh = Duplicates([], docs.get)
    fresh.add("new", new)
    assert likeness(fresh, article(story(50)[:9], headline="Yet another", outlet="Third")) == (
        Likeness.SAME_STORY,
        "new",
    )


def test_what_is_struck_out_does_not_make_two_articles_alike() -> None:
    advert = story(60, 6)
    struck = Filing(struck=tuple(range(4, 4 + len(advert))))
    docs = [
        AnnotatedArticle(article([*story(seed, 4), *advert]).article, SourceRecord(outlet="X"), filing=struck)
        for seed in (61, 62)
    ]
    assert Duplicates([known_of("one", docs[0])], lambda _: docs[0]).alike(docs[1]) is None


def test_an_article_that_cannot_be_read_any_more_is_like_nothing(duplicates: Duplicates) -> None:
    gone = Duplicates([known_of("there", THERE)], lambda _: None)
    assert likeness(gone, article(story(1)[:8], **ELSEWHERE)) is None


def test_chinese_is_compared_by_its_characters() -> None:
    text = "北京市政府星期一宣布将为港口投入四千万元并在明年三月之前完成全部工程渔民对此表示欢迎"
    there = article([text], outlet="A")
    found = Duplicates([known_of("there", there)], lambda _: there).alike(article([text[:30]], **ELSEWHERE))
    assert found is not None
    assert found.likeness is Likeness.SAME_STORY


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.gazette.example/a/b?x=1#top", "gazette.example/a/b"),
        ("http://m.gazette.example/a/b/", "gazette.example/a/b"),
        ("https://gazette.example/a/b/amp", "gazette.example/a/b"),
        ("https://gazette.example/", ""),
        ("", ""),
        ("not an address", ""),
    ],
)
def test_an_address_is_the_same_however_it_was_reached(url: str, address: str) -> None:
    assert address_of(url) == address


@pytest.mark.parametrize("kind", Likeness)
def test_each_likeness_is_told_in_a_sentence(kind: Likeness) -> None:
    assert "“Quay opens”" in in_words(Alike("x", kind, 0.5), "Quay opens")
