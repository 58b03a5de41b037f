"""Which headings the list of contents names."""

from exporters.walking import texts
from pressmark.brief import Block, Brief, Contents, Heading, plain

_SECTIONS = 6  # with more than these
_CHARACTERS = 12_000  # and more than these, some five pages, a brief is long


def listed(brief: Brief) -> dict[int, str]:
    """The bookmark of each heading that the contents list, by the number of its block.

    None in a short brief that asks for no contents: Word's navigation pane reads the headings.
    """
    headings = [
        index for index, block in enumerate(brief.blocks) if isinstance(block, Heading) and block.level == 1
    ]
    if not asked(brief) and not (len(headings) > _SECTIONS and _is_long(brief)):
        return {}
    return {index: f"_Toc{number:06}" for number, index in enumerate(headings, 1)}


def asked(brief: Brief) -> bool:
    """Whether the brief itself says where its contents stand."""
    return any(isinstance(block, Contents) for block in brief.blocks)


def _is_long(brief: Brief) -> bool:
    return sum(map(_characters, brief.blocks)) > _CHARACTERS


def _characters(block: Block) -> int:
    heading = len(block.text) if isinstance(block, Heading) else 0
    return heading + sum(len(plain(text)) for text in texts(block))
