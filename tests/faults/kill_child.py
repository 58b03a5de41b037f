"""Annotates an article as a quick analyst would, and is killed in the midst of it.

    kill_child.py FOLDER SEED

Prints a line when it begins, one for each change with the time it was made, and one for each save that the
window would have told the analyst of.
"""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.journaling import Journaling
from desktop.session import Session
from pressmark.article import Span
from pressmark.loading import load


def say(*words: object) -> None:
    print(*words, flush=True)


folder, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
app = QCoreApplication(sys.argv)
session = Session("ana")
journaling = Journaling(session, folder / "state")
session.add([load(folder / "story.pressmark", datetime.now(UTC))])
article = session.current
assert article is not None


def act() -> None:
    """Mostly a new annotation; now and then an undo, a note, or a save."""
    doc, dice = article.doc, chance.random()
    if dice < 0.1 and session.undo_stack.canUndo():
        session.undo_stack.undo()
    elif dice < 0.2 and doc.markup:
        session.set_note(chance.choice(sorted(doc.markup)), f"note {chance.random()}")
    elif dice < 0.25:
        session.saver.save(article)
    else:
        start = chance.randrange(len(doc.article.text) - 10)
        session.annotate(chance.choice(["actor", "location", "quote"]), [Span(start, start + 5)])
    say("state", time.monotonic(), len(doc.markup), hash_of(doc))
    QTimer.singleShot(chance.randrange(5, 60), act)


def hash_of(doc: object) -> str:
    """Short words for the whole state, to be compared in another process."""
    from pressmark.digest import sha256_of
    from pressmark.storage.write_xml import to_xml

    return sha256_of(to_xml(doc))[:16]


session.written.connect(lambda _: say("saved", time.monotonic(), article.saved, article.sha256[:16]))
say("begin", time.monotonic())
QTimer.singleShot(0, act)
app.exec()
