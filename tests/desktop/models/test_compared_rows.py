"""Two texts as rows: what differs is told in the units of the window, what is marked stands at the left."""

from PySide6.QtCore import Qt

from desktop.models.compared_rows import NEW, OLD, ComparedRole, ComparedRows, Side
from pressmark.aligned import aligned
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from tests.pressmark.story import mark


def article(*paragraphs: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, one) for one in paragraphs))


def rows(old: AnnotatedArticle, new: AnnotatedArticle) -> ComparedRows:
    model = ComparedRows()
    model.show(old, new, aligned(old.article, new.article))
    return model


def test_the_model_keeps_the_rules(qtmodeltester) -> None:
    model = rows(article("One.", "Two."), article("Two.", "Three."))
    qtmodeltester.check(model)
    model.show(article("A."), article("A."), aligned(article("A.").article, article("A.").article))
    qtmodeltester.check(model)


def test_what_differs_and_what_is_marked_counts_as_the_window_does() -> None:
    old, new = article("😀 Venn pays £40m now."), article("😀 Venn pays £45m now.")
    mark(old, "actor", "Venn")
    model = rows(old, new)
    assert model.side(0, OLD) == Side("😀 Venn pays £40m now.", ((14, 17),), (((3, 7), "actor"),))
    assert model.side(0, NEW).differing == ((14, 17),)
    assert model.differs(0)


def test_a_paragraph_that_only_one_has_stands_alone() -> None:
    model = rows(article("Gone."), article("Gone.", "The ferry line stops."))
    assert [model.differs(row) for row in range(2)] == [False, True]
    assert model.side(1, OLD) == Side("")
    assert model.side(1, NEW).alone
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, OLD).data(role) == "Not in the older version"
    assert model.index(1, NEW).data(role) == "Only in the newer version: The ferry line stops."
    assert model.index(0, OLD).data(ComparedRole.SIDE) == Side("Gone.")


def test_a_place_leads_to_its_row() -> None:
    old, new = article("One.", "", "Two words."), article("Zero.", "One.", "Two words.")
    model = rows(old, new)
    assert [model.row_of(OLD, old.article.text.index(one)) for one in ("One", "words")] == [1, 2]
    assert model.row_of(NEW, 0) == 0
