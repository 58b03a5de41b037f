"""The articles at the left: headline, outlet and date, how much is marked, a dot where unsaved."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.models.article_list import ArticleList, ArticleRole
from desktop.open_article import OpenArticle

_LEFT, _TOP, _LINES = 16, 9, 2
Index = QModelIndex | QPersistentModelIndex


class DossierPanel(QFrame):
    """Emits the article chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossierPanel")
        self.setMinimumWidth(200)
        self.setMaximumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        heading = QLabel("Articles")
        heading.setObjectName("sectionHeading")
        heading.setContentsMargins(_LEFT, 0, 0, 0)
        self._model = ArticleList(self)
        self._list = QListView()
        self._list.setObjectName("articleList")
        self._list.setAccessibleName("Articles")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ArticleDelegate(self._list))
        self._list.setUniformItemSizes(False)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.selectionModel().currentChanged.connect(self._choose)
        column.addWidget(heading)
        column.addWidget(self._list, 1)

    def show_articles(self, articles: Sequence[OpenArticle], current: OpenArticle | None) -> None:
        """Lists the articles, the one in front selected."""
        self._list.selectionModel().blockSignals(True)
        self._model.show(articles)
        index = self._model.index(self._model.row_of(current))
        self._list.setCurrentIndex(index)
        self._list.selectionModel().blockSignals(False)
        self._list.scrollTo(index)
        self._list.viewport().update()

    def refresh(self, article: OpenArticle) -> None:
        self._model.refresh(article)

    def _choose(self, index: QModelIndex) -> None:
        article = self._model.article(index.row()) if index.isValid() else None
        if article is not None:
            self.chosen.emit(article)


class _ArticleDelegate(QStyledItemDelegate):
    """Two lines of headline at the most, then outlet and date with the counts at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = _width(option)
        lines = len(_wrapped(_headline(index), _bold(option), width))
        height = (
            lines * QFontMetrics(_bold(option)).lineSpacing() + QFontMetrics(_small(option)).lineSpacing()
        )
        return QSize(width, height + 2 * _TOP + 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.page))
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(colours.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        area = option.rect.adjusted(_LEFT, _TOP, -_LEFT + 4, -_TOP)
        painter.setFont(_bold(option))
        painter.setPen(QColor(colours.ink))
        spacing = QFontMetrics(_bold(option)).lineSpacing()
        for number, line in enumerate(_wrapped(_headline(index), _bold(option), area.width())):
            painter.drawText(
                area.left(), area.top() + number * spacing + QFontMetrics(_bold(option)).ascent(), line
            )
        self._paint_details(painter, option, index, area)
        painter.restore()

    def _paint_details(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect
    ) -> None:
        painter.setFont(_small(option))
        metrics = QFontMetrics(_small(option))
        baseline = area.bottom() - metrics.descent()
        right = area.right()
        for label, number in reversed(index.data(ArticleRole.COUNTS) or []):
            right -= metrics.horizontalAdvance(str(number))
            painter.setPen(QColor(theme.current().ink))
            painter.drawText(right, baseline, str(number))
            right -= 9
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.label_colours(label)[1]))
            painter.drawEllipse(right, baseline - 7, 6, 6)
            right -= 7
        if index.data(ArticleRole.UNSAVED):
            painter.setPen(QColor(theme.current().accent))
            painter.drawText(area.left() - 11, area.top() + QFontMetrics(_bold(option)).ascent(), "•")
        painter.setPen(QColor(theme.current().quiet))
        details = metrics.elidedText(
            index.data(ArticleRole.DETAILS), Qt.TextElideMode.ElideRight, right - area.left()
        )
        painter.drawText(area.left(), baseline, details)


def _headline(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return (view.viewport().width() if isinstance(view, QListView) else option.rect.width()) - 2 * _LEFT + 4


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


def _small(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.88)
    return font


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The text in at most two lines, the second elided."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= 1:
        return [text]
    first, rest = text[: starts[1]], text[starts[1] :]
    return [first.rstrip(), QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
