"""What a codebook of another hand must be to be taken in, and where in its file it is not."""

from collections.abc import Iterable

from pressmark.codebook_rules import refusals
from pressmark.labels import Codebook, Label
from pressmark.storage.bounded_xml import CannotRead, shortened

MOST_LABELS = 500
_MOST_COMPLAINTS = 5
_LONGEST_PLACE, _LONGEST_COMPLAINT = 80, 240  # what is quoted of a name or a cell may be megabytes


class Complaints:
    """What is wrong with a file, each with its place (“row 3”)."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: list[str] = []

    def add(self, place: str, sentence: str) -> None:
        said = shortened(sentence.rstrip("."), _LONGEST_COMPLAINT)
        self._found.append(f"{shortened(place, _LONGEST_PLACE)}: {said}")

    def raise_any(self) -> None:
        """Raises CannotRead with the first few, if there are any."""
        if not self._found:
            return
        more = len(self._found) - _MOST_COMPLAINTS
        listed = [*self._found[:_MOST_COMPLAINTS], *([f"and {more} more of the kind"] if more > 0 else [])]
        raise CannotRead(f"{self._name} is no codebook that can be used:\n" + "\n".join(listed))


def checked(found: Iterable[tuple[str, Label]], complaints: Complaints) -> Codebook:
    """The labels as a codebook; the text beside each says where it stands. Raises CannotRead."""
    book = Codebook(())
    for number, (place, label) in enumerate(found):
        if number == MOST_LABELS:
            complaints.add(place, f"there are more than {MOST_LABELS} labels")
            break
        refused = {field: why for field, why in refusals(book, "", label).items() if field != "parent"}
        for sentence in refused.values():
            complaints.add(place, sentence)
        if not refused:
            book = Codebook((*book.labels, label))
    complaints.raise_any()
    return book
