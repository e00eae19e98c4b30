"""The field for a table whose rows are given: its cells are answered in the grid, as in the table over the actors.

A digit chooses and goes on downward, j and n answer yes and no, and a letter or a figure begins what is typed.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Static

from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.values import Cell, check_value, show_value
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fields import LOOKS
from nvplan.tui.widgets.fields.table import TableField
from nvplan.tui.widgets.fields.typed_names import RestOfWord
from nvplan.tui.widgets.marked_table import MarkedTable


class FixedRowsField(TableField):
    """A table with given rows. The cursor is a cell; Enter opens the whole row."""

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("backspace", "clear_cell", planner_places_texts.KEY_CLEAR_CELL)

    def compose(self) -> ComposeResult:
        """Compose the table, how its cells are answered, and its note."""
        self._rest = RestOfWord()
        yield MarkedTable(cursor_type="cell", show_cursor=False)
        yield Static("", classes="note left-out", markup=False)
        yield Static("", classes="note legend", markup=False)
        yield self._note

    def on_mount(self) -> None:
        """Hide the legend until a cell is marked. Textual fills the table, as it calls what this stands over."""
        self.query_one(".legend").display = False

    @property
    def _table(self) -> DataTable[object]:
        return self.query_one(DataTable)

    @property
    def _column(self) -> Column:
        return self.asked.inner[self._table.cursor_column]

    def _fill(self) -> None:
        """Show the rows; the cursor stays in its column."""
        column = self._table.cursor_column
        super()._fill()
        self._table.move_cursor(column=column)

    def _mark(self) -> None:
        """Show the cursor, beside the heading of its row."""
        super()._mark()
        self._table.move_cursor(column=max(1, self._table.cursor_column))
        self._tell()

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Tell how the cell is answered; the headings are no cells to stand in."""
        event.stop()
        if self._is_marked and self._table.cursor_column == 0 and len(self._table.ordered_columns) > 1:
            self._table.move_cursor(column=1)
        elif self._is_marked:
            self._tell()

    def _tell(self) -> None:
        column = self._column
        options = " · ".join(f"{number} {option.label}" for number, option in enumerate(column.options, 1))
        unit = planner_places_texts.MATRIX_UNIT.format(unit=column.unit) if column.unit else ""
        told = LOOKS[column].in_matrix.format(options=options, unit=unit)
        at, first = self._table.cursor_row, self.asked.inner[0]
        row = show_value(first, self.rows[at].get(first.id), "") if at < len(self.rows) else ""
        told = f"{column.label} {told}" if column.label.endswith("?") else f"{column.label}. {told}"
        legend = self.query_one(".legend", Static)
        legend.update(literal(planner_places_texts.MATRIX_CELL.format(actor=row, question=told) if row else told))
        legend.display = True

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Open the row."""
        event.stop()
        self._edit(event.coordinate.row)

    def on_key(self, event: events.Key) -> None:
        """Answer the cell at hand with what is typed; mark the first with an arrow where none is marked."""
        typed = event.character or ""
        if not self._is_marked or not (event.is_printable and typed.strip()) or typed == "+":
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()
        if self._rest.takes(typed) or self._table.cursor_row >= len(self.rows):
            return
        value = kind_of(self._column).by_key(self._column, typed)
        if value is not None:
            self._rest.after(show_value(self._column, value) if typed.isalpha() else "")
            self._give(value)
        elif kind_of(self._column).is_chosen or self._column.picks or self._has_lines:
            self._edit(self._table.cursor_row)
        else:
            self._type(typed)

    @property
    def _has_lines(self) -> bool:
        """Whether the cell holds several lines, which one line cannot show."""
        value = self.rows[self._table.cursor_row].get(self._column.id)
        return isinstance(value, str) and "\n" in value

    def _give(self, value: Cell | None) -> None:
        """Put a value in the cell at hand and go on downward."""
        at, rows = self._table.cursor_row, [dict(row) for row in self.rows]
        if value is None:
            rows[at].pop(self._column.id, None)
        else:
            rows[at][self._column.id] = value
        self._take(rows)
        self._table.move_cursor(row=min(at + 1, len(rows) - 1))

    def action_clear_cell(self) -> None:
        """Empty the cell at hand; undo brings it back."""
        at = self._table.cursor_row
        if self._is_marked and at < len(self.rows) and self._column.id in self.rows[at]:
            rows = [dict(row) for row in self.rows]
            del rows[at][self._column.id]
            self._take(rows)

    def _type(self, typed: str) -> None:
        """Ask for the cell's text or number, begun with what was typed; what cannot be read stays in the box."""
        from nvplan.tui.screens.boxes.typing import TypeBox

        column = self._column

        def check(given: str) -> str:
            try:
                check_value(column, given)
            except InputError as error:
                return str(error)
            return ""

        def done(given: str | None) -> None:
            self.is_busy = False
            self.post_message(self.Left(self))
            if given is not None:
                value = check_value(column, given)
                self._give(value if isinstance(value, Cell) else None)

        self.is_busy = True  # the rows below the box stay as they were when it was opened
        heading = show_value(self.asked.inner[0], self.rows[self._table.cursor_row].get(self.asked.inner[0].id), "")
        label = column.label + (f" ({column.unit})" if column.unit else "")
        self.app.push_screen(TypeBox(heading, typed, planner_places_texts.CELL_TYPED, label, check), done)
