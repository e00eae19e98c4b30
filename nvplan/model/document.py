"""A format-neutral document: what it says, in which order and with which structure; no format knows more.

Every text is plain text. A format escapes it for itself, so that what a person wrote never becomes markup.
"""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from nvplan.model.base import Frozen
from nvplan.model.drawn import Need, TimeLine

#: How a paragraph is meant: body text, an explaining note, a thing to heed, or an answer that is missing.
Tone = Literal["text", "note", "warning", "missing"]
CellKind = Literal["text", "number", "date", "tick", "choice"]


class Heading(Frozen):
    """A heading; level 1 is a chapter of the document, whose title stands above all levels."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=4)
    text: str


class Paragraph(Frozen):
    """One or more lines of text; a line break in the text is a line break in the document."""

    type: Literal["paragraph"] = "paragraph"
    text: str
    tone: Tone = "text"
    lead: str = ""
    """Words before the text that say what it is about, set apart from it: a statement under its matter."""
    points_at: str = ""
    """Words in the text that name what stands further on: a table (`tabell 4`), a heading or a statement in its quotes.

    A page description says on which page that begins.
    """


class Bullets(Frozen):
    """A list, numbered or not."""

    type: Literal["bullets"] = "bullets"
    items: tuple[str, ...]
    numbered: bool = False


class Fact(Frozen):
    """A label with its value; `missing` marks a value that nobody has given."""

    label: str
    value: str
    missing: bool = False
    above: bool = False
    """Whether the label is a sentence that always stands above its value, such as a question above its answer."""
    comes_back: bool = False
    """Whether it stands in files that are filled in alone, for the program that reads them when they come back."""


class Facts(Frozen):
    """A list of labels with values."""

    type: Literal["facts"] = "facts"
    items: tuple[Fact, ...]
    together: bool = False
    """Whether they stand on one page, with the heading above them."""
    strip: bool = False
    """Whether they are few and short, and stand beside each other with the values large, where the format has pages."""


#: How a table looks on pages: with its caption and headings; without a caption, where the heading above says the same;
#: as questions with a number, each with its field below, where the rows are a question and its answer; or closely set,
#: where the rows are many and short.
TableLook = Literal["rows", "bare", "questions", "dense"]

#: How much room a field of a form has: for what is typed, for ink (10 mm), or for a signature on a line (19 mm).
Room = Literal["typing", "ink", "signature"]


class FormField(Frozen):
    """A field of a form: what it is called, what stands in it, and where it is blank how much room there is.

    `hint` says in a blank field what goes there, for what the program cannot know. One for a signature is a line with
    its label below.
    """

    label: str
    value: str = ""
    hint: str = ""
    room: Room = "typing"

    @property
    def is_blank(self) -> bool:
        """Whether it is to be filled in."""
        return not self.value


class FormFields(Frozen):
    """Fields of a form, which stand on one page; `caption` says what they are to one who does not see them."""

    type: Literal["form_fields"] = "form_fields"
    caption: str
    items: tuple[FormField, ...]
    columns: Literal[1, 2] = 1
    """How many fields stand beside each other, where the format has room."""


class TickItem(Frozen):
    """A box that a person can tick, with the text beside it and details below.

    `key` is ASCII, unique in the document and stays the same between exports, so that a returned file can be read.
    """

    key: str
    ticked: bool
    text: str
    details: tuple[Fact, ...] = ()


class Ticks(Frozen):
    """A checklist."""

    type: Literal["ticks"] = "ticks"
    items: tuple[TickItem, ...]


class TableColumn(Frozen):
    """A column of a table: its heading, what its cells hold and how wide it is beside the others."""

    title: str
    kind: CellKind = "text"
    weight: int = Field(default=1, ge=1, le=12)
    choices: tuple[str, ...] = ()
    """For a `choice` column: what may be chosen when the table is filled in."""
    aside: bool = False
    """Whether a spreadsheet leaves it out of what is printed; such columns stand last."""
    hidden: bool = False
    """Whether a spreadsheet keeps it out of sight: it tells rows apart when they come back."""


class Cell(Frozen):
    """A table cell: the text as shown, and for numbers and ticks the value as data."""

    text: str
    number: Decimal | None = None
    ticked: bool | None = None
    missing: bool = False
    link: str = ""
    """The name of a file beside the document that the text leads to, in formats that have links."""
    blank: bool = False
    """Whether it is a field to fill in, and looks so."""
    choices: tuple[str, ...] = ()
    """What may be chosen in this very cell, where the rows of a form differ."""
    shared: bool = False
    """Whether it is an answer of the whole county in a form for one actor: to read, and it looks so."""
    boxes: tuple[str, ...] = ()
    """What may be ticked in this cell, several at once; the text has those that are, a line each."""
    own: tuple[str, ...] = ()  # which of these take words of one's own after them
    long: bool = False
    """Whether a field to fill in has room for sentences."""
    unfilled: str = ""
    """What formats that are only read say where nobody has filled in a field."""
    beside: str = ""
    """What is told in grey after the first line of a cell that heads its row, on paper alone."""

    @property
    def is_unfilled(self) -> bool:
        """Whether it is a field that nobody has filled in, and reading it says so."""
        return self.blank and bool(self.unfilled) and not self.text.strip()


class Table(Frozen):
    """A table with a caption and a header row. `row_keys`, where given, name each row for reading it back."""

    type: Literal["table"] = "table"
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_keys: tuple[str, ...] = ()
    first_column_is_header: bool = False
    wide: bool = False
    """Whether it stands on pages turned sideways, however few its columns are."""
    for_screen: bool = False
    """Whether it is only filled in on a screen: a spreadsheet prints nothing of its sheet."""
    look: TableLook = "rows"
    name: str = ""
    """What texts before it call it (`tabell 4`); empty where none points at it."""


class Bar(Frozen):
    """A bar of a chart: a label, its value and the value as written."""

    label: str
    value: Decimal
    text: str


class Point(Frozen):
    """A value on a day (ISO), and the value as written."""

    day: str
    value: Decimal
    text: str


class Curve(Frozen):
    """What moves towards a target: the measured values in order of time, and the straight line from the base to it."""

    measured: tuple[Point, ...]
    base: Point | None = None
    target: Point | None = None
    unit: str = ""
    """What the scale counts, `%` or nothing."""


class Chart(Frozen):
    """A chart: a curve as a picture where there is one, else bars. Every format writes the numbers of the bars beside.

    `alternative` tells it in words. Formats without pictures draw the bars of a curve too. On paper the numbers do not
    stand beside a picture whose document has them in a table anyhow (`told_elsewhere`).
    """

    type: Literal["chart"] = "chart"
    title: str
    alternative: str
    bars: tuple[Bar, ...]
    most: Decimal
    curve: Curve | None = None
    told_elsewhere: bool = False


class Picture(Frozen):
    """A picture of what stands in tables beside it; a format without pictures writes its words alone.

    `alternative` tells it in words, for those who cannot see it too.
    """

    type: Literal["picture"] = "picture"
    title: str
    alternative: str
    drawn: Annotated[TimeLine | Need, Field(discriminator="kind")]


class PageBreak(Frozen):
    """The following starts on a new page where the format has pages."""

    type: Literal["page_break"] = "page_break"


Block = Annotated[
    Heading | Paragraph | Bullets | Facts | FormFields | Ticks | Table | Chart | Picture | PageBreak,
    Field(discriminator="type"),
]


class DateEvent(Frozen):
    """A whole day in a calendar export, with a key that stays the same between exports."""

    key: str
    day: str
    until: str = ""
    """The last of its days, where it lasts for several."""
    title: str
    description: str = ""
    alarm: int | None = Field(default=None, ge=0)
    """How many days before its first day the calendar reminds of it; None for no reminder."""


#: `book` has a cover and a list of contents where it is long; `short` is a few pages that are read at once, with small
#: headings; `signed` is a form to sign in ink, as dense as a page with room for ink allows.
Shape = Literal["book", "short", "signed"]


class Document(Frozen):
    """A whole document.

    `name` is the document's name on the command line (`checklista`). `meta` says county, plan year, requirement set,
    standing, revision and date, and stands first in every format. `generated` is the ISO time the content is dated:
    the plan's last change, not the moment of export, so that the same plan gives the same bytes.
    """

    name: str
    title: str
    subtitle: str = ""
    language: str = "sv-SE"
    mark: str = ""
    """What stands in the header of every page of something that is not final: `UTKAST 7 september 2026`."""
    shape: Shape = "book"
    example: bool = False
    """Whether the content is invented; every page says so."""
    generated: str
    meta: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    events: tuple[DateEvent, ...] = ()
    grid_blocks: tuple[Block, ...] = ()
    """What the formats that are tables (xlsx, csv) show instead of `blocks`; empty where they show the same."""
    paper_blocks: tuple[Block, ...] = ()
    """What stands on paper (pdf) instead of `blocks`, where a pen fills it in; empty where it is the same."""
    is_form: bool = False
    """Whether it is a form that goes out to be filled in: what it says about itself then stands last on its pages."""
    data: str = ""
    """Machine-readable JSON that a pdf carries with it: only what the document itself shows."""

    @property
    def compact(self) -> bool:
        """Whether it has small headings and neither cover nor list of contents."""
        return self.shape != "book"

    @property
    def pages(self) -> tuple[Block, ...]:
        """What stands on paper."""
        return self.paper_blocks or self.blocks

    @property
    def tables(self) -> tuple[Block, ...]:
        """What the formats that are tables show."""
        return self.grid_blocks or self.blocks
