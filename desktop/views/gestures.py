"""What keys, cards and menus ask for, done to the text: selecting, picking, and asking for changes."""

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QToolTip

from desktop.views.article_keys import UNITS, grown, moved_end, next_quotation
from desktop.views.article_text import ArticleText
from desktop.views.chooser import Chooser
from desktop.views.gesture_table import Gesture
from desktop.views.label_offer import LabelOffer
from desktop.views.page import Page
from desktop.views.picking import Picking
from desktop.views.trimming import joined_at, split_at, trimmed, whole_words, without_piece_at
from pressmark.article import Span

_HINT = 'Nothing is selected: W selects the word, S the sentence, G the paragraph, " the next quotation'


class Gestures(QObject):
    """Asks for changes by its signals; `whole_words` grows what is labelled to whole words.

    `choiceAsked` carries ids, a place of the document, and from how many on there is a choice.
    """

    annotateRequested = Signal(str, object)
    pieceRequested = Signal(str, object)
    deleteRequested = Signal(str)
    spansChanged = Signal(str, object)
    choiceAsked = Signal(object, QPointF, int)
    formAsked = Signal()

    def __init__(self, text: ArticleText, picking: Picking, offer: LabelOffer, chooser: Chooser) -> None:
        super().__init__(text)
        self._text = text
        self._picking = picking
        self._offer = offer
        self._chooser = chooser
        self.whole_words = False
        offer.labelChosen.connect(self.label)
        offer.pieceChosen.connect(lambda: self.act(Gesture("piece")))
        offer.deleteChosen.connect(lambda: self.act(Gesture("delete")))

    def act(self, gesture: Gesture) -> bool:
        """Does what a key asks for; False where the key should go on to Qt."""
        page = self._text.page
        if page is None:
            return False
        match gesture.name:
            case "label":
                self.label(gesture.text)
            case "unit":
                unit = UNITS[gesture.text]
                self._take(grown(page.doc.article, unit, self._text.caret(), self._text.selected_span()))
            case "quotation":
                self._take(next_quotation(page.doc.article, self._text.caret(), self._text.selected_span()))
            case "walk":
                self._picking.walk(forward=gesture.forward)
            case "tab":
                return self._go_on(page)
            case "pick":
                self._picking.at_caret()
            case "choose":
                self._choose(page)
            case "leave":
                return self._leave()
            case _:
                self._ask_for_change(page, gesture)
        return True

    def label(self, name: str) -> None:
        """Asks for the label on what is selected."""
        page, span = self._text.page, self._meant()
        if page is not None and span:
            self._text.setFocus()
            label = page.doc.codebook.style_of(name)
            self.annotateRequested.emit(name, (trimmed(page.doc.article, span, label),))
            self._text.clear_selection()
        elif page is not None:
            QToolTip.showText(self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft()), _HINT)

    def _ask_for_change(self, page: Page, gesture: Gesture) -> None:
        if gesture.name == "piece":
            self._add_piece(page)
        elif gesture.name == "delete" and page.picked:
            self.deleteRequested.emit(page.picked)
        else:
            self._move_pieces(page, gesture)

    def _move_pieces(self, page: Page, gesture: Gesture) -> None:
        old, caret = page.picked_spans(), self._text.caret()
        new = old
        if old:
            match gesture.name:
                case "end":
                    new = moved_end(page.doc.article, old, gesture)
                case "split":
                    new = split_at(page.doc.article, old, caret)
                case "join":
                    new = joined_at(old, caret)
                case "take":
                    new = without_piece_at(old, caret)
        if new != old:
            self.spansChanged.emit(page.picked, new)

    def _meant(self) -> Span | None:
        """The selection, grown to whole words where that is wanted."""
        page, span = self._text.page, self._text.selected_span()
        return whole_words(page.doc.article, span) if page and span and self.whole_words else span

    def _add_piece(self, page: Page) -> None:
        span = self._meant()
        key = page.to_extend(span) if span else ""
        if key:
            self._text.setFocus()
            self.pieceRequested.emit(key, span)
            self._text.clear_selection()

    def _take(self, span: Span | None) -> None:
        if span:
            self._text.select(span)
            self._picking.bring_into_view(span)

    def _go_on(self, page: Page) -> bool:
        """Tab goes to the card where there is one, to the form of what is picked, or out of the view."""
        if self._offer.visible:
            self._offer.focus_first()
        elif page.picked:
            self.formAsked.emit()
        else:
            return False
        return True

    def _choose(self, page: Page) -> None:
        """Among all annotations at the caret."""
        keys = page.index.at(self._text.caret())
        if keys:
            place = self._text.to_document(QPointF(self._text.cursorRect().bottomLeft()))
            self.choiceAsked.emit(keys, place, 1)
            self._chooser.take_focus()

    def _leave(self) -> bool:
        """Escape takes back one thing at a time: what is dragged, a card, the selection, the pick."""
        if self._text.cancel_tool():
            return True
        if self._chooser.isVisible():
            self._chooser.hide()
        elif self._offer.visible:
            self._offer.leave()
        elif self._text.textCursor().hasSelection():
            self._text.clear_selection()
        elif self._text.page and self._text.page.picked:
            self._picking.by_hand("")
        else:
            return False
        return True
