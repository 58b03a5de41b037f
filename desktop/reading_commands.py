"""What the actions of the reading menu do: size, measure, face, numbers, focus, and what colours tell."""

from dataclasses import replace

from desktop.views.reading import Reading
from desktop.workplace import Workplace


class ReadingCommands:
    """All of them last: the settings remember how the analyst likes to read."""

    def __init__(self, window: Workplace) -> None:
        self._window = window

    def zoom_in(self) -> None:
        self._read(self._reading.zoomed_by(1))

    def zoom_out(self) -> None:
        self._read(self._reading.zoomed_by(-1))

    def zoom_reset(self) -> None:
        self._read(self._reading.zoomed(1.0))

    def lines_longer(self) -> None:
        self._read(self._reading.widened(4))

    def lines_shorter(self) -> None:
        self._read(self._reading.widened(-4))

    def change_face(self) -> None:
        self._read(replace(self._reading, face="sans" if self._reading.face == "serif" else "serif"))

    def toggle_numbers(self) -> None:
        self._read(replace(self._reading, numbers=not self._reading.numbers))

    def toggle_notes(self) -> None:
        self._read(replace(self._reading, notes=not self._reading.notes))

    def toggle_focus(self) -> None:
        self._read(replace(self._reading, focus=not self._reading.focus))

    def toggle_whole_words(self) -> None:
        wanted = not self._window.settings.whole_words
        self._window.settings.whole_words = wanted
        self._window.article_view.set_whole_words(wanted)
        self._window.say("Labels take whole words" if wanted else "Labels take exactly what is selected")

    def colour_by_label(self) -> None:
        self._window.pane.colour_by("label")

    def colour_by_speaker(self) -> None:
        self._window.pane.colour_by("speaker")

    def colour_by_status(self) -> None:
        self._window.pane.colour_by("status")

    @property
    def _reading(self) -> Reading:
        return self._window.article_view.reading

    def _read(self, reading: Reading) -> None:
        self._window.read_as(reading)
