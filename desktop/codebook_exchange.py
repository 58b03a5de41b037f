"""Codebooks from files into the codebook dialog, and from it into files."""

from pathlib import Path

from desktop.dialogs.codebook_dialog import CodebookDialog
from pressmark.labels import Codebook
from pressmark.storage.codebook_files import open_codebook, save_codebook
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.safe_write import CannotWrite


def wire_codebook_files(dialog: CodebookDialog) -> None:
    """Answers the dialog's requests; what goes wrong is said in it."""

    def read(path: Path) -> None:
        try:
            dialog.take_codebook(open_codebook(path))
        except CannotRead as error:
            dialog.show_problem(str(error))

    def write(path: Path, codebook: Codebook) -> None:
        try:
            save_codebook(codebook, path)
        except CannotWrite as error:
            dialog.show_problem(str(error))
        else:
            dialog.show_problem(f"Written: {path}")

    dialog.importRequested.connect(read)
    dialog.exportRequested.connect(write)
