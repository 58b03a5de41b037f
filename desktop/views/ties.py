"""Quiet curves from the selected annotation to those it is tied to, with their roles."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen

from desktop import theme
from desktop.views.article_text import ArticleText
from desktop.views.page import Page
from desktop.views.underlines import draw_small
from pressmark import facts
from pressmark.annotation import Annotation

_MOST_CURVES = 12
"""More at once would be a thicket; the rest is counted with those out of view."""

_POINTS, _TAG_HEIGHT, _TAG_PAD = 8.0, 18, 6
_ARC, _OUT, _INSET = 12, 2, 14
"""Of curves: how far one within a line bends down, how far all keep off the words, and off their ends."""

_ROLE_BELOW = 5
"""From the foot of a highlight to the middle of the role told below it, in pixels."""


@dataclass(frozen=True, slots=True)
class _Tie:
    """The links between the selected annotation and another in one direction, with all their roles."""

    other: Annotation
    role: str
    outwards: bool


@dataclass(frozen=True, slots=True)
class _Tag:
    """At an edge of the view: what lies beyond it. A click goes to the nearest of them."""

    words: str
    place: QRectF
    nearest: str


class Ties(QObject):
    """`followed` carries the id that an arrow at the edge leads to."""

    followed = Signal(str)

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        self._pressed = ""
        self._known: tuple[object, object, list[_Tie]] = (None, None, [])

    @property
    def keeps_to_view(self) -> bool:
        """Arrows stand at the edges of the view."""
        page = self._text.page
        return page is not None and bool(self._ties(page))

    def places(self) -> list[QRectF]:
        """All that lies between what is picked and what it is tied to, and the arrows."""
        page = self._text.page
        if page is None or not self._ties(page):
            return []
        seen = self._text.blocks_seen()
        ours = [rect for span in page.picked_spans() for rect in page.rects_seen(span, seen)]
        found = [tag.place for tag in self._tags()]
        for tie in self._in_view(page, seen) if ours else []:
            theirs = page.rects_seen(tie.other.spans[0], seen)
            found += [mine.united(its) for mine in ours for its in theirs]
        return found

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        self._pressed = next((tag.nearest for tag in self._tags() if tag.place.contains(point)), "")
        return bool(self._pressed)

    def drag(self, point: QPointF) -> None:
        """An arrow is pressed, not dragged."""

    def release(self, point: QPointF) -> None:
        if any(tag.nearest == self._pressed and tag.place.contains(point) for tag in self._tags()):
            self.followed.emit(self._pressed)
        self.cancel()

    def cancel(self) -> None:
        self._pressed = ""

    def shape_at(self, point: QPointF) -> Qt.CursorShape | None:
        over = any(tag.place.contains(point) for tag in self._tags())
        return Qt.CursorShape.PointingHandCursor if over else None

    def paint_under(self, painter: QPainter, blocks: range) -> None:
        """Curves lie over the text."""

    def paint_over(self, painter: QPainter, blocks: range) -> None:
        page = self._text.page
        if page is None or not self._ties(page):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = self._text.blocks_seen()
        from_rects = [rect for span in page.picked_spans() for rect in page.rects_seen(span, seen)]
        if from_rects:
            for tie in self._in_view(page, seen):
                to_rects = page.rects_seen(tie.other.spans[0], seen)
                _draw_tie(painter, tie, from_rects, to_rects)
        for tag in self._tags():
            _draw_tag(painter, tag.words, tag.place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _ties(self, page: Page) -> list[_Tie]:
        """In text order; found once as long as neither the pick nor the annotation changes."""
        one = page.doc.markup.get(page.picked)
        tied = page.doc.markup.tied_to(page.picked) if one else []
        if self._known[0] is not one or self._known[1] != tied:
            ties = _together(_found(page, one, tied)) if one else []
            self._known = (one, tied, sorted(ties, key=lambda tie: tie.other.start))
        return self._known[2]

    def _in_view(self, page: Page, seen: range) -> list[_Tie]:
        ties, blocks = self._ties(page), page.doc.article.blocks
        if not ties or not seen:
            return []
        first = bisect_left(ties, blocks[seen.start].start, key=lambda tie: tie.other.start)
        last = bisect_left(ties, blocks[seen.stop - 1].end, key=lambda tie: tie.other.start)
        return ties[first:last][:_MOST_CURVES]

    def _tags(self) -> list[_Tag]:
        page = self._text.page
        if page is None or not self._ties(page):
            return []
        seen, ties, blocks = self._text.blocks_seen(), self._ties(page), page.doc.article.blocks
        above = [tie for tie in ties if tie.other.start < blocks[seen.start].start]
        below = [tie for tie in ties if tie.other.start >= blocks[seen.stop - 1].end]
        top = float(self._text.verticalScrollBar().value())
        bottom = top + self._text.viewport().height()
        left = page.measures.gutter
        tags = []
        if above:
            tags.append(_tag(page, above, "↑", above[-1], QPointF(left, top + 8)))
        if below:
            tags.append(_tag(page, below, "↓", below[0], QPointF(left, bottom - _TAG_HEIGHT - 8)))
        return tags


def _found(page: Page, one: Annotation, tied: list[Annotation]) -> Iterator[_Tie]:
    label = page.doc.codebook.style_of(one.label)
    for link in one.links:
        other, role = page.doc.markup.get(link.target), label.role(link.role)
        if other is not None and other.spans:
            yield _Tie(other, (role.title if role else link.role).lower(), True)
    for other in tied:
        its = page.doc.codebook.style_of(other.label)
        for link in other.links:
            if link.target == one.id and other.spans:
                role = its.role(link.role)
                yield _Tie(other, (role.title if role else link.role).lower(), False)


def _together(ties: Iterable[_Tie]) -> list[_Tie]:
    """One tie to each other annotation: “to · place” on one curve."""
    found: dict[tuple[str, bool], _Tie] = {}
    for tie in ties:
        key = (tie.other.id, tie.outwards)
        found[key] = replace(tie, role=f"{found[key].role} · {tie.role}") if key in found else tie
    return list(found.values())


def _tag(page: Page, ties: list[_Tie], arrow: str, nearest: _Tie, corner: QPointF) -> _Tag:
    if len(ties) == 1:
        name = facts.name_of(page.doc, nearest.other)
        label = page.doc.codebook.style_of(nearest.other.label).title.lower()
        words = f"{arrow} {nearest.role if nearest.outwards else label}: {name[:40]}"
    else:
        words = f"{arrow} {len(ties)} linked"
    width = QFontMetricsF(theme.ui_font(_POINTS)).horizontalAdvance(words) + 2 * _TAG_PAD
    return _Tag(words, QRectF(corner.x(), corner.y(), width, _TAG_HEIGHT), nearest.other.id)


def _draw_tie(painter: QPainter, tie: _Tie, ours: list[QRectF], theirs: list[QRectF]) -> None:
    """From the nearest line of one to the nearest line of the other; an arrow where the link leads."""
    if not theirs:
        return
    one, other = min(
        ((mine, its) for mine in ours for its in theirs),
        key=lambda pair: abs(pair[0].center().y() - pair[1].center().y()),
    )
    start, end = _feet(one, other)
    path = QPainterPath(start)
    if abs(end.y() - start.y()) < one.height() / 2:
        path.quadTo((start + end) / 2 + QPointF(0, _ARC), end)
    else:
        bend = QPointF(0, (end.y() - start.y()) / 2)
        path.cubicTo(start + bend, end - bend, end)
    colour = QColor(theme.current().accent)
    colour.setAlphaF(0.75)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(end if tie.outwards else start, 3, 3)
    draw_small(painter, QPointF(other.left() + 10, other.bottom() + _ROLE_BELOW), tie.role)


def _feet(one: QRectF, other: QRectF) -> tuple[QPointF, QPointF]:
    """Where a curve begins and ends: near to each other, on the sides that face; in one line, below it."""
    start = _within(one, other.center().x())
    end = _within(other, start)
    if abs(one.center().y() - other.center().y()) < one.height() / 2:
        return QPointF(start, one.bottom() + _OUT), QPointF(end, other.bottom() + _OUT)
    if other.top() > one.top():
        return QPointF(start, one.bottom() + _OUT), QPointF(end, other.top() - _OUT)
    return QPointF(start, one.top() - _OUT), QPointF(end, other.bottom() + _OUT)


def _within(rect: QRectF, x: float) -> float:
    """The place nearest to `x` on a side of a rectangle, not at its corners."""
    inset = min(_INSET, rect.width() / 2)
    return min(max(x, rect.left() + inset), rect.right() - inset)


def _draw_tag(painter: QPainter, words: str, place: QRectF) -> None:
    colours = theme.current()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.field))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(theme.ui_font(_POINTS))
    painter.setPen(QColor(colours.quiet))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
