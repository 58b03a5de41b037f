import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.article import Article, BlockKind
from pressmark.quotation_marks import CLOSING
from pressmark.quotations import quotation_at, quotations_in


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations_in(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We go,” she said, “and stay.”", ["“We go,”", "“and stay.”"]),
        ('"We go," she said, "and stay."', ['"We go,"', '"and stay."']),
        ("„Wir gehen“, sagte sie, „morgen“.", ["„Wir gehen“", "„morgen“"]),
        ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
        ("« On y va », dit-elle.", ["« On y va »"]),
        ("『行きます』と彼女は言った。", ["『行きます』"]),
        ("He said ‘it’s O’Neill’s boat’ twice.", ["‘it’s O’Neill’s boat’"]),
        ("He said 'it's the dockers' boat' twice.", ["'it's the dockers'"]),
        ("“He told me ‘go’, and I went,” she said.", ["“He told me ‘go’, and I went,”"]),
        ("“They “never” pay,” she said.", ["“They “never” pay,”"]),
        ("“He “never pays,” she said.", ["“He “never pays,”"]),
        ("The skippers’ boats and O’Neill’s.", []),
        ("A 5' pole and a 6\" pipe.", []),
        ("He “never came back.", []),
        ("", []),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]):
    assert found(text) == quoted


def test_a_quote_that_goes_on_in_the_next_paragraph_reaches_the_end_of_its_own():
    assert found("“First we dredge. ") == ["“First we dredge."]


def test_the_quotation_at_a_place_is_the_one_around_it_or_the_next_one_in_a_later_paragraph():
    paragraphs = ("He came.", "“We go,” she said, “and stay.”", "No more.")
    article = Article.of((BlockKind.PARAGRAPH, one) for one in paragraphs)

    def at(words: str) -> str | None:
        span = quotation_at(article, article.text.index(words))
        return article.words_at(span) if span else None

    assert at("came") == at("We go") == "“We go,”"
    assert at("she said") == at("stay") == "“and stay.”"
    assert at("No more") is None


@given(st.text("ab ,.\n" + "".join(CLOSING), max_size=60))
def test_quotations_lie_one_after_the_other_inside_the_text(text: str):
    spans = list(quotations_in(text))
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.end <= len(text) and text[span.start] in CLOSING for span in spans)
