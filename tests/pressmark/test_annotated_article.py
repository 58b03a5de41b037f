import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.changes import annotate, set_words
from pressmark.markup import ChangeDoesNotFit
from pressmark.words import BriefWords
from tests.pressmark.story import HAND, at, story, told


@pytest.mark.parametrize(
    ("stated", "text", "shown"),
    [
        ("Ferry planned", "Something else", "Ferry planned"),
        ("", "First line", "First line"),
        ("", "x" * 80, "x" * 80),
        ("", "x" * 78 + " yz", "x" * 78 + "…"),
        ("", "   ", "The second line"),
    ],
)
def test_every_article_can_be_named_in_a_list(stated: str, text: str, shown: str) -> None:
    article = Article.of((BlockKind.PARAGRAPH, line) for line in ("", text, "The second line"))
    assert AnnotatedArticle(article, SourceRecord(headline=stated)).headline == shown


def test_an_article_of_nothing_is_named_so() -> None:
    assert AnnotatedArticle(Article.of([])).headline == "Empty article"


def test_annotations_past_the_end_are_refused_from_the_start() -> None:
    with pytest.raises(ChangeDoesNotFit, match="q1 reaches past the end of the text"):
        AnnotatedArticle(Article.of([]), annotations=[Annotation("q1", "quote", (Span(0, 1),))])


def test_a_copy_goes_its_own_way() -> None:
    doc = told()
    copy = doc.copy()
    doc.apply(annotate(doc, "location", [at(doc, "Lowick")], HAND)[0])
    doc.apply(set_words(doc, BriefWords(title="Ferries")))
    assert "l2" in doc.markup
    assert "l2" not in copy.markup
    assert copy.words == BriefWords()
    assert copy.article is doc.article


def test_a_change_can_be_looked_at_before_it_is_made() -> None:
    doc = story()
    change, key = annotate(doc, "location", [at(doc, "Lowick")], HAND)
    assert key in doc.after(change).markup
    assert not doc.markup


def test_nobody_alters_entities_behind_its_back() -> None:
    with pytest.raises(TypeError):
        told().entities["x"] = told().entities["nora-venn"]  # type: ignore[index]
