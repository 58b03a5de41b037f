"""Drags from a second process into the app: two files, a selection as HTML, plain text."""

import subprocess
import sys
import time
from pathlib import Path

from hands import drag, on_screen, run, see, shown, until
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from desktop.app import make_window
from desktop.settings import Settings

folder = Path(sys.argv[1])
app = QApplication(["pressmark"])
window = make_window(app, Settings(folder / "settings.ini"))
window.setGeometry(0, 0, 1440, 740)
window.show()


def dropped(kind: str, *values: str) -> None:
    source = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("drag_source.py")), kind, *values],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert source.stdout is not None
    assert source.stdout.readline() == "ready\n"
    time.sleep(0.5)
    before = len(window.session.articles)
    try:
        drag([QPoint(60, 790), QPoint(400, 600), on_screen(window)])
        until(lambda: len(window.session.articles) > before, f"a drop of {kind}")
    finally:
        source.kill()
        source.wait()


def script() -> None:
    shown(window)
    articles = window.session.articles
    text = folder / "über häfen 😀.txt"
    text.write_text(
        "Harbour opens\r\n\r\nThe quay\u00a0is open, Zoë said. 😀\r\n", encoding="utf-8", newline=""
    )
    page = folder / "page.html"
    page.write_text(
        "<html><body><article><h1>Fund</h1><p>The fund pays for the quay.</p></article></body></html>"
    )
    dropped("files", str(text), str(page))
    assert [one.name for one in articles] == ["Harbour opens", "Fund"]
    assert "The quay\u00a0is open, Zoë said. 😀" in articles[0].doc.article.text
    assert articles[0].doc.source.original_name == text.name

    dropped(
        "html", "<p>Mara Venn <b>said</b>: “This is the money.”</p>", "Mara Venn said: “This is the money.”"
    )
    assert articles[2].doc.article.text == "Mara Venn said: “This is the money.”"
    assert articles[2].doc.source.captured_from == "selection"

    dropped("text", "A line of plain words about the quay.")
    assert articles[3].doc.article.text == "A line of plain words about the quay."
    assert see(lambda: window.session.current) is articles[3]
    print("dropped 4", flush=True)


run(app, script)
