"""The one way from articles to a file, for window and command line: compose, write, put in place."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import exporters
from exporters.unusable import UnusableError
from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Attachment, Brief, Tick
from pressmark.compose import EVERYTHING, UnknownSection, compose
from pressmark.compose.rows import compose_rows
from pressmark.storage.articles import article_file_name
from pressmark.storage.safe_write import CannotWrite, explain, replacing
from pressmark.storage.write_xml import to_xml
from pressmark.templates import Template


class CannotExport(Exception):
    """Nothing was written; the message names the file and says what to do."""


def export(
    docs: Sequence[AnnotatedArticle],
    path: Path,
    *,
    now: datetime,
    template: Template = EVERYTHING,
    earlier: Sequence[AnnotatedArticle] = (),
    labels: Collection[str] = (),
    tick: Tick = lambda _: None,
) -> None:
    """Writes the brief on these articles, whole or not at all, in the format that the file's ending names.

    `template` says what a brief has, `earlier` what the last one was made from; `labels` say of what
    annotations tables are, none meaning all. The articles' own files ride along in formats that can hold
    them. Raises CannotExport, and whatever `tick` raises to cancel.
    """
    try:
        form = exporters.format_for(path)
    except ValueError as error:
        raise CannotExport(str(error)) from error
    try:
        brief = _brief(docs, form, now, template, earlier, labels)
    except UnknownSection as error:
        raise CannotExport(str(error)) from error
    try:
        with replacing(path) as temporary:
            exporters.write(brief, temporary, tick=tick, format=form)
    except CannotWrite as error:
        raise CannotExport(str(error)) from error
    except UnusableError as error:
        raise CannotExport(f"{path.name} was not written. {error}") from error
    except OSError as error:  # a writer found the disk full
        raise CannotExport(explain(path, error)) from error


def _brief(
    docs: Sequence[AnnotatedArticle],
    form: exporters.Format,
    now: datetime,
    template: Template,
    earlier: Sequence[AnnotatedArticle],
    labels: Collection[str],
) -> Brief:
    if form.rows:
        return compose_rows(docs, now, one_table=form.name == "csv", labels_wanted=labels)
    brief = compose(docs, now, template, earlier=earlier)
    return replace(brief, attachments=_attachments(docs))


def _attachments(docs: Sequence[AnnotatedArticle]) -> tuple[Attachment, ...]:
    taken: set[str] = set()
    found = []
    for doc in docs:
        name = article_file_name(doc, taken)
        taken.add(name.casefold())
        found.append(Attachment(name, "application/xml", to_xml(doc), doc.headline or name))
    return tuple(found)
