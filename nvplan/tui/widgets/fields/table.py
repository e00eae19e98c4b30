"""The field for a table: rows that are added, changed and removed one at a time, or pasted from a spreadsheet."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from nvplan.model.kinds.table import MOST_ROWS, rows_of, starting_rows
from nvplan.model.safetext import one_line
from nvplan.model.values import Row, Value, show_value
from nvplan.services.reading.pasted_rows import PastedRows, joined, read_pasted
from nvplan.texts import pasting as pasting_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal, literal_cell
from nvplan.tui.widgets.fields.base import AnswerField, NoteKind
from nvplan.tui.widgets.marked_table import MarkedTable

#: A cell in the overview is cut here; the whole text is in the row's own form.
_WIDEST = 60
#: A column that would be narrower than this is left to the row's own form.
_NARROWEST = 14
#: In so much room a row has so many lines at most: what it says is read without opening it.
_ROOMY, _LINES = 96, 3
#: The blanks on both sides of a cell.
_BETWEEN = 2
#: So much of a row's name is told.
_NAMED = 40
#: The width of the field in the smallest window.
_SMALL = 76


#: The keys that mark a row where none is marked.
MARKS = frozenset({"up", "down", "home", "end", "pageup", "pagedown", "space"})


class TableField(AnswerField):
    """A field for `tabell`. No row is marked until the person marks one; until then Enter goes on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,insert", "add_row", planner_texts.KEY_ADD_ROW, show=False),
        Binding("delete", "remove_row", planner_texts.KEY_REMOVE_ROW, show=False),
    ]

    _fits_in = 0
    """The room that the columns were last fitted to."""
    _left_out = ""
    """Which columns there is no room for, in words."""
    _pasted: PastedRows | None = None
    """What was pasted and is not known to be on disk."""

    def compose(self) -> ComposeResult:
        """Compose the table and its note."""
        yield MarkedTable(cursor_type="row", show_cursor=False)
        yield Static("", classes="note left-out", markup=False)
        yield self._note

    def on_mount(self) -> None:
        """Fill the table."""
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if self._room != self._fits_in:
            self._fill()

    @property
    def rows(self) -> list[Row]:
        """The rows as stored; for a table that nobody has touched, those it starts from."""
        return rows_of(self.value) if isinstance(self.value, list) else starting_rows(self.asked)

    def _fill(self) -> None:
        """Show the rows in as many columns as there is room for; what is left out stands in the row's own form."""
        table = self.query_one(DataTable)
        standing, marked = table.cursor_row, table.show_cursor
        table.clear(columns=True)
        self._fits_in = self._room
        headings = [column.label + (f" ({column.unit})" if column.unit else "") for column in self.asked.inner]
        cells = [[show_value(column, row.get(column.id), "") for column in self.asked.inner] for row in self.rows]
        widths = column_widths([headings, *cells], self._fits_in)
        most = _LINES if self._fits_in >= _ROOMY else 1
        heads = [_in_lines(heading, width, most) for heading, width in zip(headings, widths, strict=False)]
        for heading, column, width in zip(heads, self.asked.inner, widths, strict=False):
            table.add_column(literal_cell(heading), key=column.id, width=width)
        table.header_height = _highest(heads)
        for row in cells:
            in_lines = [_in_lines(cell, width, most) for cell, width in zip(row, widths, strict=False)]
            table.add_row(*map(literal_cell, in_lines), height=_highest(in_lines))
        table.show_cursor = marked
        table.move_cursor(row=min(standing, max(0, table.row_count - 1)))
        if not self.rows:
            self.show_note(planner_texts.TABLE_EMPTY)
        hidden = headings[len(widths):] if self.rows else []
        self._left_out = planner_places_texts.columns_in_row(hidden) if hidden else ""
        self._tell_row()

    def _tell_row(self) -> None:
        """Say below the table which row is marked, so that it is read and not only seen, and what it has beside."""
        table, told = self.query_one(DataTable), ""
        if self._is_marked and table.cursor_type == "row" and table.cursor_row < len(self.rows):
            first = self.asked.inner[0]
            name = one_line(show_value(first, self.rows[table.cursor_row].get(first.id), ""), _NAMED)
            told = planner_places_texts.row_at(table.cursor_row + 1, len(self.rows), name)
        below = self.query_one(".left-out", Static)
        below.update(literal(" ".join(filter(None, (told, self._left_out)))))
        below.display = bool(told or self._left_out)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell which row is marked now."""
        self._tell_row()

    @property
    def _room(self) -> int:
        """Cells that the columns and the blanks between them have; before there is a width, that of a small window."""
        return (self.size.width or _SMALL) - 2

    def show_value(self, value: Value | None) -> None:
        """Show other rows, without saying that the person changed them."""
        self.value, self._pasted = value, None
        table = self.query_one(DataTable)
        standing = table.cursor_row
        self._fill()
        table.move_cursor(row=min(standing, max(0, table.row_count - 1)))

    def focus_input(self) -> None:
        """Put the cursor in the table."""
        self.query_one(DataTable).focus(scroll_visible=False)
        if self.rows and not self._is_marked:
            self.show_note(planner_texts.NO_ROW_MARKED)

    @property
    def _is_marked(self) -> bool:
        return self.query_one(DataTable).show_cursor

    def _mark(self) -> None:
        self.query_one(DataTable).show_cursor = True
        self._tell_row()

    def on_key(self, event: events.Key) -> None:
        """Mark the first row with an arrow, and go on with Enter while none is marked."""
        if self._is_marked:
            return
        if event.key == "enter":
            self.submit()
        elif event.key in MARKS and self.rows:
            self._mark()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Mark what is clicked."""
        self._mark()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Open the row."""
        event.stop()
        self._edit(event.cursor_row)

    def action_add_row(self) -> None:
        """Open an empty row."""
        self._edit(len(self.rows))

    def action_edit_row(self) -> None:
        """Open the marked row."""
        self._edit(self.query_one(DataTable).cursor_row)

    def action_remove_row(self) -> None:
        """Take the marked row away; undo brings it back."""
        rows, standing = self.rows, self.query_one(DataTable).cursor_row
        if self._is_marked and rows and standing < len(rows):
            self._take([*rows[:standing], *rows[standing + 1:]])

    def _edit(self, place: int) -> None:
        from nvplan.tui.screens.boxes.row import RowScreen

        self._mark()
        rows = self.rows
        row = rows[place] if place < len(rows) else {}

        def done(changed: Row | None) -> None:
            self.is_busy = False
            self.post_message(self.Left(self))
            if changed is not None:
                self._take([*rows[:place], *([changed] if changed else []), *rows[place + 1:]])

        self.is_busy = True  # the rows below the box stay as they were when it was opened
        self.app.push_screen(RowScreen(self.asked, place + 1, row), done)

    def _take(self, rows: list[Row], pasted: PastedRows | None = None) -> None:
        self.show_value(rows)
        self._pasted = pasted
        self.tell(rows)

    def on_paste(self, event: events.Paste) -> None:
        """Take rows copied from a spreadsheet; they are seen at once, and told of when they are on disk."""
        event.stop()
        touched = self.rows if isinstance(self.value, list) else []
        pasted = read_pasted(self.asked, event.text, MOST_ROWS - len(touched))
        if pasted.rows:
            self._take(joined(self.asked, touched, pasted.rows), pasted)
        elif pasted.faults or pasted.notes:
            self._explain(pasted, planner_places_texts.FAULTS_NONE_SAVED)

    def show_note(self, text: str, kind: NoteKind = "calm") -> None:
        """Say what became of it; of pasted rows when it is known whether they are on disk, and not before."""
        pasted, saved = self._pasted, kind == "good"
        if pasted is None or kind == "calm":
            super().show_note(text, kind)
            return
        self._pasted = None
        told = pasting_texts.rows_saved(len(pasted.rows)) if saved else ""
        super().show_note(f"{text}. {told}" if told else text, kind)
        if not saved:
            self._explain(pasted, text)
        elif pasted.faults:
            refused = pasting_texts.rows_refused(pasted.refused) if pasted.refused else ""
            self._explain(pasted, " ".join(filter(None, [told, refused, *pasted.notes])))
        else:
            self.notify(" ".join([told, *pasted.notes]), markup=False)

    def _explain(self, pasted: PastedRows, last: str) -> None:
        """Open the list of what is not taken in."""
        from nvplan.tui.screens.boxes.faults import FaultsBox

        told = pasted.faults or ([] if pasted.rows else pasted.notes)
        if told and self.is_attached:
            self.call_later(self.app.push_screen, FaultsBox([*told, last]))


def _in_lines(cell: str, width: int, most: int) -> str:
    """Return what a cell says on so many lines at most; what has no room ends with `…`."""
    if most == 1:
        return one_line(cell, width)
    return "\n".join(textwrap.wrap(one_line(cell), width, max_lines=most, placeholder="…"))


def _highest(cells: Sequence[str]) -> int:
    """Return how many lines the highest of some cells has."""
    return max((cell.count("\n") for cell in cells), default=0) + 1


def column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return how wide each column is within so many cells: the last ones are left out where all would be too narrow.

    The first column keeps so much that its rows are told apart, as far as half of the room.
    """
    natural = [min(_WIDEST, max(1, *(cell_len(row[place]) for row in rows))) for place in range(len(rows[0]))]
    first = min(natural[0], max(_NARROWEST, min(room // 2, _told_apart([row[0] for row in rows[1:]]))))
    kept = len(natural)
    while kept > 1 and first + _BETWEEN + sum(
            min(width, _NARROWEST) + _BETWEEN for width in natural[1:kept]) > room:
        kept -= 1
    widths = natural[:kept]
    over = sum(widths) + _BETWEEN * kept - room
    floors = [first if kept > 1 else 1, *[1] * (kept - 1)]
    while over > 0 and (free := [place for place in range(kept) if widths[place] > floors[place]]):
        widths[max(free, key=lambda place: widths[place])] -= 1
        over -= 1
    return widths


def _told_apart(names: Sequence[str]) -> int:
    """Return how wide a column must be for different names to look different in it."""
    apart, width = len(set(names)), 1
    widest = max((cell_len(name) for name in names), default=1)
    while width < widest and len({one_line(name, width) for name in names}) < apart:
        width += 1
    return width
