import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.models.occurrence_list import OccurrenceList, OccurrenceRole
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.finding import Match, Query
from pressmark.occurrences import occurrences

ROLES = (
    OccurrenceRole.BEFORE,
    OccurrenceRole.WORDS,
    OccurrenceRole.AFTER,
    OccurrenceRole.HEADLINE,
    OccurrenceRole.PARAGRAPH,
    OccurrenceRole.ALREADY,
)


def article(headline: str, *paragraphs: str) -> AnnotatedArticle:
    marked = [Annotation("a1", "actor", (Span(0, 4),))] if headline == "First" else []
    text = Article.of((BlockKind.PARAGRAPH, one) for one in paragraphs)
    return AnnotatedArticle(text, SourceRecord(headline=headline), annotations=marked)


@pytest.fixture
def articles() -> list[AnnotatedArticle]:
    return [article("First", "Venn said so.", "", "Venn, again Venn"), article("Second", "For Venn")]


@pytest.fixture
def model(articles, qapp, qtmodeltester) -> OccurrenceList:
    made = OccurrenceList(articles)
    qtmodeltester.check(made)
    return made


def found(articles: list[AnnotatedArticle], *numbers: int, words: str = "venn"):
    return [(number, occurrences(articles[number], Query(words), "actor")) for number in numbers]


def shown(model: OccurrenceList, row: int) -> list[str]:
    return [model.index(row).data(role) for role in ROLES]


def ticks(model: OccurrenceList) -> str:
    signs = {Qt.CheckState.Checked: "x", Qt.CheckState.Unchecked: "-", None: "a"}
    return "".join(
        signs[model.index(row).data(Qt.ItemDataRole.CheckStateRole)] for row in range(model.rowCount())
    )


def test_rows_are_the_places_in_their_context_ticked_unless_they_are_labelled(
    model, articles, qtmodeltester
) -> None:
    model.show(found(articles, 0, 1))
    qtmodeltester.check(model)
    assert shown(model, 0) == ["", "Venn", " said so.", "First", "¶ 1", "a1"]
    assert shown(model, 2) == ["Venn, again ", "Venn", "", "First", "¶ 2", ""]
    assert shown(model, 3) == ["For ", "Venn", "", "Second", "¶ 1", ""]
    assert ticks(model) == "axxx"
    assert (model.ticked_count, model.already_count) == (3, 1)


def test_the_headline_is_left_out_where_all_rows_are_of_one_article(model, articles) -> None:
    model.show(found(articles, 0))
    assert {shown(model, row)[3] for row in range(model.rowCount())} == {""}


def test_the_whole_line_is_there_for_those_who_do_not_see_it_painted(model, articles) -> None:
    model.show(found(articles, 0, 1))
    assert model.index(3).data() == "For Venn"
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 3)]
    assert said == [
        "Venn: Venn said so., paragraph 1 of First, labelled already: a1",
        "Venn: For Venn, paragraph 1 of Second",
    ]


def test_what_is_ticked_is_answered_by_article(model, articles) -> None:
    model.show(found(articles, 0, 1))
    model.tick([1], False)
    assert model.ticked() == {0: (Span(27, 31),), 1: (Span(4, 8),)}


def test_what_is_labelled_already_cannot_be_ticked(model, articles, qtbot) -> None:
    model.show(found(articles, 0))
    assert not model.setData(model.index(0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    model.tick_all(False)
    assert ticks(model) == "a--"
    model.tick_all(True)
    assert ticks(model) == "axx"
    with qtbot.assertNotEmitted(model.ticksChanged):
        model.tick([0], True)


@pytest.mark.parametrize("state", [Qt.CheckState.Unchecked, Qt.CheckState.Unchecked.value])
def test_a_tick_is_set_by_the_view(model, articles, qtbot, state) -> None:
    model.show(found(articles, 0))
    with qtbot.waitSignal(model.ticksChanged):
        assert model.setData(model.index(1), state, Qt.ItemDataRole.CheckStateRole)
    assert ticks(model) == "a-x"
    assert not model.setData(model.index(1), "words", Qt.ItemDataRole.EditRole)


def test_what_was_unticked_stays_so_when_the_place_is_listed_again(model, articles) -> None:
    model.show(found(articles, 0))
    model.tick([2], False)
    model.show(found(articles, 0, words="again"))
    assert ticks(model) == "x"
    model.show(found(articles, 0))
    assert ticks(model) == "ax-"
    model.show([(0, occurrences(articles[0], Query("Venn", Match.EXACT)))])
    assert ticks(model) == "xx-"


def test_words_over_two_paragraphs_are_one_line(model, articles) -> None:
    model.show([(0, occurrences(articles[0], Query("so.\n\nVenn", Match.EXACT)))])
    assert shown(model, 0)[1] == "so. ¶  ¶ Venn"


def test_there_is_nothing_where_there_is_no_row(model, articles) -> None:
    model.show(found(articles, 0))
    assert model.data(QModelIndex()) is None
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0)) == 0
