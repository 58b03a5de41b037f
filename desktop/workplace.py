"""The parts of the window in their places, and what any action may ask of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from desktop.actions import ACTIONS
from desktop.arrivals import Arrivals
from desktop.backup_keeper import BackupKeeper
from desktop.company import Company
from desktop.journaling import Journaling
from desktop.live_brief import LiveBrief
from desktop.session import Session
from desktop.settings import Settings
from desktop.shelf import Shelf
from desktop.views.annotation_panel import AnnotationPanel
from desktop.views.article_pane import ArticlePane
from desktop.views.beside import Beside
from desktop.views.brief_preview import BriefPreview
from desktop.views.dossier_panel import DossierPanel
from desktop.views.empty_state import EmptyState
from desktop.views.reading import Reading
from desktop.views.stacked import stacked
from desktop.views.status_line import StatusLine
from desktop.views.top_bar import TopBar

_SIDES = (268, 800, 600, 420, 340)


class Workplace(QMainWindow):
    """Left the dossier, in the middle the article, beside it the brief, right the annotation.

    `keysChanged`: the analyst has given actions other keys.
    """

    keysChanged = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.session = Session(settings.author, self)
        self.journaling = Journaling(self.session, settings.state_folder, self)
        self.backups = BackupKeeper(self.session, settings.state_folder / "backups", self)
        self.company = Company(self.session, self)
        self.arrivals = Arrivals(self)
        self.shelf = Shelf(self.session, settings.cache_folder, self)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self._build()

    def _build(self) -> None:
        self.top_bar = TopBar()
        self.dossier_panel = DossierPanel()
        self.dossier_panel.arrange(self.settings.arrangement)
        self.pane = ArticlePane()
        self.article_view = self.pane.view
        self.beside = Beside()
        self.empty_state = EmptyState()
        self.brief = BriefPreview()
        self.panel = AnnotationPanel()
        self.status = StatusLine()
        self._live = LiveBrief(self)
        self._live.drawn.connect(self.brief.show_pages)
        self._live.failed.connect(self.brief.say)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.empty_state)
        self._middle.addWidget(self.pane)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        for stretch, part in zip(
            (0, 3, 3, 2, 0),
            (self.dossier_panel, self._middle, self.beside, self.brief, self.panel),
            strict=True,
        ):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
            self._splitter.setCollapsible(self._splitter.count() - 1, False)
        self._splitter.setSizes(list(_SIDES))
        self.beside.show_article(None)
        self.brief.setVisible(self.settings.brief_shown)
        self.brief.setMinimumWidth(320)
        centre = QWidget()
        centre.setLayout(stacked(self.top_bar, self._splitter, self.status))
        self.setCentralWidget(centre)
        self.read_as(self.settings.reading)
        self.article_view.set_whole_words(self.settings.whole_words)

    def read_as(self, reading: Reading) -> None:
        """Shows articles in this size, measure and face from now on."""
        self.article_view.set_reading(reading)
        self.beside.set_reading(reading)
        self.settings.reading = reading

    def key_of(self, action: str) -> str:
        """The key that an action has now, as it is written on this system."""
        standard = next(row.key for row in ACTIONS if row.name == action)
        return QKeySequence(self.settings.keys.get(action, standard)).toString(
            QKeySequence.SequenceFormat.NativeText
        )

    def say(self, sentence: str) -> None:
        """A line at the foot of the window that asks for nothing."""
        self.status.say(sentence)

    def show_names(self) -> None:
        """The dossier's name, or that there is none, in the top bar and the title."""
        dossier = self.session.dossier
        self.top_bar.show_name(dossier.name if dossier else "Pressmark", self.shelf.count)
        current = self.session.current
        title = " – ".join(filter(None, (current.name if current else "", dossier.name if dossier else "")))
        self.setWindowTitle(f"{title} – Pressmark[*]" if title else "Pressmark[*]")

    def show_brief(self, shown: bool) -> None:
        """Brings the live brief beside the article, or takes it away."""
        self.settings.brief_shown = shown
        self.brief.setVisible(shown)
        self.draw_brief()

    def draw_brief(self) -> None:
        """Draws the live brief anew, where it is shown."""
        doc = self.session.doc
        if doc is not None and self.settings.brief_shown:
            self._live.show([doc], self.brief.page_width(), self.settings.template)
