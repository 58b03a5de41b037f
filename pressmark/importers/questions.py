"""What an importer may ask of the analyst, and the answers with which the same bytes are read again.

An importer never waits for an answer: it reads as best it can and hands the question over with the article,
or with the refusal where it cannot read anything without the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class WhichEncoding:
    """The file does not say how its characters are written: Python's names, likeliest first, each with a few
    lines of the text as it would read."""

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WhichColumns:
    """A table whose columns must be told apart: its header, some rows, and what each field was taken from.

    `guessed` maps fields of the source record, and "text", to names of columns.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WhetherToSplit:
    """One mail that seems to hold several articles: their headlines."""

    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhetherRight:
    """Text put together from pages: the analyst should look at it before it is worked on, for this reason.

    `pages` are the pages, from 1, on which the blocks begin, of `count` there are.
    """

    reason: str
    pages: tuple[int, ...] = ()
    count: int = 0


Question: TypeAlias = WhichEncoding | WhichColumns | WhetherToSplit | WhetherRight


@dataclass(frozen=True, slots=True)
class Answers:
    """What the analyst has answered, for this file or once for all files of the kind.

    `columns` maps fields of the source record, and "text", to names of columns; `split` is whether a mail is
    taken apart into its articles. `tables` are the columns of tables that were asked about before, by
    `pressmark.columns.signature`, as `RememberedColumns.tables` holds them.
    """

    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    split: bool = False
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
