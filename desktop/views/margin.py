"""The margins of the page: paragraph numbers on the left, on the right what each highlight is, and notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QRegion, QStaticText, QTransform

from desktop import theme
from desktop.views.chip_layout import GAP, ChipBlock, ChipBreaker, ChipRun, chip_font, fitted, with_notes
from desktop.views.chip_words import groups, words_of
from desktop.views.colouring import Colouring
from desktop.views.piece_index import PieceIndex
from desktop.views.text_geometry import TextGeometry
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import BlockKind
from pressmark.palette import swatch

_BAR, _INSET = 3, 12
_FREE = 4
"""Left free below the chips of a block."""

_LOOK_AHEAD = 4
"""How many blocks without chips may lend their margin to those before them."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chip at its place; `hidden` annotations had no room and are counted in one more line below it."""

    chip: ChipBlock
    rect: QRectF
    line: int
    swatch: str
    hidden: tuple[str, ...] = ()

    @property
    def whole(self) -> QRectF:
        """The chip with the line below it."""
        return self.rect.adjusted(0, 0, 0, self.line if self.hidden else 0)


class Margin:
    """Each block's chips keep to the height of the block and of the bare ones after it."""

    def __init__(
        self, geometry: TextGeometry, index: PieceIndex, doc: AnnotatedArticle, colouring: Colouring
    ) -> None:
        self.colouring = colouring
        self.numbered = True
        self.noted = True
        self._geometry = geometry
        self._index = index
        self._doc = doc
        self._placed: dict[int, tuple[float, list[_Placed]]] = {}
        self._numbers = _numbers(doc)
        self._left, self._width = 0, 0

    def set_room(self, left: int, width: int) -> None:
        """Where the chips stand; with a width of 0 there are none."""
        if (left, width) != (self._left, self._width):
            self._left, self._width = left, width
            self.drop()

    @property
    def left(self) -> int:
        """Where the chips begin."""
        return self._left

    def drop(self, blocks: Iterable[int] | None = None) -> set[int]:
        """Annotations or names are others now, in these blocks; without them, the layout is.

        Answers with blocks before them whose chips have more or less room now.
        """
        if blocks is None:
            self._placed.clear()
            return set()
        lenders: set[int] = set()
        for index in blocks:
            self._placed.pop(index, None)
            for before in range(index - _LOOK_AHEAD, index):
                known = self._placed.get(before)
                if known and known[0] != self._height_for(before):
                    del self._placed[before]
                    lenders.add(before)
        return lenders

    def reach(self, index: int) -> tuple[float, float]:
        """From where to where a block and its chips stand."""
        rect = self._geometry.block_rect(index)
        return rect.top(), max(rect.bottom(), rect.top() + self._height_for(index))

    def at(self, point: QPointF) -> str:
        """The annotation whose chip is at a point of the document, "" for none."""
        if self._width == 0 or point.x() < self._left:
            return ""
        block = self._geometry.block_at(point.y())
        for index in range(max(0, block - _LOOK_AHEAD), block + 1):
            for placed in self._chips_of(index):
                if placed.whole.contains(point):
                    return _run_at(placed, point)
        return ""

    def place_of(self, key: str, blocks: range) -> QRectF | None:
        """The chip of an annotation, where it is seen."""
        for index in blocks:
            for placed in self._chips_of(index):
                if key in placed.chip.ids:
                    return placed.rect
        return None

    def paint(self, painter: QPainter, blocks: range, seen: QRegion, picked: str, hovered: str) -> None:
        """What lies in a part of the page: numbers, and chips, also of blocks above that reach down there."""
        top, bottom = seen.boundingRect().top(), seen.boundingRect().bottom() + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in blocks:
            self._paint_left(painter, index, top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for index in range(max(0, blocks.start - _LOOK_AHEAD), blocks.stop):
            for placed in self._chips_of(index):
                if seen.intersects(placed.whole.adjusted(0, -2, 6, 2).toAlignedRect()):
                    self._paint_chip(painter, placed, picked, hovered)

    def _chips_of(self, index: int) -> list[_Placed]:
        if self._width == 0:
            return []
        if index not in self._placed:
            height = self._height_for(index)
            self._placed[index] = height, self._place(index, height)
        return self._placed[index][1]

    def _place(self, index: int, height: float) -> list[_Placed]:
        starting = self._starting_in(index)
        if not starting:
            return []
        breaker = ChipBreaker(self._width - _INSET)
        sharing = groups(self._doc, starting)
        words = [words_of(self._doc, group) for group in sharing[: breaker.most_in(height) + 1]]
        placed = fitted(breaker, words, height)
        hidden = tuple(one.id for group in sharing[len(placed) :] for one in group)
        if self.noted and not hidden:
            placed = with_notes(breaker, placed, {one.id: one.note for one in starting if one.note}, height)
        found, y = [], self._geometry.text_top(index)
        for number, chip in enumerate(placed):
            box = QRectF(self._left, y, self._width, chip.lines * breaker.line_height)
            below = hidden if number + 1 == len(placed) else ()
            name = self.colouring.swatch_of(self._doc.markup[chip.ids[0]])
            found.append(_Placed(chip, box, breaker.line_height, name, below))
            y += box.height() + GAP
        return found

    def _height_for(self, index: int) -> float:
        """How much room the chips of a block have."""
        rect = self._geometry.block_rect(index)
        after = self._index.next_block_with_pieces(index, _LOOK_AHEAD)
        last = min(after, len(self._doc.article.blocks) - 1)
        if last == index:
            return rect.height() + 120 - _FREE
        return self._geometry.block_rect(last).top() - rect.top() - _FREE

    def _starting_in(self, index: int) -> list[Annotation]:
        """Annotations whose first piece begins in the block, in text order."""
        block = self._doc.article.blocks[index]
        found = dict.fromkeys(
            piece.id
            for piece in self._index.in_block(index)
            if piece.span.start == self._doc.markup[piece.id].start and piece.span.start >= block.start
        )
        return [self._doc.markup[key] for key in found]

    def _paint_left(self, painter: QPainter, index: int, top: float, bottom: float) -> None:
        """The paragraph's number; before a list item a bullet, before a quotation a rule."""
        block = self._doc.article.blocks[index]
        if block.start == block.end:
            return
        colours, measures = theme.current(), self._geometry.measures
        baseline = self._geometry.first_baseline(index)
        if self.numbered and top - 4 <= baseline <= bottom + measures.em:
            self._paint_number(painter, index, baseline)
        if block.kind is BlockKind.LIST_ITEM:
            painter.setBrush(QColor(colours.quiet))
            painter.setPen(Qt.PenStyle.NoPen)
            dot = measures.em * 0.13
            painter.drawEllipse(
                QPointF(measures.gutter + 0.5 * measures.em, baseline - 0.3 * measures.em), dot, dot
            )
        elif block.kind is BlockKind.QUOTATION:
            rect = self._geometry.block_rect(index)
            painter.fillRect(
                QRectF(measures.gutter + 0.3 * measures.em, rect.top(), 2, rect.height()),
                QColor(colours.line),
            )

    def _paint_number(self, painter: QPainter, index: int, baseline: float) -> None:
        measures, font = self._geometry.measures, theme.ui_font(8.0)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().faint))
        number = str(self._numbers[index])
        right = measures.gutter - 1.35 * measures.em
        painter.drawText(QPointF(right - QFontMetricsF(font).horizontalAdvance(number), baseline), number)

    def _paint_chip(self, painter: QPainter, placed: _Placed, picked: str, hovered: str) -> None:
        colours = theme.current()
        rect, ids = placed.rect, placed.chip.ids
        if picked in ids or hovered in ids:
            painter.fillRect(
                rect.adjusted(0, -2, 6, 2), QColor(colours.hover if picked in ids else colours.side)
            )
        shown_in = swatch(placed.swatch)
        ink = shown_in.dark_ink if colours.dark else shown_in.ink
        painter.fillRect(QRectF(rect.left(), rect.top() - 1, _BAR, rect.height() + 2), QColor(ink))
        line = placed.line
        for run in placed.chip.runs:
            strong = run.strong or (run.id == picked and len(ids) > 1 and not run.note)
            place = QPointF(rect.left() + _INSET + run.x, rect.top() + run.line * line)
            _draw(painter, place, run.words, _colour(run), strong=strong, note=run.note)
        if placed.hidden:
            place = QPointF(rect.left() + _INSET, rect.bottom())
            _draw(painter, place, f"+{len(placed.hidden)} more", colours.faint)


