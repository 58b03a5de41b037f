"""What one file holds: an article, its codebook, its markup, its entities, the words for its brief."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pressmark.annotation import Annotation
from pressmark.article import Article, SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import STANDARD_CODEBOOK, Codebook
from pressmark.markup import Change, ChangeDoesNotFit, Edit, Markup, Value
from pressmark.words import BriefWords


class AnnotatedArticle:
    """An article and all that is said of it. The text is fixed; the rest changes by `apply` alone."""

    def __init__(
        self,
        article: Article,
        source: SourceRecord | None = None,
        *,
        codebook: Codebook = STANDARD_CODEBOOK,
        entities: Iterable[Entity] = (),
        annotations: Iterable[Annotation] = (),
        words: BriefWords | None = None,
        filing: Filing | None = None,
        foreign: tuple[str, ...] = (),
    ) -> None:
        self.article = article
        self.foreign = foreign
        self._source = source or SourceRecord()
        self._codebook = codebook
        self._words = words or BriefWords()
        self._filing = filing or Filing()
        self._entities = {entity.id: entity for entity in entities}
        by_id = {annotation.id: annotation for annotation in annotations}
        for annotation in by_id.values():
            self._check(annotation)
        self._markup = Markup(by_id)

    @property
    def source(self) -> SourceRecord:
        return self._source

    @property
    def codebook(self) -> Codebook:
        return self._codebook

    @property
    def words(self) -> BriefWords:
        return self._words

    @property
    def filing(self) -> Filing:
        return self._filing

    @property
    def entities(self) -> Mapping[str, Entity]:
        return MappingProxyType(self._entities)

    @property
    def markup(self) -> Markup:
        return self._markup

    @property
    def headline(self) -> str:
        """The stated headline, else the first words of the text, so that a list can name the article."""
        if self._source.headline:
            return self._source.headline
        lines = (self.article.block_text(block).strip() for block in self.article.blocks)
        first = next(filter(None, lines), "Empty article")
        return first if len(first) <= 80 else f"{first[:79].rstrip()}…"

    def apply(self, change: Change) -> None:
        """Makes a change; raises ChangeDoesNotFit, changing nothing, where `before` is not what is there."""
        made: dict[tuple[type, str], Value | None] = {}  # one value may change twice in one change
        for edit in change.edits:
            place = (edit.kind, edit.key)
            if (made[place] if place in made else self.current(edit)) != edit.before:
                what = edit.key or edit.kind.__name__
                raise ChangeDoesNotFit(f"{change.name}: {what} is not what it was")
            if isinstance(edit.after, Annotation):
                self._check(edit.after)
            made[place] = edit.after
        for edit in change.edits:
            if edit.after is not None:
                self._set(edit.key, edit.after)
            elif edit.kind is Annotation:
                self._markup._delete(edit.key, retire=not change.takes_back)
            else:  # an edit deletes nothing but annotations and entities
                del self._entities[edit.key]

    def copy(self) -> "AnnotatedArticle":
        """The same values in another holder: what the background works on while the analyst goes on."""
        copied = AnnotatedArticle(
            self.article,
            self._source,
            codebook=self._codebook,
            entities=self._entities.values(),
            words=self._words,
            filing=self._filing,
            foreign=self.foreign,
        )
        copied._markup = self._markup.copy()
        return copied

    def after(self, change: Change) -> "AnnotatedArticle":
        """A copy in which the change is made."""
        changed = self.copy()
        changed.apply(change)
        return changed

    def current(self, edit: Edit) -> Value | None:
        """What stands now where the edit would put its value."""
        if edit.kind is Annotation:
            return self._markup.get(edit.key)
        if edit.kind is Entity:
            return self._entities.get(edit.key)
        ones: dict[type, Value] = {
            Codebook: self._codebook,
            SourceRecord: self._source,
            BriefWords: self._words,
            Filing: self._filing,
        }
        return ones[edit.kind]

    def _set(self, key: str, value: Value) -> None:
        match value:
            case Annotation():
                self._markup._put(value)
            case Entity():
                self._entities[key] = value
            case Codebook():
                self._codebook = value
            case SourceRecord():
                self._source = value
            case BriefWords():
                self._words = value
            case Filing():
                self._filing = value

    def _check(self, annotation: Annotation) -> None:
        if any(not self.article.holds(span) for span in annotation.spans):
            raise ChangeDoesNotFit(f"{annotation.id} reaches past the end of the text")
