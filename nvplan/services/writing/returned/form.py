"""A document that has come back, as the reader of its format found it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

#: A cell as it came back: text, a number, or a tick. A day is text in ISO form.
Returned = str | Decimal | bool


@dataclass
class ReturnedForm:
    """What a returned Word or Excel file says, by the keys that it was written with."""

    name: str
    """The file's name, for sentences and the history."""
    document: str
    """The document's name on the command line, empty where the file does not say."""
    meta: dict[str, str]
    """What the document says about itself: county, year, whose part, revision."""
    is_grid: bool
    """Whether the format shows the document's tables (xlsx), or its pages (docx)."""
    as_written: Callable[[str], str]
    """How the format writes a text, so that one that nobody has touched is known again."""
    ticks: dict[str, bool] = field(default_factory=dict)
    cells: dict[str, dict[str, Returned]] = field(default_factory=dict)
    """By row key and column title."""
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By row key, for a format that tells no column titles."""
    added: list[tuple[str, dict[str, Returned]]] = field(default_factory=list)
    """Rows that someone has added: the key of a row in the same table, and the cells by column title."""
