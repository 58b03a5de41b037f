"""Where templates are: those that ship, and the analyst's own, which stand for shipped ones of their name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

import resources
from pressmark.storage.articles import make_folder
from pressmark.storage.safe_write import write_bytes
from pressmark.templates import SUFFIX, Template, TemplateNotUnderstood, read_template, template_text

DEFAULT = "ministerial-brief"


class UnknownTemplate(ValueError):
    """No template has that name, and no file either; the message says which there are."""


@dataclass(frozen=True, slots=True)
class TemplateStore:
    """Two folders of templates. `own` need not exist."""

    shipped: Path
    own: Path

    @classmethod
    def of_user(cls) -> "TemplateStore":
        """What comes with the app, and the folder of whoever is logged in."""
        return cls(resources.path("templates"), platformdirs.user_data_path("pressmark") / "templates")

    def templates(self) -> tuple[list[Template], list[str]]:
        """All of them, shipped ones first, and what is wrong with files that are none."""
        found, problems = [], []
        for path in self._files():
            try:
                found.append(read_template(path))
            except (TemplateNotUnderstood, OSError) as error:
                problems.append(str(error))
        return found, problems

    def find(self, name: str) -> Template:
        """The template of that name or in that file. Raises UnknownTemplate and what reading does."""
        known = {path.stem: path for path in self._files()}
        if name in known:
            return read_template(known[name])
        if name.endswith(SUFFIX) and Path(name).is_file():
            return read_template(Path(name))
        raise UnknownTemplate(
            f"There is no template “{name}”: choose one of {', '.join(known)} or a {SUFFIX} file."
        )

    def remembered(self, name: str) -> Template:
        """The template that was used last, or the usual one where it is no more."""
        try:
            return self.find(name)
        except UnknownTemplate:
            return self.find(DEFAULT)

    def is_own(self, name: str) -> bool:
        return (self.own / f"{name}{SUFFIX}").is_file()

    def save(self, template: Template) -> None:
        """Keeps it among the analyst's own. Raises CannotWrite."""
        make_folder(self.own)
        write_template(template, self.own / f"{template.name}{SUFFIX}")

    def delete(self, name: str) -> None:
        """Takes one of the analyst's own away, with the files it names; a shipped one of its name is back."""
        path = self.own / f"{name}{SUFFIX}"
        template = read_template(path)
        for beside in filter(None, (template.logo, template.word_model)):
            path.with_name(beside).unlink(missing_ok=True)
        path.unlink()

    def free_name(self, title: str) -> str:
        """A name for a new template: its title in small letters, with a number where one has that name."""
        words = (
            "-".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())[:60] or "template"
        )
        taken = {path.stem for path in self._files()}
        return next(name for name in _numbered(words) if name not in taken)

    def _files(self) -> list[Path]:
        own = {path.stem: path for path in sorted(self.own.glob(f"*{SUFFIX}"))}
        shipped = [own.pop(path.stem, path) for path in sorted(self.shipped.glob(f"*{SUFFIX}"))]
        return [*shipped, *own.values()]


def write_template(template: Template, path: Path) -> None:
    """Writes a template and, beside it, the files it names. Raises CannotWrite."""
    look = template.look
    logo = f"{path.stem}-logo{'.png' if look.logo.media_type == 'image/png' else '.jpg'}" if look.logo else ""
    model = f"{path.stem}{Path(template.word_model).suffix or '.dotx'}" if look.word_model else ""
    for name, data in ((logo, look.logo.data if look.logo else b""), (model, look.word_model)):
        if name:
            write_bytes(path.with_name(name), data)
    named = replace(template, name=path.stem, logo=logo, word_model=model)
    write_bytes(path, template_text(named).encode("utf-8"))


def _numbered(words: str) -> Iterator[str]:
    yield words
    yield from (f"{words}-{number}" for number in range(2, 10_000))
