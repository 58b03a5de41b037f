"""A foreign program to drag from: its whole face starts a drag of files, HTML or an address."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    def __init__(self, kind: str, values: list[str]) -> None:
        super().__init__(f"drag {kind}")
        self._kind, self._values = kind, values

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        if self._kind == "files":
            data.setUrls([QUrl.fromLocalFile(value) for value in self._values])
        elif self._kind == "html":
            data.setHtml(self._values[0])
            data.setText(self._values[1])
        else:
            data.setText(self._values[0])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    source = Source(sys.argv[1], sys.argv[2:])
    source.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    source.setGeometry(20, 760, 120, 60)
    source.show()
    print("ready", flush=True)
    app.exec()
