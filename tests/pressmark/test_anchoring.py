import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressmark.anchoring import find_again
from pressmark.annotation import TextQuote
from pressmark.article import Article, BlockKind, Span
from tests.pressmark.strategies import NASTY, spans

FIRST = "Nora Venn said the ferry would come. Port Almar waits for it."
SECOND = "In Lowick, Nora Venn said nothing. 😀 Cafe\u0301 owners say مرفأ لويك is full; 中国船 too."
TEXT = f"{FIRST}\n{SECOND}"


def quoted(text: str, words: str, nth: int = 1) -> tuple[TextQuote, int]:
    """What is saved of the words where they stand for the nth time, and where that is."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    article = Article.of((BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    return TextQuote.of(article, Span(start, start + len(words))), start


def found(text: str, quote: TextQuote, near: int) -> str:
    """The words found, between what stands just before and after them."""
    span = find_again(text, quote, near)
    assert span is not None
    return f"{text[: span.start][-6:]}[{text[span.start : span.end]}]{text[span.end :][:6]}"


@pytest.mark.parametrize(
    "words", ["ferry", "Port Almar waits", "😀", "Cafe\u0301", "مرفأ لويك", "国", "come. Port"]
)
@pytest.mark.parametrize(
    "edited",
    [
        TEXT,
        "A line of the editor, with 🏳️‍🌈.\n" + TEXT,
        TEXT + "\nA line at the end.",
        TEXT.replace("Nora Venn", "Minister Nora Venn").replace("is full", "are quite full"),
        f"{SECOND}\n{FIRST}",
    ],
    ids=["untouched", "before", "after", "around", "moved"],
)
def test_words_that_stand_once_are_found_whatever_moves_around_them(words: str, edited: str) -> None:
    quote, near = quoted(TEXT, words)
    span = find_again(edited, quote, near)
    assert span == Span(edited.index(words), edited.index(words) + len(words))


@pytest.mark.parametrize(
    "edited",
    [TEXT, "Nora Venn, again Nora Venn.\n" + TEXT, f"{SECOND}\n{FIRST}", f"{FIRST} {FIRST}\n{SECOND}"],
    ids=["untouched", "more of them before", "moved", "a sentence doubled"],
)
@pytest.mark.parametrize(("nth", "seen"), [(1, "[Nora Venn] said "), (2, "wick, [Nora Venn] said ")])
def test_words_that_stand_several_times_are_told_apart_by_what_is_around_them(
    edited: str, nth: int, seen: str
) -> None:
    quote, near = quoted(TEXT, "Nora Venn", nth)
    assert found(edited, quote, near).endswith(seen)


def test_where_the_surroundings_say_nothing_the_nearest_wins() -> None:
    assert find_again("ha ha ha ha", TextQuote("ha"), 5) == Span(6, 8)
    assert find_again("ha ha ha ha", TextQuote("ha"), 0) == Span(0, 2)
    assert find_again("aaaa", TextQuote("aa"), 1) == Span(1, 3)


@pytest.mark.parametrize(
    ("words", "edited", "seen"),
    [
        (
            "the £40m pledge was made",
            "All said the £400m pledge was made again.",
            "[the £400m pledge was made]",
        ),
        ("we will build it soon", "Now we will rebuild it soon, he said.", "[we will rebuild it soon]"),
        ("We will build the ferry", "We would build the ferry, yes.", "[We would build the ferry]"),
        ("مرفأ لويك ممتلئ اليوم", "يقول مرفأ لويك ممتلئة اليوم", "[مرفأ لويك ممتلئة اليوم]"),
        (
            "中国船今天到达港口请注意安全",
            "他说中国船昨天到达港口请注意安全了",
            "[中国船昨天到达港口请注意安全]",
        ),
        (
            "waves at us 👋🏽 all day long",
            "She waves at us 👋🏿 all day long.",
            "[waves at us 👋🏿 all day long]",
        ),
    ],
)
def test_words_changed_a_little_are_found_whole(words: str, edited: str, seen: str) -> None:
    assert seen in found(edited, TextQuote(words), 0)


@pytest.mark.parametrize(
    ("quote", "edited"),
    [
        (TextQuote("ferry"), "The boat will come."),
        (
            TextQuote("a sentence of which nothing is left"),
            "Port Almar waits for the second ferry of the year.",
        ),
        (TextQuote("a sentence longer than the text"), "A text."),
        (TextQuote(""), "A text."),
        (TextQuote("ferry"), ""),
        (TextQuote("Mali", "forces in ", " said"), "Tourists in Malibu said."),
        (TextQuote("he", "said ", " was"), "They said the ferry was there."),
    ],
)
def test_words_that_are_gone_are_not_found_somewhere_else(quote: TextQuote, edited: str) -> None:
    assert find_again(edited, quote, 0) is None


@pytest.mark.parametrize(
    ("quote", "edited"),
    [
        (TextQuote("Mali", "all ", "bu is"), "Now all Malibu is here"),
        (TextQuote("Mali"), "Now all Malibu is here"),
        (TextQuote("国", "在", "和"), "我国的船"),
    ],
)
def test_part_of_a_word_is_found_where_it_was_part_of_one_or_nobody_knows(
    quote: TextQuote, edited: str
) -> None:
    assert find_again(edited, quote, 0) is not None


@given(st.data())
def test_every_span_is_found_exactly_in_the_text_it_comes_from(data: st.DataObject) -> None:
    text = data.draw(st.text(NASTY, min_size=1, max_size=40), "text")
    span = data.draw(spans(len(text)), "span")
    quote = TextQuote.of(Article.of([(BlockKind.PARAGRAPH, text)]), span)
    assert find_again(text, quote, span.start) == span


@given(st.data())
def test_words_that_stand_once_are_found_exactly_between_any_other_text(data: st.DataObject) -> None:
    around = st.text(NASTY, max_size=20)
    words = data.draw(st.text("xyz 😀\u0301م", min_size=1, max_size=8), "words")
    before, after = data.draw(around), data.draw(around)
    edited = f"{before}|{words}|{after}"
    assume(edited.count(words) == 1)
    place = Span(len(before) + 1, len(before) + 1 + len(words))
    assert find_again(edited, TextQuote(words), data.draw(st.integers(0, 100))) == place
