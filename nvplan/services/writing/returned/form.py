"""A document that has come back, as the reader of its format found it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from nvplan.services.writing.settling import NOTHING_SETTLED, Settling
from nvplan.texts import returned as returned_texts

#: What stands in a cell: text, a number, or a tick. A day is text in ISO form.
Returned = str | Decimal | bool
#: The day before a spreadsheet's day number 1, as Excel counts them.
DAY_ZERO = dt.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in one cell or field of a returned file, and where."""

    value: Returned = ""
    where: str = ""
    """The cell's name in its sheet (`X4`), or what the field is called; empty where the file has none."""
    shown: str = ""
    """How the cell shows its value, where that says more than the value: `7 %` for 0,07."""
    fault: str = ""
    """Why what stands there is no value, as a sentence; empty where it is one."""
    unticked: tuple[str, ...] = ()
    """What stands beside boxes that are not ticked."""
    guessed: bool = False
    """Whether a spreadsheet program made a day of what was typed, and shows it without its year."""

    @property
    def text(self) -> str:
        """What a person sees in the cell, whole."""
        if self.shown:
            return self.shown
        if isinstance(self.value, bool):
            return returned_texts.TICKED if self.value else returned_texts.UNTICKED
        return str(self.value)

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return isinstance(self.value, str) and not self.value.strip() and not self.fault


@dataclass(frozen=True)
class Sheet:
    """A sheet as it stands: its rows from the top, each with its cells from the left."""

    name: str
    rows: Sequence[Sequence[Given]]
    row_numbers: Sequence[int] = ()
    """The rows' own numbers where some were left out; otherwise they count from 1."""

    def number(self, row: int) -> int:
        """Return the number that the person sees beside a row, `row` counted from 0."""
        return self.row_numbers[row] if self.row_numbers else row + 1


@dataclass(frozen=True)
class Remark:
    """Something written beside what the form asks for: a comment, a note."""

    where: str
    text: str


@dataclass(frozen=True)
class Line:
    """A paragraph of a form with pages, as it reads with tracked changes accepted."""

    text: str
    key: str = ""
    """The key of the box that stands in the paragraph, empty where none does or its mark is lost."""
    ticked: bool | None = None
    """What the box says; None where there is none."""
    fault: str = ""
    """Why the text cannot be read as it stands: part of it is struck out."""


@dataclass
class ReturnedForm:
    """What a returned file says, by the sheets or the keys that it was written with."""

    name: str
    """The file's name, for sentences and the history."""
    document: str
    """The document's name on the command line, empty where the file does not say."""
    meta: dict[str, str]
    """What the document says about itself: county, year, whose part, revision."""
    is_grid: bool
    """Whether it is read by its tables (xlsx, and Word forms that are tables), or line by line (docx)."""
    as_written: Callable[[str], str]
    """How the format writes a text, so that one that nobody has touched is known again."""
    sheets: list[Sheet] = field(default_factory=list)
    """For a grid: every sheet, also the first one and those that someone has added."""
    lines: list[Line] = field(default_factory=list)
    """For pages: every paragraph in order, also those in tables."""
    comments: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    """Footnotes and other texts outside the pages' own flow."""
    pictures: list[str] = field(default_factory=list)
    """Where pictures and other things stand that cannot be read; ours have none."""
    margins: list[str] = field(default_factory=list)
    """What stands in the headers and footers of the pages, ours with it."""
    tracked: int = 0
    """How many changes are tracked; they are read as accepted."""
    day_zero: dt.date = DAY_ZERO
    """The day that a spreadsheet's day numbers count from."""
    saved: str = ""
    """When the file says that it was saved, as ISO; empty where it does not say."""
    in_pages: bool = False
    """Whether it is a document with pages, whose tables are read as a grid's where it is a form of tables."""
    has_keys: bool = True
    """Whether the format carries keys (csv does not): without, a row is about the post with its id or title."""


@dataclass(frozen=True)
class Choices:
    """What a person has chosen about rows that the program does not take in by itself."""

    new_rows: frozenset[int] = frozenset()
    """Rows, by their number in the sheet, that are new posts although their key is used or they look like notes."""
    all_new: bool = False
    """Whether every such row is a new post."""
    by_title: bool = False
    """Whether rows without keys are taken for the post that has the same title."""
    settling: Settling = NOTHING_SETTLED
    """What the person says about clashes."""

    def is_new(self, row: int) -> bool:
        """Tell whether a row is taken in as new."""
        return self.all_new or row in self.new_rows
