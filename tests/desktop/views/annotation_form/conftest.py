from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.session import Session
from desktop.views.annotation_form import AnnotationForm
from pressmark.loading import Loaded, load_bytes


@pytest.fixture
def session(qtbot, doc) -> Session:
    """The article of the fixtures, and behind it one that has a pledge p1 as well."""
    session = Session("ana")
    other = load_bytes(
        b"Quay opens\n\nThe town pledged a quay.", "quay.txt", datetime(2026, 11, 15, tzinfo=UTC)
    )
    session.add([Loaded(doc), other])
    return session


@pytest.fixture
def form(themed, qtbot, session) -> Iterator[AnnotationForm]:
    """Wired to the session as the window does it, with a button before it and one after it."""
    form = AnnotationForm()
    session.picked.connect(lambda key: form.show_annotation(session.doc, key))
    session.articleChanged.connect(lambda *_: form.refresh())
    session.currentChanged.connect(lambda: form.show_annotation(session.doc, None))
    session.refused.connect(form.show_problem)
    form.valueEdited.connect(session.set_value)
    form.noteEdited.connect(session.set_note)
    form.linkRequested.connect(session.link)
    form.unlinkRequested.connect(session.unlink)
    form.relabelRequested.connect(session.relabel)
    form.deleteRequested.connect(session.delete)
    form.pieceRemoved.connect(session.remove_piece)
    form.followed.connect(session.pick)
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    for part in (QPushButton("before"), form, QPushButton("after")):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.resize(340, 1100)
    form.show_annotation(session.doc, None)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield form
    window.close()


@pytest.fixture
def pledge(form, session) -> AnnotationForm:
    session.pick("p1")
    return form


@pytest.fixture
def named(form) -> Callable[[str], QWidget]:
    """What screen readers call by this name."""

    def found(name: str) -> QWidget:
        return next(one for one in form.widget().findChildren(QWidget) if one.accessibleName() == name)

    return found


@pytest.fixture
def typed(named) -> Callable[[str, str], QWidget]:
    """Types into the box of that name in place of what it holds, and stays in it."""

    def into(name: str, words: str) -> QWidget:
        box = named(name)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, words)
        return box

    return into


@pytest.fixture
def values(session) -> Callable[..., dict[str, str]]:
    """What is stored of an annotation now."""
    return lambda key="p1": dict(session.doc.markup[key].attributes)
