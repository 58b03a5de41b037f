"""Changes of a codebook with what its annotations need, so that none is ever left without its label."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.changes import Hand, with_entities_tidied
from pressmark.codebook_rules import freed, refusals
from pressmark.labels import Codebook, Label, RoleDefinition
from pressmark.markup import Change, Edit

_PLAIN_PREFIX = "n"
"""What ids begin with where the label does not say, as in `changes.annotate`."""


@dataclass(frozen=True, slots=True)
class Recoding:
    """A codebook as it is to be, and what becomes of annotations: a draft until `recode` makes it a change.

    `fates` leads from what annotations are labelled now to their label afterwards, "" where they are deleted;
    `chosen` says the same of single annotations by id, and comes first.
    """

    codebook: Codebook
    fates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, codebook: Codebook) -> "Recoding":
        """Nothing changed yet, but for parents that lead nowhere or in a ring."""
        return cls(codebook.straightened(), MappingProxyType({one.name: one.name for one in codebook.labels}))

    def label_of(self, one: Annotation) -> str:
        """The label that an annotation will have, "" where it is to be deleted."""
        return self.chosen.get(one.id, self.fates.get(one.label, one.label))

    def counts(self, doc: AnnotatedArticle) -> Counter[str]:
        """How many annotations each label will have, and under "" how many are to be deleted."""
        found: Counter[str] = Counter()
        for label, number in Counter(one.label for one in doc.markup.values()).items():
            found[self.fates.get(label, label)] += number
        for one in filter(None, map(doc.markup.get, self.chosen)):
            found[self.fates.get(one.label, one.label)] -= 1
            found[self.label_of(one)] += 1
        return found

    def annotations(self, doc: AnnotatedArticle, name: str) -> list[Annotation]:
        """Those that a label will have, as they are now, in text order."""
        return [one for one in doc.markup.in_text_order() if self.label_of(one) == name]

    def added(self, label: Label) -> "Recoding":
        """With a new label, behind those that stand below the same one."""
        _refuse(self.codebook, "", label)
        return self._with((*self.codebook.labels, label))

    def edited(self, name: str, label: Label) -> "Recoding":
        """With a label as it is now. Annotations, roles and labels below follow it to another name."""
        old = _known(self.codebook, name)
        if label == old:
            return self
        _refuse(self.codebook, name, label)
        labels = [label if one.name == name else one for one in self.codebook.labels]
        if label.name == name:
            return replace(self, codebook=Codebook(tuple(labels)))
        labels = [_retargeted(_below(one, name, label.name), name, (label.name,)) for one in labels]
        return replace(self._sent(name, label.name), codebook=Codebook(tuple(labels)))

    def moved(self, name: str, parent: str, before: str = "") -> "Recoding":
        """With a label below another ("" for none), before the one named there or behind all."""
        label = replace(_known(self.codebook, name), parent=parent)
        _refuse_parent(self.codebook, name, label)
        rest = [one for one in self.codebook.labels if one.name != name]
        at = next((at for at, one in enumerate(rest) if one.name == before), len(rest))
        return self._with((*rest[:at], label, *rest[at:]))

    def merged(self, name: str, into: str, *, with_definitions: bool = False) -> "Recoding":
        """Without a label, whose annotations become another's, which may take over attributes and roles."""
        gone, heir = _known(self.codebook, name), _known(self.codebook, into)
        if gone == heir:
            raise ValueError(f"{gone.title} cannot be merged with itself.")
        book = self.codebook.with_label(_with_definitions(heir, gone)) if with_definitions else self.codebook
        return replace(self._owning(name)._sent(name, into), codebook=_without(book, gone, into))

    def split(self, name: str, label: Label, keys: Iterable[str]) -> "Recoding":
        """With a new label behind another, for some of its annotations; what led to one leads to both."""
        _known(self.codebook, name)
        _refuse(self.codebook, "", label)
        labels = [_retargeted(one, name, (name, label.name)) for one in (*self.codebook.labels, label)]
        at = 1 + next(at for at, one in enumerate(labels) if one.name == name)
        chosen = MappingProxyType({**self.chosen, **dict.fromkeys(keys, label.name)})
        return replace(self._with((*labels[:at], labels[-1], *labels[at:-1])), chosen=chosen)

    def without(self, name: str) -> "Recoding":
        """Without a label and without its annotations; a role that leads to nothing else goes too."""
        gone = _known(self.codebook, name)
        return replace(self._owning(name)._sent(name, ""), codebook=_without(self.codebook, gone))

    def replaced(self, codebook: Codebook, doc: AnnotatedArticle) -> "Recoding":
        """With another codebook, and at its end the labels that it lacks and that have annotations."""
        book, used = codebook.straightened(), self.counts(doc)
        for label in self.codebook.labels:
            if used[label.name] and book.label(label.name) is None:
                book = Codebook((*book.labels, freed(book, label)))
        return self._with(book.labels)

    def _with(self, labels: tuple[Label, ...]) -> "Recoding":
        return replace(self, codebook=Codebook(labels).top_down())

    def _owning(self, name: str) -> "Recoding":
        """The same for a label that is new here and whose name some annotations have had all along."""
        return replace(self, fates=MappingProxyType({name: name, **self.fates}))

    def _sent(self, name: str, fate: str) -> "Recoding":
        """The same with what would become of one label becoming of another."""
        fates = {old: fate if new == name else new for old, new in self.fates.items()}
        chosen = {key: fate if new == name else new for key, new in self.chosen.items()}
        return replace(self, fates=MappingProxyType(fates), chosen=MappingProxyType(chosen))


