"""The dossier in the window: listed at once, opened as needed, searched, filed, and kept up to date."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import shelf as shelf_module
from desktop import shelf_commands
from desktop.dialogs.import_report import ImportReport
from desktop.models.entries import Entry
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark import changes
from pressmark.dossier_record import DossierRecord
from pressmark.storage.articles import open_article, save_article
from tests.pressmark.story import told

NAMES = ("ferry", "port", "quay", "wall")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier of four articles of the same story under other headlines."""
    folder = tmp_path / "Harbour"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        doc = told()
        source = replace(doc.source, headline=f"{name.title()} story", published=f"2026-11-1{number}")
        doc.apply(changes.set_source(doc, source))
        save_article(doc, folder / f"{name}.pressmark")
    return folder


@pytest.fixture
def window(themed, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("desktop.ask.tell", lambda *said: TOLD.append(said[1:3]))
    TOLD.clear()
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.show()
    yield window
    window.shelf.close()


TOLD: list[tuple[str, ...]] = []


def open_dossier(window: MainWindow, folder: Path, qtbot) -> None:
    window.commands.open_dossier_at(folder)
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=10_000)


def entries(window: MainWindow) -> dict[str, Entry]:
    return {one.path.stem: one for one in window.shelf.entries() if one.path}


def opened(window: MainWindow) -> set[str]:
    return {one.path.stem for one in window.session.articles}


def wait_for(qtbot, what: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=10_000)


