"""The planner's styles: each is parsed once, and those of a place not before a place is shown that needs them.

Textual parses all styles two or three times before the first frame, of which none of them is but a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.cache import LRUCache
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

#: More sources than there are: Textual keeps what came of 64, and a screen's widgets and places have more than that.
_SOURCES = 1024


class ParsedOnce(Stylesheet):
    """A style sheet in which a source is parsed again only where the colours are others.

    Textual parses every source when a theme is set, when a screen brings styles of its own and, beyond its 64 sources,
    whenever a kind of widget is seen for the first time.
    """

    def __init__(self, variables: dict[str, str], later: Sequence[Path] = ()) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)
        self._later = later
        """The sheets that no screen of the first ones needs, in their order."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the colours; the same ones as before change nothing."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Put together the rules of all sources; what has been parsed with these colours stands.

        Raises:
            StylesheetParseError: a source is faulty.
        """
        self.parse()

    def apply(self, node: DOMNode, *, animate: bool = False,
              cache: dict[tuple[object, ...], RulesMap] | None = None) -> None:
        """Style a node; a screen that is none of the first ones has all sheets read before anything of it is styled."""
        if self._later and isinstance(node, Screen) and not getattr(node, "STYLED_FIRST", type(node) is Screen):
            self.read_later()
        super().apply(node, animate=animate, cache=cache)

    def read_later(self) -> None:
        """Read the sheets that are still to be read; nothing on the screen of the first ones is drawn by them."""
        if not self._later:
            return
        later, self._later = self._later, ()
        self.read_all(later)
        self.parse()
