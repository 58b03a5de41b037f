"""What the analyst does to the article in front: views ask, the session decides, the model knows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk
from pressmark import changes, linking, occurrences
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import SourceRecord, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.labels import Label
from pressmark.markup import Change
from pressmark.recoding import Recoding, recode
from pressmark.words import BriefWords


class Session(Desk):
    """`refused` carries an annotation id, a field and why its value was not taken."""

    refused = Signal(str, str, str)

    def __init__(self, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author
        self.last_label = ""
        self._last_link: tuple[str, str] | None = None

    def annotate(self, label: str, spans: Iterable[Span]) -> None:
        doc = self._doc()
        change, key = changes.annotate(doc, label, spans, self.hand())
        if self.do(change):
            self.last_label = label
            self.pick(key)

    def annotate_again(self, spans: Iterable[Span]) -> None:
        """The label that was used last, or the first there is."""
        codebook = self._doc().codebook
        if label := codebook.label(self.last_label) or next(iter(codebook.labels), None):
            self.annotate(label.name, spans)

    def label_all(
        self, label: str, places: Mapping[int, Iterable[Span]], like: Annotation | None = None
    ) -> None:
        """Labels places of articles, by the number of the article, in one step; as `like` is, where given."""
        front, steps = self._doc(), []
        for number, spans in places.items():
            article = self.articles[number]
            change, _ = occurrences.label_all(article.doc, label, spans, self.hand(), like, front)
            steps.append((article, change))
        title = front.codebook.style_of(label).title.lower()
        name = steps[0][1].name if len(steps) == 1 else f"Label as {title} in {len(steps)} articles"
        if self.do_all(name, steps):
            self.last_label = label

    def delete(self, key: str) -> None:
        self.do(changes.delete(self._doc(), [key]))

    def relabel(self, key: str, label: str) -> None:
        doc = self._doc()
        change, new_key = changes.relabel(doc, key, doc.codebook.style_of(label), self.hand())
        if self.do(change):
            self.pick(new_key)

    def set_value(self, key: str, name: str, typed: str) -> None:
        try:
            self.do(changes.set_value(self._doc(), key, name, typed, self.hand()))
        except ValueNotUnderstood as error:
            self.refused.emit(key, name, str(error))

    def set_note(self, key: str, note: str) -> None:
        self.do(changes.set_note(self._doc(), key, note, self.hand()))

    def set_spans(self, key: str, spans: Iterable[Span]) -> None:
        self.do(changes.set_spans(self._doc(), key, spans, self.hand()))

    def add_piece(self, key: str, span: Span) -> None:
        self.do(changes.add_piece(self._doc(), key, span, self.hand()))
        self.pick(key)

    def remove_piece(self, key: str, span: Span) -> None:
        self.do(changes.remove_piece(self._doc(), key, span, self.hand()))

    def link(self, key: str, role: str, typed: str) -> None:
        """Ties to an annotation by its id, its words, its entity's name, or words of the text."""
        try:
            self.do(linking.link_to_text(self._doc(), key, role, typed, self.hand()))
        except ValueNotUnderstood as error:
            self.refused.emit(key, role, str(error))
            return
        if targets := self._doc().markup[key].targets(role):
            self._last_link = (role, typed if typed in targets else targets[-1])

    def link_again(self, key: str) -> None:
        """The same role and target as the last time, as for the next quote of the same speaker."""
        if self._last_link is None or self._last_link[1] not in self._doc().markup:
            self.said.emit("Nothing has been linked in this article yet")
            return
        role, target = self._last_link
        if self._doc().codebook.style_of(self._doc().markup[key].label).role(role) is None:
            self.said.emit(f"{key} has no {role} to link")
            return
        self.link(key, role, target)

    def link_dropped(self, key: str, target: str) -> None:
        """Ties two annotations in the first role that takes the target's label."""
        doc = self._doc()
        roles = doc.codebook.style_of(doc.markup[key].label).roles
        role = next((one for one in roles if doc.markup[target].label in one.targets), None)
        if role is None:
            self.said.emit(f"{key} has no role that {target} could have")
            return
        self.link(key, role.name, target)

    def unlink(self, key: str, tie: Link) -> None:
        self.do(changes.unlink(self._doc(), key, tie, self.hand()))

    def set_source(self, source: SourceRecord) -> None:
        self.do(changes.set_source(self._doc(), source))

    def strike_out(self, blocks: Iterable[int]) -> None:
        """Paragraphs that are not struck out are; where all are, they are brought back."""
        doc, blocks = self._doc(), {*blocks}
        bring = blocks <= {*doc.filing.struck}
        self.do(changes.bring_back(doc, blocks) if bring else changes.strike_out(doc, blocks))

    def bring_back(self, blocks: Iterable[int]) -> None:
        self.do(changes.bring_back(self._doc(), blocks))

    def set_words(self, words: BriefWords) -> None:
        self.do(changes.set_words(self._doc(), words))

    def recode(self, recoding: Recoding) -> None:
        """Another codebook for the article in front and for all that have had the same, in one step."""
        before, steps = self._doc().codebook, []
        for article in self.articles:
            if article.doc.codebook == before:
                here = recoding if article is self.current else replace(recoding, chosen={})
                steps.append((article, recode(article.doc, here, self.hand())))
        self.do_all(recode(self._doc(), recoding, self.hand()).name, steps)

    def add_label(self, label: Label, spans: Iterable[Span] = ()) -> None:
        """A new label, and where there are spans an annotation of it, in one step."""
        doc, spans = self._doc(), tuple(spans)
        change = changes.set_codebook(doc, doc.codebook.with_label(label), f"Add the label {label.title}")
        key = ""
        if spans:
            marked, key = changes.annotate(doc.after(change), label.name, spans, self.hand())
            change = Change(change.name, (*change.edits, *marked.edits))
        if self.do(change) and key:
            self.last_label = label.name
            self.pick(key)

    def _doc(self) -> AnnotatedArticle:
        assert self.current is not None
        return self.current.doc

    def hand(self) -> Hand:
        """Who makes a change that is made now."""
        return Hand(self.author, datetime.now(UTC).isoformat(timespec="seconds"))