def _draw(
    painter: QPainter, place: QPointF, words: str, colour: str, *, strong: bool = False, note: bool = False
) -> None:
    painter.setFont(chip_font(strong=strong, note=note))
    painter.setPen(QColor(colour))
    painter.drawStaticText(place, _static(words, strong, note))


@lru_cache(maxsize=1024)
def _static(words: str, strong: bool, note: bool) -> QStaticText:
    """Words as they are set; setting them anew at each paint costs more than painting."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), chip_font(strong=strong, note=note))
    return text


def _run_at(placed: _Placed, point: QPointF) -> str:
    """The name under the point; the chip's first one where there is none, the first hidden one below."""
    if point.y() >= placed.rect.bottom():
        return placed.hidden[0]
    line = int((point.y() - placed.rect.top()) // placed.line)
    x = point.x() - placed.rect.left() - _INSET
    for run in placed.chip.runs:
        if run.line == line and not run.strong and run.x <= x <= run.x + run.width + 4:
            return run.id
    return placed.chip.ids[0]


def _colour(run: ChipRun) -> str:
    colours = theme.current()
    if run.strong:
        return colours.ink
    return colours.faint if run.missing else colours.quiet


def _numbers(doc: AnnotatedArticle) -> list[int]:
    """Paragraph numbers by block, as `Article.paragraph_number_at` counts them, in one pass."""
    numbers, count = [], 0
    for block in doc.article.blocks:
        count += block.end > block.start
        numbers.append(max(1, count))
    return numbers
