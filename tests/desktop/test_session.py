from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.session import Session
from pressmark.article import Span
from pressmark.brief import LineStyle
from pressmark.changes import Hand, annotate
from pressmark.finding import Query, find
from pressmark.labels import Label
from pressmark.loading import load, load_bytes
from pressmark.storage.articles import save_article

STORY = """Harbour fund promised before winter

“We will not leave the fleet outside,” Mara Venn said. “This is the money.”

Minister Mara Venn pledged €42m for Port Almar by the end of March 2027.
"""


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def session(qtbot) -> Session:
    session = Session("ana")
    session.add([load_bytes(STORY.encode(), "harbour.txt", datetime(2026, 11, 14, tzinfo=UTC))])
    return session


@pytest.fixture
def text(session: Session) -> str:
    return session.doc.article.text


def test_what_is_added_comes_to_the_front_and_is_unsaved(session):
    assert session.current is session.articles[0]
    assert session.current.unsaved


def test_annotating_selects_the_new_annotation(session, text):
    session.annotate("actor", [at(text, "Mara Venn")])
    assert session.picked_id == "a1"
    assert session.doc.markup["a1"].author == "ana"


def test_every_step_can_be_undone_and_redone(session, text):
    session.annotate("quote", [at(text, "“We will not leave the fleet outside,”")])
    session.add_piece("q1", at(text, "“This is the money.”"))
    session.link("q1", "speaker", "Mara Venn")
    session.set_note("q1", "who else heard it?")
    session.relabel("q1", "pledge")
    held = dict(session.doc.markup)
    for _ in range(5):
        session.undo_stack.undo()
    assert not session.doc.markup
    for _ in range(5):
        session.undo_stack.redo()
    assert dict(session.doc.markup) == held


def test_a_typed_name_becomes_the_actor_nearest_to_the_quote(session, text):
    session.annotate("quote", [at(text, "“This is the money.”")])
    session.link("q1", "speaker", "Mara Venn")
    (speaker,) = session.doc.markup["q1"].targets("speaker")
    assert session.doc.markup[speaker].spans == (at(text, "Mara Venn"),)


def test_a_value_that_is_not_understood_is_refused_with_its_field(session, text, qtbot):
    session.annotate("pledge", [at(text, "pledged €42m for Port Almar")])
    with qtbot.waitSignal(session.refused) as refusal:
        session.set_value("p1", "amount", "a lot")
    assert refusal.args[:2] == ["p1", "amount"]
    assert "a lot" in refusal.args[2]
    assert session.doc.markup["p1"].value("amount") == ""


def test_a_name_that_is_not_in_the_text_is_refused(session, text, qtbot):
    session.annotate("quote", [at(text, "“This is the money.”")])
    with qtbot.waitSignal(session.refused):
        session.link("q1", "speaker", "Nobody Known")
    assert not session.doc.markup["q1"].links


def test_a_drop_of_one_highlight_on_another_links_them_in_the_role_that_fits(session, text):
    session.annotate("pledge", [at(text, "pledged €42m for Port Almar")])
    session.annotate("location", [at(text, "Port Almar")])
    session.link_dropped("p1", "l1")
    assert session.doc.markup["p1"].targets("recipient") == ("l1",)


def test_saving_makes_it_saved_and_undo_makes_it_unsaved_again(session, text, tmp_path):
    session.annotate("actor", [at(text, "Mara Venn")])
    path = tmp_path / "harbour.pressmark"
    assert session.save(session.current, path)
    assert not session.current.unsaved
    session.undo_stack.undo()
    assert session.current.unsaved
    session.undo_stack.redo()
    assert not session.current.unsaved


def test_the_original_lies_beside_the_saved_article(session, tmp_path):
    session.save(session.current, tmp_path / "harbour.pressmark")
    (kept,) = (tmp_path / "originals").iterdir()
    assert kept.read_bytes() == STORY.encode()


def test_a_save_that_fails_leaves_the_article_open_and_unsaved(session, tmp_path, qtbot):
    with qtbot.waitSignal(session.notSaved) as told:
        assert not session.save(session.current, tmp_path / "missing" / "harbour.pressmark")
    assert told.args[0] is session.current
    assert "missing" in told.args[2]
    assert session.current.unsaved


