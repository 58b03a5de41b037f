"""An empty PySide6 window: prints the milliseconds from the start of the process to its first paint."""

from first_paint import report_first_paint
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
report_first_paint(app, window)
