"""The lists in a window of their own, with room for all their columns, and the pivot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.views.pivot_view import PivotView
from desktop.views.tables_view import TablesView


class WideTables(QWidget):
    """Stays open beside the article; Escape or its cross closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("annotationPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Annotations – Pressmark")
        self.tables, self.pivot = TablesView(wide=True), PivotView()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.tables, "Lists")
        self._tabs.addTab(self.pivot, "Pivot")
        self._tabs.currentChanged.connect(lambda _: self.add_up())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._tabs)
        self.resize(1100, 680)

    def add_up(self) -> None:
        """What the lists list is what the pivot adds up, whatever the filter."""
        if self._tabs.currentWidget() is self.pivot:
            listing = self.tables.tabs.listing
            self.pivot.show_articles(listing.docs, listing.names)

    def show_pivot(self) -> None:
        """Brings the pivot to the front."""
        self._tabs.setCurrentWidget(self.pivot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