def test_undo_in_another_article_brings_it_to_the_front(session, text):
    first = session.current
    session.annotate("actor", [at(text, "Mara Venn")])
    session.add([load_bytes(b"Another story\n\nWith other words in it.", "b.txt", datetime.now(UTC))])
    assert session.current is not first
    session.undo_stack.undo()
    assert session.current is first
    assert not first.doc.markup


def test_the_same_file_is_opened_once(session, tmp_path):
    path = tmp_path / "harbour.pressmark"
    session.save(session.current, path)
    session.add([load(path, datetime.now(UTC))])
    assert len(session.articles) == 1


def test_an_article_of_a_newer_version_cannot_be_changed(session, tmp_path, qtbot):
    path = tmp_path / "newer.pressmark"
    save_article(session.doc, path)
    newer = path.read_text(encoding="utf-8").replace('version="1"', 'version="9"', 1)
    path.write_text(newer, encoding="utf-8")
    session.add([load(path, datetime.now(UTC))])
    with qtbot.waitSignal(session.problem):
        session.annotate("actor", [Span(0, 7)])
    assert not session.doc.markup


def test_new_articles_of_a_dossier_are_saved_into_its_folder_at_once(session, tmp_path: Path):
    from pressmark.dossier import Dossier

    session.dossier = Dossier(tmp_path)
    (added,) = session.add([load_bytes(b"Quay opens\n\nThe quay is open.", "q.txt", datetime.now(UTC))])
    assert added.path == tmp_path / "quay-opens.pressmark"
    assert not added.unsaved
    assert load(added.path, datetime.now(UTC)).doc.article == added.doc.article


def test_changes_of_several_articles_are_one_step(session, text):
    (second,) = session.add(
        [load_bytes(b"Another story\n\nMara Venn was there.", "b.txt", datetime.now(UTC))], show=False
    )
    steps = []
    for article in session.articles:
        span = at(article.doc.article.text, "Mara Venn")
        change, _ = annotate(article.doc, "actor", [span], Hand("ana", "2026-11-23T10:00:00+00:00"))
        steps.append((article, change))
    assert session.do_all("Label two", steps)
    assert [len(article.doc.markup) for article in session.articles] == [1, 1]
    assert session.undo_stack.count() == 1
    assert session.current is not second
    session.undo_stack.undo()
    assert [len(article.doc.markup) for article in session.articles] == [0, 0]
    session.undo_stack.redo()
    assert second.doc.markup["a1"].words(second.doc.article) == ("Mara Venn",)


def test_the_last_label_is_used_again(session, text):
    session.annotate("actor", [at(text, "Mara Venn")])
    session.annotate_again([at(text, "Port Almar")])
    assert [one.label for one in session.doc.markup.values()] == ["actor", "actor"]


def test_the_last_link_is_made_again(session, text, qtbot):
    session.annotate("quote", [at(text, "“We will not leave the fleet outside,”")])
    session.link("q1", "speaker", "Mara Venn")
    session.annotate("quote", [at(text, "“This is the money.”")])
    session.link_again("q2")
    assert session.doc.markup["q2"].targets("speaker") == session.doc.markup["q1"].targets("speaker")
    with qtbot.waitSignal(session.said):
        session.link_again("a1")


def test_a_label_made_from_selected_words_marks_them_in_the_same_step(session, text):
    fleet = Label("fleet", "Fleet", "teal", LineStyle.SOLID, prefix="f")
    session.add_label(fleet, [at(text, "the fleet")])
    assert session.doc.markup["f1"].label == "fleet"
    session.undo_stack.undo()
    assert not session.doc.markup
    assert session.doc.codebook.label("fleet") is None


def test_all_occurrences_in_several_articles_are_labelled_in_one_step(session, text):
    session.add(
        [load_bytes(b"Another story\n\nMara Venn was there.", "b.txt", datetime.now(UTC))], show=False
    )
    places = {
        number: find(article.doc.article.text, Query("mara venn"))
        for number, article in enumerate(session.articles)
    }
    session.label_all("actor", places)
    assert [len(article.doc.markup) for article in session.articles] == [2, 1]
    session.undo_stack.undo()
    assert [len(article.doc.markup) for article in session.articles] == [0, 0]
