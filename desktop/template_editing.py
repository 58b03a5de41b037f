"""From the dialog of templates to their files."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.dialogs.template_dialog import TemplateDialog
from pressmark.compose import titles
from pressmark.storage.safe_write import CannotWrite
from pressmark.template_store import TemplateStore, write_template
from pressmark.templates import Template, TemplateNotUnderstood, read_template


class TemplatesNotKept(Exception):
    """Not every change is on the disk; the message says which and why."""


def edit_templates(parent: QWidget, store: TemplateStore, front: str) -> str:
    """Lets the analyst edit, and keeps what was edited; answers with the name of the one then in front.

    Raises TemplatesNotKept.
    """
    templates, _ = store.templates()
    own = [one.name for one in templates if store.is_own(one.name)]
    edits = TemplateDialog.ask(parent, templates, own, titles(), front, _wire)
    if edits is None:
        return front
    try:
        for name in edits.deleted:
            store.delete(name)
        for template in edits.kept:
            store.save(template)
    except (CannotWrite, OSError, TemplateNotUnderstood) as error:
        raise TemplatesNotKept(f"Not all templates were kept: {error}") from error
    return edits.front


def _wire(dialog: TemplateDialog) -> None:
    dialog.importRequested.connect(partial(_import, dialog))
    dialog.shareRequested.connect(partial(_share, dialog))


def _import(dialog: TemplateDialog, path: Path) -> None:
    try:
        dialog.take_template(read_template(path))
    except (TemplateNotUnderstood, OSError) as error:
        dialog.show_problem(str(error))


def _share(dialog: TemplateDialog, template: Template, path: Path) -> None:
    try:
        write_template(template, path)
    except CannotWrite as error:
        dialog.show_problem(str(error))
    else:
        dialog.show_problem(f"Written: {path}")
