"""A table that fits its window: the first column takes the room that is left, and the last ones give way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from nvplan.model.safetext import one_line
from nvplan.tui.literal import literal_cell

#: A column beside the flexible one is never wider than this; that one does not give way below the other.
_WIDEST, LEAST = 26, 25
#: The space on both sides of a cell.
_PADDING = 2
#: So many rows say how wide a column need be; the rest are cut where they are wider.
_MEASURED = 300


@dataclass(frozen=True)
class TableRow:
    """A row: its id, its cells, and the names of theme colours for some of them, by column."""

    id: str
    cells: tuple[str, ...]
    colours: dict[int, str] = field(default_factory=dict)


class ObjectTable(DataTable[Text]):
    """Shows rows, each found again by its id. A row that has changed is drawn anew without touching the others."""

    def __init__(self, *, flexible: int = 0, widest: int = _WIDEST) -> None:
        """Make the table; the column `flexible` takes the room that is left, the others are at most `widest`."""
        super().__init__(cursor_type="row", zebra_stripes=True, id="rows")
        self._flexible, self._widest = flexible, widest
        self._layout: tuple[tuple[str, int], ...] = ()
        self._kept: tuple[int, ...] = ()
        self._rows: list[TableRow] = []

    def on_click(self, event: events.Click) -> None:
        """Let a click on the marked row open it, wherever in the row it is; a click on another row marks that one."""
        place = event.style.meta
        if place.get("row", -1) >= 0 and place["row"] == self.cursor_row:
            self.cursor_coordinate = Coordinate(place["row"], place["column"])

    @property
    def marked(self) -> str:
        """The id of the marked row, empty where there is none."""
        return self._rows[self.cursor_row].id if 0 <= self.cursor_row < len(self._rows) else ""

    @property
    def ids(self) -> list[str]:
        """The ids of the rows in order."""
        return [row.id for row in self._rows]

    def mark(self, identity: str) -> None:
        """Put the cursor on the row with this id, where there is one."""
        if identity in self.ids:
            self.move_cursor(row=self.ids.index(identity), animate=False)

    def show_rows(self, headings: Sequence[str], rows: Sequence[TableRow], room: int, least: int = LEAST) -> None:
        """Show rows within so many characters, the flexible column at least `least` of them.

        The cursor stays on the row where it stood.
        """
        kept, widths = _fit(headings, rows, room - 1, self._flexible, self._widest, least)
        layout = tuple((headings[place], width) for place, width in zip(kept, widths, strict=True))
        same = layout == self._layout and [row.id for row in rows] == self.ids
        before, self._rows = self._rows, list(rows)
        row_number = max(0, self.cursor_row)
        standing = before[row_number].id if row_number < len(before) else ""
        if same:
            self._update(before)
            return
        self.clear(columns=layout != self._layout)
        if layout != self._layout:
            for heading, width in layout:
                self.add_column(literal_cell(one_line(heading, width)), width=width)
        self._layout, self._kept = layout, tuple(kept)
        for row in rows:
            self.add_row(*self._cells(row), key=row.id)
        self.move_cursor(row=min(row_number, max(0, len(rows) - 1)), animate=False)
        self.mark(standing)

    def _update(self, before: Sequence[TableRow]) -> None:
        for number, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                for place, cell in enumerate(self._cells(new)):
                    self.update_cell_at((number, place), cell)  # type: ignore[arg-type]

    def _cells(self, row: TableRow) -> list[Text]:
        return [self._cell(row, column, width) for column, (_, width) in zip(self._kept, self._layout, strict=True)]

    def _cell(self, row: TableRow, column: int, width: int) -> Text:
        cell = literal_cell(one_line(row.cells[column], width))
        colour = self.app.theme_variables.get(row.colours.get(column, ""), "")
        if colour.startswith("#"):
            cell.stylize(f"bold {colour}")
        return cell


def _fit(headings: Sequence[str], rows: Sequence[TableRow], room: int, flexible: int, widest: int,
         least: int) -> tuple[list[int], list[int]]:
    """Return which columns there is room for and how wide each is."""
    natural = [min(widest, max([cell_len(heading), *(cell_len(row.cells[place]) for row in rows[:_MEASURED])]))
               for place, heading in enumerate(headings)]
    kept = list(range(len(headings)))
    while True:
        others = sum(natural[place] for place in kept if place != flexible) + _PADDING * len(kept)
        if room - others >= least or len(kept) <= 2:
            break
        kept.remove(max(place for place in kept if place != flexible))
    widths = [max(10, room - others) if place == flexible else natural[place] for place in kept]
    return kept, widths
