"""How the analyst has filed an article: how far the work is, its tags, what of it is struck out."""

from dataclasses import dataclass

STATES = ("", "in work", "done")
"""How far the work on an article is; "" is what all begin as: to be read."""


@dataclass(frozen=True, slots=True)
class Filing:
    """`struck` are the blocks, by number from 0, that are shown struck out: share buttons, “read more”.

    The text keeps them, and what is marked in them stays; briefs and searches leave them out.
    """

    state: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False
    struck: tuple[int, ...] = ()
    foreign: tuple[str, ...] = ()
