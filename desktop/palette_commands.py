"""What can be found in the command palette: actions, labels for the selection, articles, who is who."""

from collections.abc import Callable, Iterator
from functools import partial

from desktop.actions import ACTIONS
from desktop.views.command_palette import Command
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle


def palette_commands(window: Workplace, commands: object) -> list[Command]:
    """Everything that can be done or gone to now, by name. `commands` has a method for each action."""
    session, doc = window.session, window.session.doc
    found = [
        Command(row.title.removesuffix("…"), window.key_of(row.name), getattr(commands, row.name))
        for row in ACTIONS
    ]
    span = window.article_view.selected_span()
    if span is not None and doc is not None:
        for label in doc.codebook.labels:
            title = f"Label the selection as {label.title.lower()}"
            found.append(Command(title, label.key, partial(session.annotate, label.name, [span])))
    for article in session.articles:
        found.append(Command(article.name, "article", partial(session.show_article, article)))
    return [*found, *(_entities(doc, session.pick) if doc else ())]


def _entities(doc: AnnotatedArticle, pick: Callable[[str], None]) -> Iterator[Command]:
    """Leads to where an entity is first named."""
    left = dict(doc.entities)
    for one in doc.markup.in_text_order():
        attribute = doc.codebook.style_of(one.label).entity_attribute
        entity = left.pop(one.value(attribute.name), None) if attribute else None
        if entity is not None:
            yield Command(entity.name, entity.kind or one.label, partial(pick, one.id))
