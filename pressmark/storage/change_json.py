"""A `Change` as one line of JSON, as the journal keeps it.

Python's `json` escapes what is no valid Unicode (half a surrogate pair, typed or pasted), so that what the
window holds comes back character for character; msgspec checks every value against its type on the way in.
"""

import json
from types import MappingProxyType
from typing import Any

import msgspec

from pressmark.annotation import Annotation
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook
from pressmark.markup import Change, Edit, Value
from pressmark.words import BriefWords

_KINDS: dict[str, type[Value]] = {
    kind.__name__: kind for kind in (Annotation, Entity, Codebook, SourceRecord, BriefWords, Filing)
}


class NotAChange(ValueError):
    """The line is damaged, or of a Pressmark that knows more."""


def as_json(change: Change) -> str:
    """One line."""
    edits = [
        {
            "kind": edit.kind.__name__,
            "key": edit.key,
            "before": _plain(edit.before),
            "after": _plain(edit.after),
        }
        for edit in change.edits
    ]
    whole = {"name": change.name, "takes_back": change.takes_back, "edits": edits}
    return json.dumps(whole, separators=(",", ":"))


def from_json(line: str) -> Change:
    """Raises NotAChange."""
    try:
        whole = json.loads(line)
        edits = tuple(_edit(one) for one in whole["edits"])
        return Change(str(whole["name"]), edits, bool(whole["takes_back"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAChange(f"a change in the journal cannot be read: {error}") from error


def _edit(one: Any) -> Edit:
    kind = _KINDS[one["kind"]]
    before, after = (None if one[side] is None else msgspec.convert(one[side], kind) for side in _SIDES)
    return Edit(one["key"], before, after)


_SIDES = ("before", "after")


def _plain(value: Value | None) -> Any:
    return msgspec.to_builtins(value, enc_hook=_mapping)


def _mapping(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(f"a {type(value).__name__} has no form in the journal")
