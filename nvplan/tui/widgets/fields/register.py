"""The field of a step that shows a register: its entries with what each lacks, one to open, one to add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from nvplan.model.kinds.register import IDENTITY, LACKS, TITLE
from nvplan.model.kinds.table import rows_of
from nvplan.model.safetext import one_line
from nvplan.model.values import Row, Value
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal_cell
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.fields.table import MARKS
from nvplan.tui.widgets.marked_table import MarkedTable

#: How much of an entry's title and of what it lacks is shown; the whole of it is in its own form.
_TITLE, _LACKS, _ALONE = 44, 30, 64


class RegisterField(AnswerField):
    """A field for `register`: nothing is typed in it. Enter opens an entry that is marked, + adds one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,insert", "add_entry", planner_places_texts.KEY_ADD_ENTRY, show=False),
    ]

    @dataclass
    class Opened(Message):
        """The person wants to see an entry; without an id, to add the one with this title, or any."""

        identity: str = ""
        title: str = ""

    def compose(self) -> ComposeResult:
        """Compose the list and its note."""
        yield MarkedTable(cursor_type="row", show_cursor=False)
        yield self._note

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    @property
    def rows(self) -> list[Row]:
        """The entries."""
        return rows_of(self.value)

    def _fill(self) -> None:
        table = self.query_one(DataTable)
        title, lacking = map(literal_cell, planner_places_texts.REGISTER_COLUMNS)
        some = any(row.get(LACKS) for row in self.rows)  # a column that says the same in every row says nothing
        table.clear(columns=True)
        table.add_columns(*((title, lacking) if some else (title,)))
        for row in self.rows:
            lacks = str(row.get(LACKS, "")) or planner_places_texts.REGISTER_WHOLE
            cells = (one_line(str(row[TITLE]), _TITLE if some else _ALONE), one_line(lacks, _LACKS))
            table.add_row(*(literal_cell(cell) for cell in cells[:len(table.columns)]))
        table.display = bool(self.rows)
        self.show_note(planner_places_texts.register_told(len(self.rows), sum(bool(row.get(LACKS))
                                                                              for row in self.rows)))

    def show_value(self, value: Value | None) -> None:
        """Show the entries as they are now."""
        self.value = value
        table = self.query_one(DataTable)
        standing = table.cursor_row
        self._fill()
        table.move_cursor(row=min(standing, max(0, table.row_count - 1)))

    def focus_input(self) -> None:
        """Put the cursor in the list, or on the field where there is no entry."""
        if self.rows:
            self.query_one(DataTable).focus(scroll_visible=False)
        else:
            self.can_focus = True
            self.focus(scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """Mark an entry with an arrow, and go on with Enter while none is marked."""
        table = self.query_one(DataTable)
        if table.show_cursor and self.rows:
            return
        if event.key == "enter":
            self.submit()
        elif event.key in MARKS and self.rows:
            table.show_cursor = True
        else:
            return
        event.stop()
        event.prevent_default()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Mark what is clicked."""
        self.query_one(DataTable).show_cursor = True

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Open the entry."""
        event.stop()
        self.action_open_entry()

    def action_open_entry(self) -> None:
        """Open the marked entry, or add the one that is missing there."""
        rows, standing = self.rows, self.query_one(DataTable).cursor_row
        if rows and standing < len(rows):
            self.post_message(self.Opened(str(rows[standing].get(IDENTITY, "")), str(rows[standing][TITLE])))

    def action_add_entry(self) -> None:
        """Add an entry."""
        self.post_message(self.Opened())
