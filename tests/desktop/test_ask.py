"""Message boxes as they are shown."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from desktop import ask, theme


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["Quay", "Port Almar to get new breakwater", "The council asked again " * 5])
def test_no_title_of_a_message_is_cut_off(qapp, qtbot, scheme, name):
    theme.apply(qapp, scheme)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ask.tell(window, f"“{name}” is open elsewhere, too", "What both of you change is brought together.")
    (box,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    title = box.findChild(QLabel, "qt_msgbox_label")
    assert title.text().startswith("“")
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text()) or title.wordWrap()
    assert title.height() >= title.heightForWidth(title.width())
    box.done(0)
