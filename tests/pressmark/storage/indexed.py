"""Small dossiers on the disk, and what is asked of their index."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.searching.parsing import understood
from pressmark.storage.index import Hit, Index
from pressmark.storage.write_xml import to_xml


def doc_of(
    lines: Sequence[str],
    source: SourceRecord | None = None,
    *,
    filing: Filing | None = None,
    annotations: Iterable[Annotation] = (),
    entities: Iterable[Entity] = (),
) -> AnnotatedArticle:
    article = Article.of((BlockKind.PARAGRAPH, line) for line in lines)
    return AnnotatedArticle(article, source, filing=filing, annotations=annotations, entities=entities)


def write(folder: Path, name: str, doc: AnnotatedArticle) -> Path:
    """Its file."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.pressmark"
    path.write_bytes(to_xml(doc))
    return path


def hits(index: Index, typed: str, *, typing: bool = False) -> list[Hit]:
    return list(index.search(understood(typed, typing=typing), most=None, places=None).hits)


def told(index: Index, typed: str, *, typing: bool = False) -> list[str]:
    """The name of each hit's file, with the id or the words."""
    return [
        f"{one.file.removesuffix('.pressmark')} {one.annotation or one.words}".rstrip()
        for one in hits(index, typed, typing=typing)
    ]


def files(index: Index, typed: str, *, typing: bool = False) -> set[str]:
    return {one.file.removesuffix(".pressmark") for one in hits(index, typed, typing=typing)}
