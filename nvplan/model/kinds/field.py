"""A field, whoever asks it: a question, a column of a table, a field of a shared object or an item of a report."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field as Limited

from nvplan.model.base import Frozen

#: What a question can be answered with.
QuestionKind = Literal["text", "langtext", "tal", "datum", "val", "flerval", "ja_nej", "tabell", "register"]
#: What a column of a `tabell` can hold.
ColumnKind = Literal["text", "tal", "datum", "val", "ja_nej"]
#: What a field of a shared object can hold.
ObjectKind = Literal["text", "langtext", "tal", "datum", "val", "flerval", "referens"]
#: What an item of a report can hold; `kronor` are whole kronor, `underskrift` is always left blank for ink.
ReportKind = Literal["text", "langtext", "tal", "kronor", "datum", "manad", "underskrift"]
#: Every kind; the class of each stands in nvplan.model.kinds.
KindName = Literal["text", "langtext", "tal", "datum", "val", "flerval", "ja_nej", "tabell", "register", "referens",
                   "kronor", "manad", "underskrift"]
#: What a `referens` points at: an actor, a requirement, a question, another shared object, something in data/.
Target = Literal["aktor", "krav", "fraga", "kapitel", "mal", "insats", "malomrade", "matkalla", "rapporttillfalle",
                 "hinder", "mote", "motespunkt", "inlagg",
                 "nationellt_mal", "indikator", "formular", "granskningsregel"]


class Option(Frozen):
    """One of the coded values of a `val` or `flerval`."""

    id: str
    label: str
    help: str = ""
    former: tuple[str, ...] = ()
    """What it was called in older versions: a form that was filled in then still comes in."""
    also: tuple[str, ...] = ()
    """Other words that people write and that mean it."""
    alone: bool = False
    """Whether it leaves no room for another choice beside it, as «Inga ännu» does not."""
    own: bool = False
    """Whether it takes words of one's own beside it, as «Annan målgrupp» in a list that cannot be complete does."""
    unit: str = ""
    """In a table: the unit of the numbers beside it in its row, where a column has several (`procent` or an index)."""


class Field(Frozen):
    """What is asked for in one place: what it is called, what it takes, and within which bounds.

    `unit`, `least`, `most` (in that unit) and `decimals` are for numbers; for a `flerval`, `most` is how many may be
    chosen. `options` are for coded values, `longest` (in characters) for texts. Everything that depends on the kind is
    done by the kind's own class.
    """

    id: str
    label: str
    former: tuple[str, ...] = ()
    """What it was called in older versions: a form that was filled in then, or a list, still comes in."""
    kind: KindName = "text"
    options: tuple[Option, ...] = ()
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = None
    longest: int = Limited(default=20_000, gt=0)
    hint: str = ""
    """A few words about the form of the answer."""
    required: bool = False

    #: Whether a `text` keeps its line breaks.
    keeps_lines: ClassVar[bool] = False

    @property
    def inner(self) -> "tuple[Column, ...]":
        """The columns of a table; none for other kinds."""
        return ()

    @property
    def headings(self) -> tuple[str, ...]:
        """What the rows of a table that nobody has touched are called, in its first column."""
        return ()

    @property
    def points_at(self) -> Target | None:
        """What a reference points at; nothing for other kinds."""
        return None


class Column(Field):
    """A column of a `tabell`. A text in it may have several lines; a `required` cell is asked for in every row."""

    kind: ColumnKind = "text"
    picks: Target | None = None
    """For a text: the register whose names it is offered, as a figure's source is offered the mätkällor."""

    keeps_lines: ClassVar[bool] = True
