"""How elements are made: ``E("p", {"class": "lead"}, "words", E("br"))``."""

from typing import TypeAlias

from lxml import etree
from lxml.builder import ElementMaker

Element: TypeAlias = etree._Element
Node: TypeAlias = Element | str

E = ElementMaker()
