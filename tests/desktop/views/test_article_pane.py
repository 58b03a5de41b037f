import pytest

from desktop.views.article_pane import ArticlePane
from desktop.views.beside import Beside
from desktop.views.legend import Legend
from desktop.views.reading import Reading
from pressmark.changes import Hand, set_note, unlink

HAND = Hand("ana", "2026-11-23T10:00:00+00:00")


@pytest.fixture
def pane(themed, qtbot, doc) -> ArticlePane:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show_article(doc)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_colours_are_explained_only_where_they_do_not_tell_labels(pane):
    legend = pane.findChild(Legend)
    assert not legend.isVisible()
    pane.colour_by("speaker")
    assert legend.isVisible()
    assert "the minister" in legend.toolTip()
    pane.colour_by("label")
    assert not legend.isVisible()


def test_the_legend_follows_the_article(pane, doc):
    pane.colour_by("speaker")
    change = unlink(doc, "q1", doc.markup["q1"].links[0], HAND)
    doc.apply(change)
    pane.refresh(change)
    assert "Ministry of Harbours" in pane.findChild(Legend).toolTip()


def test_an_article_beside_is_read_and_not_changed(themed, qtbot, doc):
    beside = Beside()
    qtbot.addWidget(beside)
    beside.show_article(doc)
    assert beside.isVisible()
    change = set_note(doc, "q1", "who heard it?", HAND)
    doc.apply(change)
    beside.refresh(change)
    beside.set_reading(Reading(zoom=1.4, face="sans"))
    beside.show_article(None)
    assert not beside.isVisible()
    assert beside.doc is None
