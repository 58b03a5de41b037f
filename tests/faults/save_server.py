"""Forks a process for each save that is to be disturbed: ready in milliseconds, stopped until it is traced.

Reads lines `CASE FOLDER`, answers with the process id, then with its exit status. The process looks for two
files that are not there just before and after what it does, so that a trace shows where that begins and ends;
it ends with what became of it, and where that can be written, FOLDER/outcome has the words.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from desktop.exporting import CannotExport, export
from pressmark import changes
from pressmark.changes import Hand
from pressmark.storage.articles import open_article, save_article, save_articles
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.journal import Journal
from pressmark.storage.journal_records import Entry, JournalUnavailable, Noted, Step
from pressmark.storage.safe_write import CannotWrite
from pressmark.storage.write_xml import to_xml

HAND = Hand("ana", "2026-11-14T09:30:00+00:00")
BEGIN, END = "/pressmark-begins", "/pressmark-ends"
NEW = "noted now"
WHEN = datetime(2026, 11, 14, tzinfo=UTC)
DONE, REFUSED, FAILED = 0, 10, 11


def save_one(folder: Path) -> Callable[[], None]:
    """An article with the original it came from."""
    path = folder / "0.pressmark"
    doc = open_article(path).doc
    doc.apply(changes.set_note(doc, "a1", NEW, HAND))
    held = Fingerprint.of(path)
    return lambda: save_article(doc, path, b"<p>original</p>", held) and None


def save_link(folder: Path) -> Callable[[], None]:
    """An article that lies behind a link."""
    path = folder / "link"
    path.symlink_to("0.pressmark")
    doc = open_article(path).doc
    doc.apply(changes.set_note(doc, "a1", NEW, HAND))
    return lambda: save_article(doc, path) and None


def save_three(folder: Path) -> Callable[[], None]:
    """Three articles in one go, by several threads."""
    files = []
    for path in sorted(folder.glob("*.pressmark")):
        doc = open_article(path).doc
        doc.apply(changes.set_note(doc, "a1", NEW, HAND))
        files.append((doc, path, None, None))

    def work() -> None:
        for result in save_articles(files):
            if isinstance(result, CannotWrite):
                raise result

    return work


def export_brief(folder: Path) -> Callable[[], None]:
    """A Word document over an older one."""
    docs = [open_article(folder / "0.pressmark").doc]
    return lambda: export(docs, folder / "brief.docx", now=WHEN)


@cache
def warm_up(folder: Path) -> None:
    """Loads what an export needs once, for all processes that are forked."""
    file = folder / "warm-up.docx"
    export([open_article(folder / "0.pressmark").doc], file, now=WHEN)
    file.unlink()


def write_journal(folder: Path) -> Callable[[], None]:
    """One more change in the journal."""
    doc = open_article(folder / "0.pressmark").doc
    first = changes.set_note(doc, "a1", "before", HAND)
    second = changes.set_note(doc.after(first), "a1", NEW, HAND)
    journal = Journal(folder / "state")
    base = to_xml(doc)
    noted = [Noted(Step(0, number), change) for number, change in enumerate((first, second))]
    journal.write([Entry("k", "t", 1, 0, "", 0, (noted[0],), lambda: base)])
    return lambda: journal.write([Entry("k", "t", 2, 0, "", 1, (noted[1],), lambda: base)])


CASES = {one.__name__: one for one in (save_one, save_link, save_three, export_brief, write_journal)}


def disturbed(case: str, folder: Path) -> None:
    """In the forked process: what is told afterwards is what the analyst would have been told."""
    work = CASES[case](folder)
    os.kill(os.getpid(), signal.SIGSTOP)
    with suppress(OSError):  # from here on any call may be made to fail
        Path(BEGIN).exists()
    try:
        work()
        status, outcome = DONE, "done"
    except (CannotWrite, CannotExport, JournalUnavailable) as error:
        status, outcome = REFUSED, str(error)
    except BaseException as error:  # noqa: BLE001  # told to the test
        status, outcome = FAILED, f"{type(error).__name__} {error}"
    with suppress(OSError):
        Path(END).exists()
    with suppress(OSError):
        (folder / "outcome").write_text(outcome, encoding="utf-8")
    os._exit(status)


def main() -> None:
    for line in sys.stdin:
        case, folder = line.split()
        if case == "export_brief":
            warm_up(Path(folder))
        child = os.fork()
        if child == 0:
            disturbed(case, Path(folder))
        os.waitpid(child, os.WUNTRACED)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
