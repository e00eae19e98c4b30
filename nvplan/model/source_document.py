"""The documents that the catalogue refers to: the five source texts and the outside sources."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from pydantic import Field

from nvplan.model.base import Frozen

DocumentKind = Literal[
    "overenskommelse", "uppfoljning", "rapport", "bildspel", "proposition", "kommittedirektiv",
    "vagledning", "lansdokument", "webbsida", "artikel", "utkast",
]


class SourceDocument(Frozen):
    """A document that a requirement, question or figure names in `Source.document`."""

    id: str = Field(pattern=r"^(\d{3}|S\d{1,2}[a-z]?|L\d{1,3})$")
    """`000`-`004`: a source text with line numbers. `S1` and on: an outside source, read but not at hand as text.
    `L1` and on: one that a county has added with a set of its own."""
    title: str
    """The official title where it is known; otherwise what the document is."""
    publisher: str = ""
    """Who published it. Empty where that is not known."""
    published: str = Field(default="", pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")
    """ISO day, month or year. Empty where the document states none."""
    kind: DocumentKind
    note: str = ""
    """What a reader must know before trusting it: what was read of it, what could not be verified."""
    address: str = ""
    """Address without scheme, as given by the copy that was read. The program never fetches it."""

    @property
    def has_lines(self) -> bool:
        """Whether references into it carry line numbers."""
        return not self.id.startswith(("S", "L"))
