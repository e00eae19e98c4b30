"""The field for a table: rows that are added, changed and removed one at a time, or pasted from a spreadsheet."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from nvplan.model.kinds.table import rows_of, starting_rows
from nvplan.model.safetext import one_line
from nvplan.model.values import Row, Value, show_value
from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal_cell
from nvplan.tui.widgets.fields.base import AnswerField

#: A cell in the overview is cut here; the whole text is in the row's own form.
_WIDEST = 28


class TableField(AnswerField):
    """A field for `tabell`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,insert", "add_row", planner_texts.KEY_ADD_ROW, show=False),
        Binding("delete", "remove_row", planner_texts.KEY_REMOVE_ROW, show=False),
    ]

    def compose(self) -> ComposeResult:
        """Compose the table and its note."""
        yield DataTable(cursor_type="row", zebra_stripes=True)
        yield self._note

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        for column in self.asked.inner:
            table.add_column(literal_cell(column.label + (f" ({column.unit})" if column.unit else "")), key=column.id)
        self._fill()

    @property
    def rows(self) -> list[Row]:
        """The rows as stored; for a table that nobody has touched, those it starts from."""
        return rows_of(self.value) if isinstance(self.value, list) else starting_rows(self.asked)

    def _fill(self) -> None:
        table = self.query_one(DataTable)
        table.clear()
        for row in self.rows:
            shown = (show_value(column, row.get(column.id), "") for column in self.asked.inner)
            table.add_row(*(literal_cell(one_line(cell, _WIDEST)) for cell in shown))
        if not self.rows:
            self.show_note(planner_texts.TABLE_EMPTY)

    def show_value(self, value: Value | None) -> None:
        """Show other rows, without saying that the person changed them."""
        self.value = value
        table = self.query_one(DataTable)
        standing = table.cursor_row
        self._fill()
        table.move_cursor(row=min(standing, max(0, table.row_count - 1)))

    def focus_input(self) -> None:
        """Put the cursor in the table."""
        self.query_one(DataTable).focus(scroll_visible=False)

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
        if rows and standing < len(rows):
            self._take([*rows[:standing], *rows[standing + 1:]])

    def _edit(self, place: int) -> None:
        from nvplan.tui.screens.questions.row import RowScreen

        rows = self.rows
        row = rows[place] if place < len(rows) else {}

        def done(changed: Row | None) -> None:
            if changed is not None:
                self._take([*rows[:place], *([changed] if changed else []), *rows[place + 1:]])

        self.app.push_screen(RowScreen(self.asked, place + 1, row), done)

    def _take(self, rows: list[Row]) -> None:
        self.show_value(rows)
        self.tell(rows)

    def on_paste(self, event: events.Paste) -> None:
        """Take rows copied from a spreadsheet: a line a row, tabs between the cells."""
        lines = [line for line in event.text.splitlines() if line.strip()]
        if not lines:
            return
        event.stop()
        names = [column.id for column in self.asked.inner]
        pasted: list[Row] = [{name: cell.strip() for name, cell in zip(names, line.split("\t"), strict=False)
                              if cell.strip()} for line in lines]
        given = [*(row for row in self.rows if isinstance(self.value, list)), *pasted]
        self.tell(given)
        self.notify(planner_texts.TABLE_PASTED.format(count=len(pasted)), markup=False)
