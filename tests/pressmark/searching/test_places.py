import pytest

from pressmark.article import Article, BlockKind
from pressmark.searching.places import best, places
from pressmark.searching.terms import Words

TEXT = """Air defence for Kyiv
The “Air-Defence” fund — DÉFENCE — grows.
No air
defence here: ½ in Straße; 防衛費を"""


def article_of(text: str) -> Article:
    return Article.of((BlockKind.PARAGRAPH, line) for line in text.split("\n"))


def found(*wanted: Words, struck: tuple[int, ...] = ()) -> list[str]:
    return [TEXT[one.span.start : one.span.end] for one in places(article_of(TEXT), wanted, struck)]


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        (("air", "defence"), ["Air defence", "Air-Defence"]),
        (("defence",), ["defence", "Defence", "DÉFENCE", "defence"]),
        (("strasse",), ["Straße"]),
        (("1", "2"), ["½"]),
        (("1",), ["½"]),
        (("衛", "費"), ["衛費"]),
        (("衛", "を"), []),
        (("def",), []),
    ],
)
def test_words_in_a_row_are_found_in_one_paragraph(words: tuple[str, ...], stretches: list[str]) -> None:
    assert found(Words(words)) == stretches


def test_the_last_word_may_be_begun() -> None:
    assert found(Words(("air", "d"), begun=True)) == ["Air defence", "Air-Defence"]


def test_words_that_follow_one_another_are_one_place() -> None:
    assert found(Words(("defence",)), Words(("air",))) == [
        "Air defence",
        "Air-Defence",
        "DÉFENCE",
        "air",
        "defence",
    ]


def test_struck_lines_are_not_searched() -> None:
    assert found(Words(("defence",)), struck=(0, 1)) == ["defence"]


def test_the_best_places_have_several_words_together_and_come_in_text_order() -> None:
    text = "one\ntwo one\none two\none x two"
    wanted = (Words(("one",)), Words(("two",)))
    article = article_of(text)
    shown = best(article, places(article, wanted), 3)
    assert [text[one.span.start : one.span.end] for one in shown] == ["two one", "one two", "one"]
    assert shown[2].span.start == text.rindex("one")
