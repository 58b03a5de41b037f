"""What a label must be to stand in a codebook beside the others, in sentences for the analyst."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pressmark.brief import LineStyle
from pressmark.labels import AttributeKind, Codebook, Label, free_name, free_prefix, label_name, slug
from pressmark.palette import SWATCHES, looks_alike


def refusals(codebook: Codebook, name: str, label: Label) -> dict[str, str]:
    """Why a label cannot take the place of the one called `name` ("" for a new one), by field."""
    others = tuple(one for one in codebook.labels if one.name != name)
    found = {
        "title": "" if label.title.strip() else "The label needs a name.",
        "name": _name_refused(others, label),
        "key": _key_refused(others, label),
        "prefix": _prefix_refused(others, label),
        "parent": _parent_refused(codebook, name, label),
        "attributes": _attributes_refused(label),
        "roles": _roles_refused(label),
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def look_remark(codebook: Codebook, label: Label) -> str:
    """Which other label some readers cannot tell from this one; empty where the line or the colour does."""
    others = [one for one in codebook.labels if one.name != label.name and one.line is label.line]
    if same := next((one for one in others if one.colour == label.colour), None):
        return f"{same.title} looks the same: choose another colour or underline."
    if alike := next((one for one in others if looks_alike(one.colour, label.colour)), None):
        return f"To colour-blind readers {alike.title} looks the same: choose another colour or underline."
    return ""


def _name_refused(others: Iterable[Label], label: Label) -> str:
    if not label.name:
        return "The label needs a name in files."
    if label.name != label_name(label.name):
        return "A name in files holds no spaces."
    return f"There is a label {label.name} already." if label.name in {one.name for one in others} else ""


def _key_refused(others: Iterable[Label], label: Label) -> str:
    if label.key and not (len(label.key) == 1 and label.key.isalpha()):
        return f"The key {label.key} is no letter."
    holder = next((one for one in others if label.key and one.key.upper() == label.key.upper()), None)
    return f"The key {label.key} is {holder.title}’s." if holder else ""


def _prefix_refused(others: Iterable[Label], label: Label) -> str:
    prefix = label.prefix
    if prefix != label_name(prefix):
        return "Ids hold no spaces."
    if prefix[-1:].isdecimal():
        return "A number follows in each id: end with a letter or a hyphen."
    holder = next((one for one in others if prefix and one.prefix == prefix), None)
    return f"The ids of {holder.title} begin with {prefix}." if holder else ""


def _parent_refused(codebook: Codebook, name: str, label: Label) -> str:
    if not label.parent:
        return ""
    if codebook.label(label.parent) is None:
        return f"There is no label {label.parent} to stand below."
    if label.parent == name or name in codebook.above(label.parent):
        return f"{label.title} cannot stand below itself."
    return ""


def _attributes_refused(label: Label) -> str:
    if twice := _twice(one.name for one in label.attributes):
        return f"Two attributes are named {twice}."
    for one in label.attributes:
        if not one.name:
            return "An attribute needs a name."
        if one.kind is AttributeKind.CHOICE and not one.choices:
            return f"{one.title} is a choice: write between what, with commas."
    return ""


def _roles_refused(label: Label) -> str:
    if twice := _twice(one.name for one in label.roles):
        return f"Two roles are named {twice}."
    for one in label.roles:
        if not one.name:
            return "A role needs a name."
        if not one.targets:
            return f"{one.title} leads to no label: choose at least one."
    return ""


def _twice(names: Iterable[str]) -> str:
    listed = list(names)
    return next((name for name in listed if listed.count(name) > 1), "")


def freed(codebook: Codebook, label: Label) -> Label:
    """A label that is new to a codebook, without the key, prefix and parent that it cannot have there."""
    refused = refusals(codebook, "", label)
    return replace(
        label,
        key="" if "key" in refused else label.key,
        prefix="" if "prefix" in refused else label.prefix,
        parent="" if "parent" in refused else label.parent,
    )


def fresh_label(codebook: Codebook, title: str) -> Label:
    """A label of that title whose name, prefix, colour and line are as free as they can be."""
    name = free_name(slug(title) or "label", {one.name for one in codebook.labels})
    colours = Counter(one.colour for one in codebook.labels)
    lines = Counter(one.line for one in codebook.labels)
    colour = min(SWATCHES, key=lambda one: colours[one])
    line = min(LineStyle, key=lambda one: lines[one])
    return Label(name, title, colour, line, prefix=free_prefix(name, codebook))
