"""What becomes of a label's annotations when it is merged or deleted: never decided without the analyst."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from desktop.dialogs.codebook_fields import plain
from desktop.dialogs.form import FormDialog
from desktop.models.codebook_tree import label_icon
from desktop.views.calm_combo import CalmCombo
from pressmark.labels import Codebook, Label


class MergeDialog(FormDialog):
    """Which label takes over, and whether its attributes and roles grow."""

    def __init__(self, parent: QWidget, codebook: Codebook, label: Label, count: int) -> None:
        super().__init__(parent, f"Merge {label.title}")
        self._label = label
        self._heirs = _heirs(codebook, label)
        self._choice = _choice(self._heirs)
        self._column.addWidget(plain(f"{counted(count)} of {label.title} will be of the other label."))
        self.add_field("Merge into", self._choice)
        self._brings = QCheckBox()
        self._brings.setToolTip("What was said stays in the files in any case")
        self._column.addSpacing(8)
        self._column.addWidget(self._brings)
        self._choice.currentIndexChanged.connect(lambda _: self._show_lacking())
        self._show_lacking()
        self.add_buttons("Merge")

    @classmethod
    def ask(cls, parent: QWidget, codebook: Codebook, label: Label, count: int) -> tuple[str, bool] | None:
        """The label that takes over, and whether it gets attributes and roles; None for leaving things be."""
        dialog = cls(parent, codebook, label, count)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> tuple[str, bool]:
        return str(self._choice.currentData()), not self._brings.isHidden() and self._brings.isChecked()

    def _show_lacking(self) -> None:
        """What the chosen label would have to learn."""
        heir = self._heirs[self._choice.currentIndex()]
        lacking = [one.title for one in self._label.attributes if heir.attribute(one.name) is None]
        lacking += [one.title for one in self._label.roles if heir.role(one.name) is None]
        self._brings.setText(f"{heir.title} also gets {_listed(lacking)}".replace("&", "&&"))
        self._brings.setVisible(bool(lacking))
        self._brings.setChecked(bool(lacking))


class DeleteDialog(FormDialog):
    """Asked where there are annotations: they get another label, or they go too."""

    def __init__(self, parent: QWidget, codebook: Codebook, label: Label, count: int) -> None:
        super().__init__(parent, f"Delete {label.title}")
        heirs = _heirs(codebook, label)
        self._column.addWidget(plain(f"{label.title} has {counted(count)}. What becomes of them?"))
        self._choice = _choice(heirs)
        self._keeps = QRadioButton("They get another label")
        self._deletes = QRadioButton("They are deleted too, with the links to them")
        self._column.addSpacing(10)
        self._column.addWidget(self._keeps)
        self.add_field("Their label", self._choice)
        self._column.addSpacing(10)
        self._column.addWidget(self._deletes)
        self._keeps.toggled.connect(self._choice.setEnabled)
        self._keeps.setEnabled(bool(heirs))
        (self._keeps if heirs else self._deletes).setChecked(True)
        self._choice.setEnabled(bool(heirs))
        self.add_buttons("Delete the label")

    @classmethod
    def ask(cls, parent: QWidget, codebook: Codebook, label: Label, count: int) -> str | None:
        """The label that takes over the annotations, "" for deleting them, None for leaving things be."""
        dialog = cls(parent, codebook, label, count)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> str:
        return str(self._choice.currentData()) if self._keeps.isChecked() else ""


def counted(count: int) -> str:
    """“1 annotation”, “12 annotations”."""
    return f"{count or 'No'} annotation{'s' * (count != 1)}"


def _heirs(codebook: Codebook, label: Label) -> list[Label]:
    return [one for one in codebook.labels if one.name != label.name]


def _choice(labels: Sequence[Label]) -> CalmCombo:
    choice = CalmCombo()
    for label in labels:
        choice.addItem(label_icon(label), label.title, label.name)
    return choice


def _listed(titles: Sequence[str]) -> str:
    """“Topic, Stance and Speaker”; of many the first few."""
    if len(titles) > 4:
        return f"{', '.join(titles[:3])} and {len(titles) - 3} more"
    return " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))