def recode(doc: AnnotatedArticle, recoding: Recoding, hand: Hand) -> Change:
    """The one change that makes a draft true: labels, their annotations, ids by the new prefixes, links.

    Raises ValueError where annotations would be left without a label, or labels stand in a ring.
    """
    if recoding.codebook != recoding.codebook.straightened():
        raise ValueError("A label stands below itself, or below one that is not there.")
    ids = _new_ids(doc, recoding)
    edits = [Edit("", doc.codebook, recoding.codebook)]
    for one in doc.markup.in_text_order():
        new = _recoded(one, recoding, ids, hand)
        if new is None or new.id != one.id:
            edits.append(Edit(one.id, one, None))
        if new is not None and new != one:
            edits.append(Edit(new.id, one if new.id == one.id else None, new))
    change = Change(_change_name(doc.codebook, recoding), tuple(edits))
    return with_entities_tidied(doc, change)


def _new_ids(doc: AnnotatedArticle, recoding: Recoding) -> dict[str, str]:
    """By old id, the new ones of annotations whose label begins ids otherwise; "" for those that go."""
    ids: dict[str, str] = {}
    taken = set(doc.markup)
    next_number: dict[str, int] = {}
    for one in sorted(doc.markup.values(), key=lambda each: id_order(each.id)):
        name = recoding.label_of(one)
        old, new = doc.codebook.label(one.label), recoding.codebook.label(name)
        if name and new is None and (old or name != one.label):
            raise ValueError(f"{one.id} would be left without a label: there is no {name or one.label}.")
        if not name:
            ids[one.id] = ""
        elif new and (old or name != one.label) and not _fits(one.id, old, new):
            ids[one.id] = _next_id(doc, new.prefix or _PLAIN_PREFIX, taken, next_number)
    return ids


def _fits(key: str, old: Label | None, new: Label) -> bool:
    """Whether an id may stay: the prefix is the same, or it happens to begin with the new one."""
    prefix = new.prefix or _PLAIN_PREFIX
    same = old is not None and (old.prefix or _PLAIN_PREFIX) == prefix
    return same or (key.startswith(prefix) and key[len(prefix) :].isdecimal())


def _next_id(doc: AnnotatedArticle, prefix: str, taken: set[str], next_number: dict[str, int]) -> str:
    if prefix not in next_number:
        next_number[prefix] = int(doc.markup.next_id(prefix)[len(prefix) :])
    while (key := f"{prefix}{next_number[prefix]}") in taken:
        next_number[prefix] += 1
    taken.add(key)
    return key


