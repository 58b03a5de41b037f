"""The styles of the model with ours among them: where both have one of a name, the model's is taken."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from exporters.docx.wml import W

_W = f"{{{W}}}"
_NAMING = tuple(f"{_W}{name}" for name in ("basedOn", "next", "link"))
_KEY = tuple[str, str]


def merged(ours: bytes, model: etree._Element, languages: Mapping[str, str | int]) -> dict[str, str]:
    """Adds to the styles of the `model` those of ours that it lacks.

    A style of the model that is one of ours by its name gets our id, for Word names its ids in the language
    of who made the file. Answers with the ids that were changed.
    """
    wanted = list(etree.fromstring(ours).iter(f"{_W}style"))
    renamed = _renamed(wanted, model)
    for style in model.iter(f"{_W}style"):
        style.set(f"{_W}styleId", renamed.get(_id(style), _id(style)))
    for element in model.iter(*_NAMING):
        name = element.get(f"{_W}val") or ""
        element.set(f"{_W}val", renamed.get(name, name))
    theirs = list(model.iter(f"{_W}style"))
    present = {_key(style) for style in theirs}
    defaults = {style.get(f"{_W}type") for style in theirs if style.get(f"{_W}default") in {"1", "true"}}
    for style in wanted:
        if _key(style) not in present:
            model.append(_fitting(style, defaults))
    _speak(model, languages)
    return renamed


def without_numbers(model: etree._Element) -> None:
    """Takes out what leads to numbering that is not there."""
    for element in list(model.iter(f"{_W}numPr")):
        element.getparent().remove(element)


def _renamed(wanted: list[etree._Element], model: etree._Element) -> dict[str, str]:
    ours = {_key(style): _id(style) for style in wanted}
    reserved = set(ours.values())
    taken = reserved | {_id(style) for style in model.iter(f"{_W}style")}
    found: dict[str, str] = {}
    for style in model.iter(f"{_W}style"):
        own = _id(style)
        if _key(style) in ours:
            found[own] = ours[_key(style)]
        elif own in reserved:
            found[own] = _free(own, taken)
            taken.add(found[own])
    return {old: new for old, new in found.items() if old != new}


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}{number}" in taken:
        number += 1
    return f"{name}{number}"


def _id(style: etree._Element) -> str:
    return style.get(f"{_W}styleId") or ""


def _key(style: etree._Element) -> _KEY:
    """What a style is, by its kind and by the name that Word gives it in every language."""
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type") or "", "" if name is None else (name.get(f"{_W}val") or "").casefold()


def _fitting(style: etree._Element, defaults: set[str | None]) -> etree._Element:
    """A style of ours in the model's faces."""
    found = deepcopy(style)
    for fonts in list(found.iter(f"{_W}rFonts")):
        fonts.getparent().remove(fonts)
    if found.get(f"{_W}type") in defaults:
        found.attrib.pop(f"{_W}default", None)
    return found


def _speak(model: etree._Element, languages: Mapping[str, str | int]) -> None:
    """The brief's language, whatever that of the model."""
    runs = _within(_within(_within(model, "docDefaults"), "rPrDefault"), "rPr")
    tongue = _within(runs, "lang")
    for key, value in languages.items():
        tongue.set(f"{_W}{key}", str(value))


def _within(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = etree.Element(f"{_W}{name}")
        parent.insert(0 if name != "lang" else len(parent), found)
    return found
