from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.views.command_palette import Command, CommandPalette, matching


def commands(done: list[str]) -> list[Command]:
    return [
        Command(title, "", lambda title=title: done.append(title))
        for title in ("Add articles", "Export the brief", "Save", "Source record")
    ]


def test_a_few_letters_find_the_command_whatever_their_case():
    assert matching(commands([]), "expo")[0].title == "Export the brief"
    assert matching(commands([]), "SOURCE")[0].title == "Source record"


def test_letters_of_nothing_find_nothing():
    assert matching(commands([]), "zzzzqq") == []


def test_down_and_enter_run_the_second_command(qtbot):
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    palette = CommandPalette(window, commands(done))
    palette.open_over(window)
    box = palette.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert done == ["Export the brief"]
