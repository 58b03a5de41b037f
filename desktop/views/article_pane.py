"""The article in front with what belongs to it: the view and the legend of its colours."""

from PySide6.QtWidgets import QWidget

from desktop.views.article_view import ArticleView
from desktop.views.legend import Legend
from desktop.views.stacked import stacked
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change

BY_LABEL = "label"


class ArticlePane(QWidget):
    """Keeps its parts on the same article; their signals are the window's to wire."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView()
        self._legend = Legend()
        self._colouring = BY_LABEL
        self.setLayout(stacked(self.view, self._legend))
        self.setFocusProxy(self.view)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        self.view.show_article(doc)
        self._show_legend()

    def refresh(self, change: Change) -> None:
        """Its article was changed."""
        self.view.refresh(change)
        self._show_legend()

    def colour_by(self, what: str) -> None:
        """Lets colours tell labels, speakers or what is missing."""
        self._colouring = what
        self.view.colour_by(what)
        self._show_legend()

    def _show_legend(self) -> None:
        self._legend.show_meanings(() if self._colouring == BY_LABEL else self.view.legend())
