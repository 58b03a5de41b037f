from datetime import UTC, datetime

import pytest

from desktop.editing_many import EditingMany
from desktop.session import Session
from pressmark.finding import Query, find
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.loading import load_bytes
from pressmark.recoding import Recoding

TEXTS = ("Fund\n\nMara Venn pledged €42m.", "Later\n\nMara Venn was there.")


@pytest.fixture
def session(qtbot) -> Session:
    session = Session("ana")
    session.add(load_bytes(text.encode(), "story.txt", datetime.now(UTC)) for text in TEXTS)
    places = {at: find(TEXTS[at], Query("Mara Venn")) for at in (0, 1)}
    session.label_all("actor", places)
    return session


@pytest.fixture
def many(session) -> EditingMany:
    return EditingMany(session)


def picks(session: Session):
    return [(article.doc, tuple(article.doc.markup)) for article in session.articles]


def values(session: Session, name: str) -> list[str]:
    return [one.value(name) for article in session.articles for one in article.doc.markup.values()]


def test_values_of_several_articles_are_set_in_one_step(session, many):
    many.set_values(picks(session), "role", "minister")
    assert values(session, "role") == ["minister", "minister"]
    session.undo_stack.undo()
    assert values(session, "role") == ["", ""]


def test_what_cannot_be_done_is_said_and_the_rest_is_done(session, many, qtbot):
    session.annotate("location", find(TEXTS[0], Query("Fund")))
    with qtbot.waitSignal(session.refused) as refused:
        many.set_values(picks(session), "role", "minister")
    assert "l1" in refused.args[2]
    assert values(session, "role") == ["minister", "", "minister"]


def test_many_are_relabelled_and_deleted(session, many):
    many.relabel(picks(session), "location")
    assert [list(article.doc.markup) for article in session.articles] == [["l1"], ["l1"]]
    many.delete(picks(session))
    assert [len(article.doc.markup) for article in session.articles] == [0, 0]


def test_a_row_of_another_article_is_edited_and_gone_to(session, many):
    other = session.articles[1].doc
    many.set_value(other, "a1", "entity", "Mara Venn")
    assert other.entities
    many.go_to(other, "a1")
    assert (session.current.doc, session.picked_id) == (other, "a1")


def test_a_codebook_is_changed_in_all_articles_that_share_it(session):
    recoding = Recoding.of(STANDARD_CODEBOOK).merged("actor", "location")
    session.recode(recoding)
    assert [one.doc.codebook.label("actor") for one in session.articles] == [None, None]
    assert [list(one.doc.markup) for one in session.articles] == [["l1"], ["l1"]]
    session.undo_stack.undo()
    assert [list(one.doc.markup) for one in session.articles] == [["a1"], ["a1"]]
