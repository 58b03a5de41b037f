"""Content controls: values of annotations that can be found again after the brief was edited in Word.

Each value stands in a control whose tag is "anchor|field", and what it was is kept in a part of its own.
"""

from dataclasses import dataclass, field

from exporters.docx.wml import Element, escaped, part, w, xml

NAMESPACE = "urn:pressmark:brief-values:1"
_LONGEST_TAG = 64  # that Word takes


@dataclass(frozen=True, slots=True)
class Controls:
    """The values that the text shows, each as the XML that remembers it."""

    remembered: list[Element] = field(default_factory=list)

    def around(self, anchor: str, name: str, text: str, shown: Element, *, simple: bool) -> Element:
        """`shown` in a control for the attribute `name` of what is at `anchor`; `simple` if of one look."""
        number = len(self.remembered) + 1
        tag = f"{anchor}|{name}"
        tag = tag if len(tag) <= _LONGEST_TAG else f"{anchor}|#{number}"
        value = {"tag": tag, "anchor": anchor, "field": name}
        self.remembered.append(xml("value", value, escaped(text)))
        properties = [
            w("alias", val=f"{anchor} {name}"[:_LONGEST_TAG]),
            w("tag", val=tag),
            w("id", val=number),
        ]
        properties += [w("text")] if simple else []
        return w("sdt", w("sdtPr", *properties), w("sdtContent", shown))

    def part(self) -> bytes:
        """The values as they were when the brief was written."""
        return part("values", "", {"xmlns": NAMESPACE}, *self.remembered)
