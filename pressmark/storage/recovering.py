"""An article as it stood when its session ended, from what the journal kept of it."""

from dataclasses import dataclass
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.differences import Difference, differences
from pressmark.markup import ChangeDoesNotFit
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.journal_records import WITHOUT_FILE, JournalUnavailable, Kept
from pressmark.storage.read_xml import CannotRead, from_xml
from pressmark.storage.write_xml import to_xml

NOTHING = Fingerprint("", -1)
"""What no file holds: one that is there counts as changed."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """`doc` is what the window showed last; `unsaved` is how that differs from what was saved.

    `path` is its file, which may be there no more, None where it had none. `held` is what the file holds, if
    that is what this work began from; `changed_since` says that somebody else has written it since.
    """

    kept: Kept
    doc: AnnotatedArticle
    path: Path | None
    changed_since: bool
    unsaved: tuple[Difference, ...]
    held: Fingerprint = NOTHING

    @property
    def is_saved(self) -> bool:
        """The file holds it after all: the session ended between writing it and noting that."""
        return self.held is not NOTHING and not self.unsaved


def recovered(kept: Kept) -> Recovered:
    """Raises JournalUnavailable where what was kept does not fit together."""
    try:
        base = from_xml(kept.base, kept.title).doc
        doc = kept.after(base, kept.position)
        then = kept.after(base, max(kept.saved, 0))
    except (CannotRead, ChangeDoesNotFit) as error:
        raise JournalUnavailable(
            f"What was not saved of “{kept.title}” cannot be put together again ({error}). It stays in the "
            "journal."
        ) from error
    path = None if kept.key.startswith(WITHOUT_FILE) else Path(kept.key)
    on_disk = _bytes_of(path)
    if path is None or on_disk is None:
        return Recovered(kept, doc, path, False, tuple(differences(then, doc)))
    held = Fingerprint.of_bytes(on_disk, path)
    if on_disk == to_xml(doc):
        return Recovered(kept, doc, path, False, (), held)
    changed = held.sha256 != kept.saved_sha
    return Recovered(kept, doc, path, changed, tuple(differences(then, doc)), NOTHING if changed else held)


def _bytes_of(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError:  # gone, or a share that is away: saving will tell
        return None
