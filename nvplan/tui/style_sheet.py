"""The planner's styles, each parsed once: Textual parses all of them two or three times before the first frame."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

#: More sources than there are: Textual keeps what came of 64, and a screen's widgets and places have more than that.
_SOURCES = 1024


class ParsedOnce(Stylesheet):
    """A style sheet in which a source is parsed again only where the colours are others.

    Textual parses every source when a theme is set, when a screen brings styles of its own and, beyond its 64 sources,
    whenever a kind of widget is seen for the first time.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

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
