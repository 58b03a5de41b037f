"""Saves an article again and again, telling after each save what the analyst is told.

Arguments: the file, how many times, and, if it is to jump before each save, the file of libfaketime's clock.
"""

import sys
import time
from pathlib import Path

from pressmark import changes
from pressmark.changes import Hand
from pressmark.storage.articles import open_with_fingerprint, save_article
from pressmark.storage.safe_write import CannotWrite

CLOCKS = (
    "1970-01-02 00:00:00",
    "2038-01-19 03:14:08",
    "2026-11-14 12:00:00",
    "2106-02-07 06:28:16",
    "1999-12-31 23:59:59",
)


def main(path: Path, times: int, clock: Path | None) -> None:
    opened, held = open_with_fingerprint(path)
    doc = opened.doc
    for number in range(times):
        if clock:
            clock.write_text(f"@{CLOCKS[number % len(CLOCKS)]}\n", encoding="utf-8")
        hand = Hand("ana", "2026-11-14T09:30:00+00:00")
        doc.apply(changes.set_note(doc, "a1", "n" * (number % 50) + str(number), hand))
        try:
            held = save_article(doc, path, b"original", held)
        except CannotWrite as error:
            print(f"REFUSED {error}", flush=True)
            return
        print(f"SAVED {number} {int(time.time())}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
