"""Which annotations of a label go to a new one: ticked one by one, or by a value they have."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop import theme
from desktop.dialogs.codebook_fields import plain
from desktop.dialogs.form import FormDialog
from desktop.views.calm_combo import CalmCombo
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown
from pressmark.labels import AttributeDefinition, AttributeKind, Label

_ID = Qt.ItemDataRole.UserRole


class SplitDialog(FormDialog):
    """Answers with what the new label is called and the ids of the annotations that become of it."""

    def __init__(
        self, parent: QWidget, doc: AnnotatedArticle, label: Label, annotations: Sequence[Annotation]
    ) -> None:
        super().__init__(parent, f"Split {label.title}", 520)
        self._doc, self._label, self._annotations = doc, label, annotations
        self._title = QLineEdit()
        self._title.setPlaceholderText(f"Another kind of {label.title.lower()}")
        self._title.textChanged.connect(lambda _: self.show_problem(""))
        self.add_field("Name of the new label", self._title)
        self._attribute, self._value = CalmCombo(), CalmCombo()
        if self._values_of():
            self._add_values()
        self._list = QListWidget()
        self._list.setMinimumHeight(220)
        for one in annotations:
            self._list.addItem(_item(doc, one))
        self._list.itemChanged.connect(lambda _: self._count())
        self.add_field("Annotations that get the new label", self._list)
        self._ticked = plain("")
        self._ticked.setObjectName("quiet")
        self._column.addSpacing(4)
        self._column.addWidget(self._ticked)
        self._count()
        self.add_buttons("Split")

    @classmethod
    def ask(
        cls, parent: QWidget, doc: AnnotatedArticle, label: Label, annotations: Sequence[Annotation]
    ) -> tuple[str, tuple[str, ...]] | None:
        """The title and the ids; None for leaving things be."""
        dialog = cls(parent, doc, label, annotations)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> tuple[str, tuple[str, ...]]:
        items = (self._list.item(row) for row in range(self._list.count()))
        ticked = (str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked)
        return self._title.text().strip(), tuple(ticked)

    def accept(self) -> None:
        title, keys = self.answer()
        if not title:
            self.show_problem("The new label needs a name.")
            self._title.setFocus()
        elif not keys:
            self.show_problem("Tick the annotations that get the new label.")
            self._list.setFocus()
        else:
            super().accept()

    def _add_values(self) -> None:
        """The quick way: all that have one value."""
        for name, (definition, _) in self._values_of().items():
            self._attribute.addItem(definition.title, name)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._attribute, 1)
        row.addWidget(self._value, 2)
        self._attribute.setAccessibleName("Attribute to tick by")
        self._attribute.currentIndexChanged.connect(lambda _: self._show_values())
        self._value.activated.connect(lambda _: self._tick_value())
        self.add_field("Tick those with", holder)
        holder.setFocusProxy(self._attribute)
        self._value.setAccessibleName("Value to tick by")
        self._show_values()

    def _values_of(self) -> dict[str, tuple[AttributeDefinition, Counter[str]]]:
        """The attributes that any of the annotations has, with the values and how often."""
        found = {}
        for definition in self._label.attributes:
            values = Counter(filter(None, (one.value(definition.name) for one in self._annotations)))
            if values:
                found[definition.name] = (definition, values)
        return found

    def _show_values(self) -> None:
        definition, values = self._values_of()[str(self._attribute.currentData())]
        self._value.clear()
        self._value.addItem("Choose a value", "")
        for value, number in values.most_common():
            entity = self._doc.entities.get(value) if definition.kind is AttributeKind.ENTITY else None
            words = entity.name if entity else shown(definition, value)
            self._value.addItem(f"{' '.join(words.split())[:60]} · {number}", value)

    def _tick_value(self) -> None:
        name, value = str(self._attribute.currentData()), str(self._value.currentData())
        if not value:
            return
        self._list.blockSignals(True)
        for row, one in enumerate(self._annotations):
            has = one.value(name) == value
            self._list.item(row).setCheckState(Qt.CheckState.Checked if has else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._list.viewport().update()
        self._count()

    def _count(self) -> None:
        self._ticked.setText(f"{len(self.answer()[1])} of {len(self._annotations)}")
        self.show_problem("")


def _item(doc: AnnotatedArticle, one: Annotation) -> QListWidgetItem:
    words = " ".join(" […] ".join(one.words(doc.article)).split()) or "not in the text any more"
    item = QListWidgetItem(f"{one.id}   {words[:120]}")
    item.setToolTip(words)
    item.setSizeHint(QSize(0, QFontMetrics(theme.ui_font()).height() + 10))
    item.setData(_ID, one.id)
    item.setCheckState(Qt.CheckState.Unchecked)
    return item