def _recoded(one: Annotation, recoding: Recoding, ids: Mapping[str, str], hand: Hand) -> Annotation | None:
    """What becomes of an annotation; attributes and links that the new label does not know are kept."""
    name, key = recoding.label_of(one), ids.get(one.id, one.id)
    if not name:
        return None
    leading = ((tie, ids.get(tie.target, tie.target)) for tie in one.links)
    links = tuple(replace(tie, target=target) for tie, target in leading if target)
    stays = (name, key) == (one.label, one.id)
    if stays and links == one.links:
        return one
    modified = one.modified if stays else hand.now
    return replace(one, id=key, label=name, links=links, modified=modified)


def _change_name(before: Codebook, recoding: Recoding) -> str:
    """What undo shows: the one thing that was done, else that several were."""
    after, fates = recoding.codebook, recoding.fates
    done = [step for old in before.labels if (step := _step(old, before, recoding))]
    for new in after.labels:
        if before.label(new.name) is None and new.name not in fates.values():
            is_split = new.name in recoding.chosen.values()
            done.append(f"Split off the label {new.title}" if is_split else f"Add the label {new.title}")
    if not done:
        done = [f"Edit the label {old.title}" for old in before.labels if after.label(old.name) != old]
    return done[0] if len(done) == 1 else "Change the codebook"


def _step(old: Label, before: Codebook, recoding: Recoding) -> str:
    """What became of a label as a whole, empty where it is there as before."""
    fate = recoding.fates.get(old.name, old.name)
    new = recoding.codebook.label(fate)
    if new is None:
        return f"Delete the label {old.title}"
    if fate == old.name:
        return ""
    heirs = [each for each in recoding.fates.values() if each == fate]
    is_merge = before.label(fate) is not None or len(heirs) > 1
    return f"Merge {old.title} into {new.title}" if is_merge else f"Rename {old.title} to {new.title}"


def _known(codebook: Codebook, name: str) -> Label:
    label = codebook.label(name)
    if label is None:
        raise ValueError(f"There is no label {name}.")
    return label


def _refuse(codebook: Codebook, name: str, label: Label) -> None:
    if found := refusals(codebook, name, label):
        raise ValueError(next(iter(found.values())))


def _refuse_parent(codebook: Codebook, name: str, label: Label) -> None:
    if found := refusals(codebook, name, label).get("parent"):
        raise ValueError(found)


def _below(one: Label, old: str, new: str) -> Label:
    return replace(one, parent=new) if one.parent == old else one


def _without(codebook: Codebook, gone: Label, heir: str = "") -> Codebook:
    """Without a label: those below it go to the heir, or up where there is none or it is one of them."""
    parent = heir if heir and gone.name not in codebook.above(heir) else gone.parent
    heirs = (heir,) if heir else ()
    rest = (one for one in codebook.labels if one.name != gone.name)
    labels = (_retargeted(_below(one, gone.name, parent), gone.name, heirs) for one in rest)
    return Codebook(tuple(labels)).top_down()


def _retargeted(one: Label, old: str, new: tuple[str, ...]) -> Label:
    """With roles leading to other labels instead of one; a role that leads to none is none any more."""
    if not any(old in role.targets for role in one.roles):
        return one
    return replace(one, roles=tuple(filter(None, (_role_to(role, old, new) for role in one.roles))))


def _role_to(role: RoleDefinition, old: str, new: tuple[str, ...]) -> RoleDefinition | None:
    if old not in role.targets:
        return role
    at = role.targets.index(old)
    targets = tuple(dict.fromkeys((*role.targets[:at], *new, *role.targets[at + 1 :])))
    return replace(role, targets=targets) if targets else None


def _with_definitions(heir: Label, gone: Label) -> Label:
    """The heir with the attributes and roles that it lacks."""
    attributes = tuple(one for one in gone.attributes if heir.attribute(one.name) is None)
    roles = tuple(one for one in gone.roles if heir.role(one.name) is None)
    return replace(heir, attributes=(*heir.attributes, *attributes), roles=(*heir.roles, *roles))