def test_a_small_dossier_is_opened_whole_with_the_first_of_the_list_in_front(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    assert opened(window) == {*NAMES}
    assert window.session.current.path.stem == "ferry"
    assert window.shelf.count == len(NAMES)


def test_of_a_large_one_each_article_is_opened_when_it_is_asked_for(window, folder, qtbot, monkeypatch):
    for module in (shelf_module, shelf_commands):
        monkeypatch.setattr(module, "EAGER", 2)
    open_dossier(window, folder, qtbot)
    assert (opened(window), set(entries(window))) == ({"ferry"}, {*NAMES})
    window.dossier_panel.chosen.emit(entries(window)["quay"])
    wait_for(qtbot, lambda: window.session.current.path.stem == "quay")
    assert opened(window) == {"ferry", "quay"}
    assert [one.headline for one in window.shelf.entries()] == [f"{name.title()} story" for name in NAMES]


def test_what_concerns_all_articles_opens_the_rest_first(window, folder, qtbot, monkeypatch):
    for module in (shelf_module, shelf_commands):
        monkeypatch.setattr(module, "EAGER", 2)
    open_dossier(window, folder, qtbot)
    seen: list[set[str]] = []
    window.shelf_commands.with_all(lambda: seen.append(opened(window)))
    wait_for(qtbot, lambda: seen)
    assert seen == [{*NAMES}]


def test_a_damaged_file_is_listed_with_its_reason_and_told_once(window, folder, qtbot):
    (folder / "broken.pressmark").write_text("<x>", encoding="utf-8")
    open_dossier(window, folder, qtbot)
    wait_for(qtbot, lambda: TOLD)
    assert "broken.pressmark is damaged" in entries(window)["broken"].problem
    assert [title for title, _ in TOLD] == ["One article cannot be read"]


def test_several_articles_are_filed_in_one_step_that_undo_takes_back(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    both = [entries(window)["quay"], entries(window)["wall"]]
    window.dossier_panel.list.stateAsked.emit(both, "done")
    assert [entries(window)[name].state for name in NAMES] == ["", "", "done", "done"]
    assert window.session.undo_stack.count() == 1
    assert window.session.undo_stack.undoText() == "Mark as done: 2 articles"
    window.commands.undo()
    assert {one.state for one in window.shelf.entries()} == {""}


def test_an_archived_article_leaves_the_list_and_is_shown_when_asked_for(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    window.dossier_panel.list.archiveAsked.emit([entries(window)["wall"]], True)
    model = window.dossier_panel.list.model()
    assert model.rowCount() == 3
    window.shelf_commands._arrange(replace(window.dossier_panel.arrangement, archived=True))
    assert model.rowCount() == 4
    assert window.settings.arrangement.archived


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("sea,  budget ,sea", ("sea", "budget")), ("old, new", ("old", "new")), ("", ()), ("new", ("new",))],
)
def test_tags_are_typed_with_commas(window, folder, qtbot, monkeypatch, typed, tags):
    open_dossier(window, folder, qtbot)
    article = entries(window)["quay"].article
    window.session.show_article(article)
    window.session.do(changes.set_filing(article.doc, replace(article.doc.filing, tags=("old",)), "Tag"))
    monkeypatch.setattr("desktop.shelf_commands.QInputDialog.getText", lambda *_, **__: (typed, True))
    window.dossier_panel.list.tagsAsked.emit([entries(window)["quay"]])
    assert article.doc.filing.tags == tags


def test_tags_that_not_all_have_stay_with_those_that_have_them(window, folder, qtbot, monkeypatch):
    open_dossier(window, folder, qtbot)
    one, other = entries(window)["quay"], entries(window)["wall"]
    filing = replace(one.article.doc.filing, tags=("mine",))
    window.session.do_all("Tag", [(one.article, changes.set_filing(one.article.doc, filing, "Tag"))])
    monkeypatch.setattr("desktop.shelf_commands.QInputDialog.getText", lambda *_, **__: ("sea", True))
    window.dossier_panel.list.tagsAsked.emit([one, other])
    assert (one.tags, other.tags) == (("mine", "sea"), ("sea",))


def test_a_search_finds_as_it_is_typed_and_leads_to_the_place(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    wait_for(qtbot, lambda: window.shelf._refreshing is None)
    panel = window.dossier_panel
    panel._search.setText("label:pledge")
    wait_for(qtbot, panel._hits.rowCount)
    hit = panel._hits.hit(0)
    assert hit.annotation == "p1"
    panel.hits.chosen.emit(hit)
    wait_for(qtbot, lambda: window.session.picked_id == "p1")
    assert window.session.current.path.name == hit.file
    panel._search.setText("headline:quay second ferry")
    wait_for(qtbot, lambda: panel._hits.rowCount() and panel._hits.hit(0).file == "quay.pressmark")
    panel.hits.chosen.emit(panel._hits.hit(0))
    wait_for(qtbot, lambda: window.session.current.path.stem == "quay")
    span = window.article_view.selected_span()
    assert window.session.doc.article.words_at(span) in {"second ferry", "second", "ferry"}


@pytest.mark.parametrize("query", ["amount>lots", "(ferry", "nosuchfield:x"])
def test_what_is_not_understood_is_said_beside_the_box(window, folder, qtbot, query):
    open_dossier(window, folder, qtbot)
    window.dossier_panel.search_for(query)
    wait_for(qtbot, window.dossier_panel._note.text)
    assert TOLD == []


def test_what_is_saved_is_found_at_once(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    wait_for(qtbot, lambda: window.shelf._refreshing is None)
    article = entries(window)["quay"].article
    window.session.show_article(article)
    window.session.set_source(replace(article.doc.source, headline="Zeppelins over Northmouth"))
    window.session.save(article)
    wait_for(qtbot, lambda: "Zeppelins" in {one.headline.split()[0] for one in window.shelf._index.rows()})


def test_a_file_that_somebody_adds_or_takes_away_is_noticed(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    wait_for(qtbot, lambda: window.shelf._refreshing is None)
    save_article(told(), folder / "added.pressmark")
    window.shelf.refresh()
    wait_for(qtbot, lambda: "added" in entries(window))
    (folder / "added.pressmark").unlink()
    window.shelf.refresh()
    wait_for(qtbot, lambda: "added" not in entries(window))


def test_the_analysts_order_is_kept_with_the_dossier(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    window.dossier_panel._model.move([3], 0)
    model = window.dossier_panel._model
    listed = [model.entry(row).path.stem for row in range(model.rowCount())]
    assert listed == ["wall", "ferry", "port", "quay"]
    assert DossierRecord(folder).order[0] == "wall.pressmark"


def test_a_search_is_kept_with_the_dossier_and_forgotten(window, folder, qtbot):
    open_dossier(window, folder, qtbot)
    panel = window.dossier_panel
    panel.search_for("label:pledge")
    panel._keep_search()
    assert DossierRecord(folder).searches == {"label:pledge": "label:pledge"}
    assert "label:pledge" in [action.text() for action in panel.make_menu().actions()]
    panel._forget_search("label:pledge")
    assert DossierRecord(folder).searches == {}


def test_files_dropped_into_a_dossier_are_in_its_folder_and_listed(window, folder, qtbot, tmp_path):
    open_dossier(window, folder, qtbot)
    source = tmp_path / "new.txt"
    source.write_text("Lighthouse lit\n\nThe lighthouse shines again.", encoding="utf-8")
    window.arrivals.take_paths([source])
    wait_for(qtbot, lambda: "Lighthouse lit" in {one.headline for one in window.shelf.entries()})
    entry = next(one for one in window.shelf.entries() if one.headline == "Lighthouse lit")
    assert entry.path.parent == folder
    assert open_article(entry.path).doc.headline == "Lighthouse lit"
    assert window.session.current is entry.article


def test_one_thing_that_cannot_be_added_is_told_and_several_have_a_report(window, qtbot, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    window.arrivals.take_paths([tmp_path / "a.txt"])
    wait_for(qtbot, lambda: TOLD)
    assert TOLD[0][0] == "This could not be added"
    window.arrivals.take_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    wait_for(qtbot, lambda: window.findChild(ImportReport) and window.findChild(ImportReport).isVisible())
    report = window.findChild(ImportReport)
    assert report.count == 2
    (tmp_path / "a.txt").write_text("Quay opens\n\nThe quay is open.", encoding="utf-8")
    report._retry(list(report._model.outcomes))
    wait_for(qtbot, lambda: window.session.articles)
    wait_for(qtbot, lambda: report._summary.text() == "1 came in, 1 did not come in")
