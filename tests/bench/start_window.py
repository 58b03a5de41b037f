"""The app with an article: prints the milliseconds from the start of the process to its first paint."""

import sys
from pathlib import Path

from first_paint import report_first_paint
from PySide6.QtWidgets import QApplication

from desktop.app import make_window
from desktop.settings import Settings

app = QApplication([])
window = make_window(app, Settings(Path(sys.argv[2])))
window.open_paths([Path(sys.argv[1])])
window.show()
while window.session.current is None:
    app.processEvents()
report_first_paint(app, window)
