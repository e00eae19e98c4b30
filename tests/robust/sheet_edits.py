"""A returned sheet as people edit it, kept beside the file so that what differs can be counted without nvplan."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

KEY = "Nyckel"
#: What the program writes for nothing given; emptying such a cell says nothing new.
BLANK = {"inte angivet", "inte besvarad", "–", "inget underlag angivet", "inte bedömt", "inte påbörjat"}
#: Headings of columns that take any text.
FREE = ("Motivering", "Underlag", "Syfte", "Resurser", "Prestation", "Effekt", "Lärdomar", "Svårigheter")
#: Headings that tell which post a row is about; without the key a row is known by them.
NAMING = ("Id", "Aktör", "Rubrik")


@dataclass(frozen=True)
class Made:
    """One cell: which exported cell it is (row key and heading, or none), what that said, and what stands there now."""

    origin: tuple[str, str] | None
    was: Any
    now: Any
    style: Any = None
    extra: str = ""
    """`formula`, `error`, `struck` or `comment`: what is done to the cell besides its text."""
    comment: bool = False
    same: bool = False
    """Whether the text only looks different: spaces, a number as text, a day in words."""

    @property
    def differs(self) -> bool:
        """Whether the cell says something new."""
        if self.extra:
            return True
        if self.origin is None:
            return self.now not in (None, "")
        if self.same or self.now == self.was:
            return False
        return not bool(self.now in (None, "") and (self.was in (None, "") or self.was in BLANK))


@dataclass
class Table:
    """A table in a sheet: its headings, and its rows with a cell for each heading."""

    name: str
    headings: list[str]
    shown: list[str]
    """The headings as they stand, changed or not."""
    rows: list[list[Made]]
    chance: random.Random
    number: int = 0
    done: list[str] = field(default_factory=list)
    beside: int = 0
    """How many cells beside the table someone has written in."""
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    copies: list[list[list[Made]]] = field(default_factory=list)

    def fresh(self) -> str:
        """Return a text that stands nowhere else."""
        self.number += 1
        return f"Ändrat {self.number} åäö"

    def places(self, *, naming: bool = True) -> Iterator[tuple[int, int]]:
        """Yield every cell of an exported row but its key."""
        for at, row in enumerate(self.rows):
            for place, cell in enumerate(row):
                free = naming or self.headings[place] not in NAMING
                if cell.origin and self.headings[place] != KEY and free and not cell.extra:
                    yield at, place

    def pick(self, where: Callable[[Made], bool] = lambda _: True, *, naming: bool = True) -> tuple[int, int] | None:
        """Return some cell."""
        found = [one for one in self.places(naming=naming) if where(self.rows[one[0]][one[1]])]
        return self.chance.choice(found) if found else None

    def put(self, at: tuple[int, int], **change: Any) -> None:
        """Change one cell."""
        self.rows[at[0]][at[1]] = replace(self.rows[at[0]][at[1]], **change)

    def differing(self) -> list[Made]:
        """Return every cell that says something new, by the rule."""
        found = []
        for rows in (self.rows, *self.copies):
            for row in rows:
                for place, cell in enumerate(row):
                    twins = [other for at, other in enumerate(row) if self.headings[at] == self.headings[place]]
                    silent = cell.now in (None, "") and any(other.now not in (None, "") for other in twins)
                    if self.headings[place] != KEY and cell.differs and not silent:
                        found.append(cell)
        return found


def _naming_free(table: Table) -> bool:
    """Whether rows can be told without their key: nobody has written in what names them."""
    return not any(cell.differs for row in table.rows for place, cell in enumerate(row)
                   if table.headings[place] in NAMING)


# -- cells ---------------------------------------------------------------------------------------------------------
def retype(table: Table) -> None:
    """Write something else in a cell."""
    if at := table.pick(naming="keyless" not in table.done):
        table.put(at, now=table.fresh(), same=False)


def write(table: Table) -> None:
    """Write in a cell that takes any text."""
    free = [(at, place) for at, place in table.places() if table.headings[place] in FREE]
    if free:
        table.put(table.chance.choice(free), now=table.fresh(), same=False)


def judge(table: Table) -> None:
    """Choose a judgement."""
    if "Bedömning" in table.headings:
        place = table.headings.index("Bedömning")
        row = table.chance.randrange(len(table.rows))
        cell = table.rows[row][place]
        if cell.origin and not cell.extra:
            table.put((row, place), now=table.chance.choice(["uppfyllt", "delvis uppfyllt"]), same=False)


def respace(table: Table) -> None:
    """Leave spaces at the end, or a kind of space that cannot break; it says the same."""
    if at := table.pick(lambda cell: isinstance(cell.now, str) and bool(cell.now) and cell.now == cell.was):
        text = table.rows[at[0]][at[1]].now
        table.put(at, now=text.replace(" ", "\u00a0") if table.chance.random() < 0.5 else f"{text}  ", same=True)


def as_text(table: Table) -> None:
    """Store a number or a day as text."""
    if at := table.pick(lambda cell: cell.now == cell.was and not isinstance(cell.now, str | bool | None)):
        value = table.rows[at[0]][at[1]].now
        table.put(at, now=str(value).split(" ")[0], same=True)


def empty(table: Table) -> None:
    """Empty a cell."""
    at = table.pick(lambda cell: cell.now not in (None, ""), naming="keyless" not in table.done)
    if at and table.headings.count(table.headings[at[1]]) == 1:
        table.put(at, now=None, same=False)


def odd(table: Table) -> None:
    """Leave a formula that nobody has worked out, an error value, or a text that is struck out."""
    if at := table.pick(lambda cell: cell.now not in (None, ""), naming=False):
        extra = table.chance.choice(["formula", "error", "struck"])
        now = {"formula": f'="{table.fresh()}"&"x"', "error": "#REF!"}.get(extra, table.rows[at[0]][at[1]].now)
        table.put(at, now=now, extra=extra)


def comment(table: Table) -> None:
    """Comment on a cell."""
    at = table.pick()
    if at and not table.rows[at[0]][at[1]].comment:
        table.put(at, comment=True)


# -- rows ----------------------------------------------------------------------------------------------------------
def sort(table: Table) -> None:
    """Sort the rows by some column."""
    if not table.merges:
        place = table.chance.randrange(len(table.headings))
        table.rows.sort(key=lambda row: str(row[place].now or ""), reverse=table.chance.random() < 0.5)
        table.hidden.clear()


def hide(table: Table) -> None:
    """Filter: hide some rows."""
    table.hidden |= {at for at in range(len(table.rows)) if table.chance.random() < 0.3}


def insert(table: Table) -> None:
    """Insert an empty row, a note or a new row."""
    if table.merges:
        return
    row = [Made(None, None, None) for _ in table.headings]
    texts = [place for place, heading in enumerate(table.headings) if heading not in (KEY, "Id")]
    for place in table.chance.sample(texts, table.chance.randint(0, 3)):
        row[place] = replace(row[place], now=table.chance.choice(["OBS: ", ""]) + table.fresh())
    table.rows.insert(table.chance.randint(0, len(table.rows)), row)


def copy_row(table: Table) -> None:
    """Copy a row with its key and change some of it."""
    keyed = [row for row in table.rows if row[0].origin]
    if not keyed or table.merges:
        return
    row = [replace(cell, comment=False) for cell in table.chance.choice(keyed)]
    places = [place for place, heading in enumerate(table.headings) if heading not in (KEY, "Id", "Aktör")
              and ("keyless" not in table.done or heading not in NAMING)]
    for place in table.chance.sample(places, table.chance.randint(0, 2)):
        if not row[place].extra:
            row[place] = replace(row[place], now=table.fresh(), same=False)
    table.rows.insert(table.chance.randint(0, len(table.rows)), row)


def delete_row(table: Table) -> None:
    """Take a row away."""
    if len(table.rows) > 2 and not table.merges:
        del table.rows[table.chance.randrange(len(table.rows))]


# -- columns -------------------------------------------------------------------------------------------------------
def delete_column(table: Table) -> None:
    """Take away a column that neither is the key nor names the rows."""
    places = [place for place, heading in enumerate(table.headings) if heading not in (KEY, *NAMING)]
    if len(places) > 4 and not table.merges:
        _drop(table, table.chance.choice(places))


def _drop(table: Table, place: int) -> None:
    for row in table.rows:
        del row[place]
    del table.headings[place], table.shown[place]


def reorder(table: Table) -> None:
    """Move the columns about."""
    if not table.merges:
        order = list(range(len(table.headings)))
        table.chance.shuffle(order)
        table.headings = [table.headings[place] for place in order]
        table.shown = [table.shown[place] for place in order]
        table.rows = [[row[place] for place in order] for row in table.rows]


def add_column(table: Table) -> None:
    """Insert a column with a heading of one's own, or none, and write in some of it."""
    if table.merges:
        return
    place = table.chance.randint(0, len(table.headings))
    heading = table.chance.choice(["Nämndens kommentar", "Prio", ""])
    table.headings.insert(place, heading or f"*{table.fresh()}")
    table.shown.insert(place, heading)
    for row in table.rows:
        row.insert(place, Made(None, None, table.fresh() if table.chance.random() < 0.2 else None))


