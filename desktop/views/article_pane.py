"""The article in front with what belongs to it: the bar to find, the view, the legend of its colours."""

from PySide6.QtWidgets import QWidget

from desktop.views.article_view import ArticleView
from desktop.views.find_bar import FindBar
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
        self.find_bar = FindBar()
        self._legend = Legend()
        self._colouring = BY_LABEL
        self._doc: AnnotatedArticle | None = None
        self.setLayout(stacked(self.find_bar, self.view, self._legend))
        self.find_bar.hitsChanged.connect(self.view.show_hits)
        self.view.hitChosen.connect(self.find_bar.go_to)
        self.find_bar.closed.connect(self._found)
        self.setFocusProxy(self.view)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        self.view.show_article(doc)
        self.find_bar.show_article(doc)
        self._doc = doc
        self._show_legend()

    def begin_search(self) -> None:
        """Opens the bar with the selected words, to search from there on."""
        span = self.view.selected_span()
        if self._doc is not None:
            words = self._doc.article.words_at(span) if span else ""
            self.find_bar.begin(words, span.start if span else self.view.position())

    def refresh(self, change: Change) -> None:
        """Its article was changed."""
        self.view.refresh(change)
        self._show_legend()

    def colour_by(self, what: str) -> None:
        """Lets colours tell labels, speakers or what is missing."""
        self._colouring = what
        self.view.colour_by(what)
        self._show_legend()

    def _found(self) -> None:
        """What was found last is selected, to be labelled."""
        if self.find_bar.hit is not None:
            self.view.select(self.find_bar.hit)
        self.view.setFocus()

    def _show_legend(self) -> None:
        self._legend.show_meanings(() if self._colouring == BY_LABEL else self.view.legend())
