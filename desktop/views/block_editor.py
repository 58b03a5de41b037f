"""The blocks of a text to be, one below the other: typed in, split, joined, dropped, made of another kind."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop import theme
from desktop.views.block_looks import BlockLooks, block_format, told
from pressmark.article import BlockKind
from pressmark.text_check import PagedBlock

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BlockEditor(QTextEdit):
    """Enter splits a block, Backspace at its start joins it to the one before; everything can be undone.

    `blockChanged` tells the block that the cursor stands in, when it is another one or of another kind.
    """

    blockChanged = Signal()

    def __init__(self, blocks: Iterable[PagedBlock], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Text")
        self.setFont(theme.reading_font(11))
        self._looks = BlockLooks(self.document())
        self._fill(blocks)
        self._seen: tuple[int, PagedBlock] | None = None
        self.cursorPositionChanged.connect(self._look)
        self.textChanged.connect(self._look)

    def blocks(self) -> list[PagedBlock]:
        """All of them as they stand now."""
        return [told(block) for block in self._all()]

    def current(self) -> PagedBlock:
        return told(self.textCursor().block())

    def set_kind(self, kind: BlockKind) -> None:
        """Of the block at the cursor, or of all that are selected."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._chosen():
            page = told(block).page
            QTextCursor(block).setBlockFormat(block_format(kind, 2 if kind is BlockKind.HEADING else 0, page))
        cursor.endEditBlock()
        self._look()

    def split(self) -> None:
        """Makes two of the block at the cursor; white space there goes."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        _drop_spaces(cursor)
        cursor.insertBlock()
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def join(self) -> None:
        """Puts the block at the cursor behind the one before it, with a space between them."""
        here = self.textCursor().block()
        if not here.previous().isValid():
            return
        before = told(here.previous())
        cursor = QTextCursor(here)
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        kept = block_format(before.kind, before.level, before.page)
        cursor.setBlockFormat(kept)
        _drop_spaces(cursor)
        if not cursor.atBlockStart() and not cursor.atBlockEnd():
            cursor.insertText(" ")
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def drop(self) -> None:
        """Takes out the block at the cursor, or all that are selected."""
        chosen = self._chosen()
        cursor = QTextCursor(chosen[0])
        cursor.beginEditBlock()
        cursor.setPosition(chosen[-1].position() + chosen[-1].length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._close_up(cursor)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() in _ENTER and plain:
            self.split()
        elif event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart() and not cursor.hasSelection():
            self.join()
        elif event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd() and not cursor.hasSelection():
            if cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                self.setTextCursor(cursor)
                self.join()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only, a block for each line."""
        self.textCursor().insertText("\n".join(line for line in source.text().splitlines() if line.strip()))

    def _fill(self, blocks: Iterable[PagedBlock]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(blocks):
            kept = block_format(block.kind, block.level, block.page)
            if number:
                cursor.insertBlock(kept)
            else:
                cursor.setBlockFormat(kept)
            cursor.insertText(block.text)
        cursor.endEditBlock()
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _all(self) -> list[QTextBlock]:
        found, block = [], self.document().firstBlock()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _chosen(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block, last = (
            self.document().findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        found = [block]
        while block != last and (block := block.next()).isValid():
            found.append(block)
        return found

    def _close_up(self, cursor: QTextCursor) -> None:
        """Takes out the empty block that is left, without what it was passing to its neighbour."""
        after, before = cursor.block().next(), cursor.block().previous()
        if after.isValid():
            kept = told(after)
            cursor.deleteChar()
            cursor.setBlockFormat(block_format(kept.kind, kept.level, kept.page))
        elif before.isValid():
            kept = told(before)
            cursor.deletePreviousChar()
            cursor.setBlockFormat(block_format(kept.kind, kept.level, kept.page))

    def _look(self) -> None:
        cursor = self.textCursor()
        block = self.current()
        seen = cursor.blockNumber(), PagedBlock(block.kind, "", block.level, block.page)
        if seen != self._seen:
            self._seen = seen
            self.blockChanged.emit()


def _drop_spaces(cursor: QTextCursor) -> None:
    """On both sides of the cursor, within its block."""
    while not cursor.atBlockStart() and cursor.block().text()[cursor.positionInBlock() - 1].isspace():
        cursor.deletePreviousChar()
    while not cursor.atBlockEnd() and cursor.block().text()[cursor.positionInBlock()].isspace():
        cursor.deleteChar()
