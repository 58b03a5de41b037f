"""The one way from articles to a file, for window and command line: compose, write, put in place."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

import exporters
from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Brief, Tick
from pressmark.compose import ALL_SECTIONS, compose
from pressmark.compose.rows import compose_rows
from pressmark.storage.safe_write import CannotWrite, explain, replacing


class CannotExport(Exception):
    """Nothing was written; the message names the file and says what to do."""


def export(
    docs: Sequence[AnnotatedArticle],
    path: Path,
    *,
    now: datetime,
    sections: Sequence[str] = ALL_SECTIONS,
    labels: Collection[str] = (),
    tick: Tick = lambda _: None,
) -> None:
    """Writes the brief on these articles, whole or not at all, in the format that the file's ending names.

    `sections` choose what a brief has, `labels` of what annotations tables are; none of them means all.
    Raises CannotExport, and whatever `tick` raises to cancel.
    """
    try:
        form = exporters.format_for(path)
    except ValueError as error:
        raise CannotExport(str(error)) from error
    brief = _brief(docs, form, now, sections, labels)
    try:
        with replacing(path) as temporary:
            exporters.write(brief, temporary, tick=tick, format=form)
    except CannotWrite as error:
        raise CannotExport(str(error)) from error
    except OSError as error:  # a writer found the disk full
        raise CannotExport(explain(path, error)) from error


def _brief(
    docs: Sequence[AnnotatedArticle],
    form: exporters.Format,
    now: datetime,
    sections: Sequence[str],
    labels: Collection[str],
) -> Brief:
    if form.rows:
        return compose_rows(docs, now, one_table=form.name == "csv", labels_wanted=labels)
    return compose(docs, now, sections)
