import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from desktop.views import text_units
from pressmark.article import Article, BlockKind, Span


def article(*paragraphs: str) -> Article:
    return Article.of((BlockKind.PARAGRAPH, text) for text in paragraphs)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a pro-EU vote", "pro-EU"),
        ("pledged £225m more", "£225m"),
        ("O'Neill's and O’Brien’s", "O'Neill's"),
        ("said O’Brien’s plan", "O’Brien’s"),
        ("a rise of 3.5%, they", "3.5%"),
        ("some 225,000 people", "225,000"),
        ("at 09:12 today", "09:12"),
        ("in 2025–26, then", "2025–26"),
        ("“Never,” he", "Never"),
        ("by March.", "March"),
        ("the U.S. and", "U.S."),
        ("US$1.3bn there", "US$1.3bn"),
        ("cafe\u0301s open", "cafe\u0301s"),
        ("in Київ, today", "Київ"),
        ("قال الوزير أمس", "الوزير"),
        ("fly 🇬🇧 here", "🇬🇧"),
        ("text.Next one", "text"),
    ],
)
def test_a_word_is_taken_whole_and_without_spaces(text, word):
    one = article("First.", text)
    begin = one.text.index(word)
    for position in range(begin, begin + len(word)):
        assert one.words_at(text_units.word_at(one, position)) == word


def test_the_word_just_before_the_caret_counts():
    one = article("by March.")
    assert one.words_at(text_units.word_at(one, len("by March"))) == "March"


def test_there_is_no_word_in_white_space():
    assert text_units.word_at(article("a  b"), 2) is None
    assert text_units.word_at(article("", "b"), 0) is None


@pytest.mark.parametrize(
    ("sentences"),
    [
        ("“We will pay,” she said.", "“This is the date.”", "Nobody asked."),
        ("Mr. Healey and Dr. A. B. Smith met at 3.30 p.m. in Kyiv.", "Then they left!"),
        ("Is it £1.3bn?", "Yes…", "No."),
        ("ما الخبر؟", "قال الوزير نعم."),
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences):
    one = article("Before.", " ".join(sentences))
    for sentence in sentences:
        begin = one.text.index(sentence)
        assert one.words_at(text_units.sentence_at(one, begin)) == sentence
        assert one.words_at(text_units.sentence_at(one, begin + len(sentence) - 1)) == sentence


def test_chinese_sentences_need_no_space_between_them():
    one = article("他来了。我走了！")
    assert one.words_at(text_units.sentence_at(one, 5)) == "我走了！"


def test_a_paragraph_is_the_whole_block_and_an_empty_one_is_none():
    one = article("One. Two.", "", "Three.")
    assert one.words_at(text_units.paragraph_at(one, 4)) == "One. Two."
    assert text_units.paragraph_at(one, len("One. Two.") + 1) is None


def test_white_space_at_the_ends_is_left_out():
    assert text_units.snapped("a  word \n b", Span(1, 9)) == Span(3, 7)
    assert text_units.snapped("a  \n b", Span(1, 4)) is None


def test_ends_inside_a_character_move_to_its_edges():
    family = "👩\u200d👩\u200d👧"
    text = f"x{family}y e\u0301z"
    assert text_units.snapped(text, Span(2, 3)) == Span(1, 1 + len(family))
    accent = text.index("e\u0301")
    assert text_units.snapped(text, Span(accent + 1, accent + 2)) == Span(accent, accent + 2)
    assert text_units.character_after(text, 1) == 1 + len(family)
    assert text_units.character_before(text, 1 + len(family)) == 1


@given(st.text(st.sampled_from("ab \n\te\u0301😀👩\u200d👧🇬🇧ش "), min_size=1, max_size=30), st.data())
def test_a_snapped_span_runs_from_the_first_to_the_last_printed_character_it_touches(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = text_units.snapped(text, Span(start, end))
    characters = [match.span() for match in regex.finditer(r"\X", text)]
    touched = [(at, to) for at, to in characters if at < end and start < to]
    printed = [(at, to) for at, to in touched if not text[at:to].isspace()]
    assert span == (Span(printed[0][0], printed[-1][1]) if printed else None)


def test_words_are_stepped_over_across_paragraphs():
    one = article("Port Almar", "", "pays €42m.")
    assert one.text[: text_units.next_word_end(one, len("Port"))] == "Port Almar"
    assert text_units.next_word_end(one, len("Port Almar")) == one.text.index("pays") + 4
    assert text_units.previous_word_start(one, one.text.index("pays")) == one.text.index("Almar")
    assert text_units.next_word_end(one, len(one.text)) == len(one.text)