def retitle(table: Table) -> None:
    """Change a heading: its case or its spaces, which says the same."""
    place = table.chance.randrange(len(table.headings))
    shown = table.shown[place]
    table.shown[place] = table.chance.choice([shown.upper(), shown.lower(), f" {shown} "])


def double(table: Table) -> None:
    """Copy a column beside itself, heading and all."""
    places = [place for place, heading in enumerate(table.headings) if heading != KEY and heading not in NAMING
              and table.headings.count(heading) == 1 and heading in _exported(table)]
    if places and not table.merges:
        place = table.chance.choice(places)
        table.headings.insert(place, table.headings[place])
        table.shown.insert(place, table.shown[place])
        for row in table.rows:
            row.insert(place, replace(row[place], comment=False))


def _exported(table: Table) -> set[str]:
    """Return the exported headings."""
    return {cell.origin[1] for row in table.rows for cell in row if cell.origin}


def lose_key(table: Table) -> None:
    """Take the column of keys away, or call it something else."""
    if "keyless" in table.done or not _naming_free(table) or table.merges or KEY not in table.headings:
        return
    if any(row[0].origin is None for row in table.rows) or any(one not in table.headings for one in ("Id",)):
        return
    place = table.headings.index(KEY)
    if table.chance.random() < 0.5:
        _drop(table, place)
    else:
        table.shown[place] = table.chance.choice(["nyckel", "ID-nr", ""])
    table.done.append("keyless")


CELL_EDITS = (retype, write, write, write, judge, respace, as_text, empty, odd, comment)
ROW_EDITS = (sort, hide, insert, copy_row, delete_row)
COLUMN_EDITS = (delete_column, reorder, add_column, retitle, double, lose_key)
