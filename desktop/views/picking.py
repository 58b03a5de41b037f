"""Which annotation is the selected one: by click, by key, or told by the window."""

from bisect import bisect_left

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from desktop.views.article_text import ArticleText
from desktop.views.page import Page
from desktop.views.reading_place import bring_into_view
from pressmark.annotation import Annotation, id_order
from pressmark.article import Span

_NOWHERE = 2**62
"""Beyond every text."""


class Picking(QObject):
    """`picked` is emitted for what the analyst picks in the view, never for `pick`.

    `met` carries all ids at a place that was clicked, and the place in document pixels.
    """

    picked = Signal(str)
    met = Signal(object, QPointF)

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        text.clicked.connect(self._clicked)
        text.rightPressed.connect(self._right_pressed)

    def pick(self, key: str, *, scroll: bool) -> None:
        """Shows an annotation as the selected one, "" for none; brings it into view where it is not."""
        page = self._text.page
        if page is None:
            return
        before = self._places(page)
        page.picked = key if key in page.doc.markup else ""
        page.picked_last = page.picked or page.picked_last
        self._text.cancel_tool()
        if scroll and page.picked_spans():
            self.bring_into_view(page.picked_spans()[0])
        self._text.repaint_places([*before, *self._places(page)])

    def by_hand(self, key: str) -> None:
        page = self._text.page
        if page is not None and key != page.picked:
            self.pick(key, scroll=True)
            self.picked.emit(key)

    def at_caret(self) -> None:
        """The shortest annotation at the caret, and each further time the next longer one."""
        page = self._text.page
        if page is not None:
            self.by_hand(_next_in(page.index.at(self._text.caret()), page.picked))

    def walk(self, *, forward: bool) -> bool:
        """To the next annotation in text order, with the caret; False where there is none further on."""
        page = self._text.page
        if page is None:
            return False
        order = page.doc.markup.in_text_order()
        count = bisect_left(order, _NOWHERE, key=lambda one: one.start)  # those without a place come last
        picked = page.doc.markup.get(page.picked)
        if picked is None:
            at = 0 if forward else count - 1
        else:
            here = bisect_left(order, _place(picked), key=_place)
            at = here + (1 if forward else -1)
        if not 0 <= at < count:
            return False
        self.by_hand(order[at].id)
        self._text.put_caret(order[at].start)
        return True

    def bring_into_view(self, span: Span) -> None:
        """Scrolls where a span is not in view."""
        bring_into_view(self._text, span)

    def _clicked(self, point: QPointF) -> None:
        """A click without a drag: the shortest annotation there, with each further click the next longer."""
        page = self._text.page
        if page is not None:
            found = page.annotation_at(point)
            self.by_hand(_next_in(found, page.picked))
            self.met.emit(found, point)

    def _places(self, page: Page) -> list[QRectF]:
        """Where it shows which annotation is picked."""
        places = page.places_of_picked(self._text.blocks_seen())
        return places + [place for tool in self._text.tools for place in tool.places()]

    def _right_pressed(self, point: QPointF) -> None:
        """The menu that opens is about the annotation under the mouse."""
        page = self._text.page
        found = page.annotation_at(point) if page else []
        if page is not None and found and page.picked not in found:
            self.by_hand(found[0])


def _place(one: Annotation) -> tuple[int, int, tuple[str, int, str]]:
    """Annotations stand in this order in `Markup.in_text_order`."""
    return one.start, -one.end, id_order(one.id)


def _next_in(found: list[str], picked: str) -> str:
    """The one after the picked one, round and round; the first where another is picked, "" for none."""
    if not found:
        return ""
    return found[(found.index(picked) + 1) % len(found)] if picked in found else found[0]
