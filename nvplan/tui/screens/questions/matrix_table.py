"""The table of a question over its actors: whole columns alone, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.services.reading.matrix import Matrix
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal_cell
from nvplan.tui.screens.questions.matrix_cells import COLUMN, HEADING_LINES, WIDEST, heading
from nvplan.tui.widgets.marked_table import MarkedTable

#: The name of an actor is cut here.
ACTOR = 23
#: The space around the cells of a column.
_AROUND = 2


class MatrixTable(MarkedTable):
    """The actors down and the questions across. A cell that is cut says something else than what it holds."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(id="matrix", cursor_type="cell", fixed_columns=1, header_height=HEADING_LINES)
        self._matrix = matrix
        self._named = min(ACTOR, max((len(actor.name) for actor in matrix.actors), default=0)
                          + len(planner_places_texts.MATRIX_MARK))
        self._whole = 1
        self.column = COLUMN
        """How wide the column of a question is."""

    def on_mount(self) -> None:
        """Take the room of the window."""
        self.fit(self.app.size.width)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show what each actor answers, in a column for the actors and one for each question; the cursor stays."""
        standing = self.cursor_coordinate
        self.clear(columns=True)
        self.add_column(literal_cell(planner_places_texts.MATRIX_ACTOR), width=self._named)
        alone = len(self._matrix.columns) == 1  # the question stands above the table, and is not said twice
        for question in self._matrix.columns:
            label = planner_places_texts.MATRIX_ANSWERS if alone else question.label
            self.add_column(literal_cell(heading(label, self.column)), width=self.column)
        for cells in rows:
            self.add_row(*map(literal_cell, cells))
        self.move_cursor(row=standing.row, column=standing.column)

    def fit(self, width: int) -> bool:
        """Take the room of whole columns in a window of so many cells; tell whether they are of another width now."""
        before, room = self.column, width - _AROUND - self._named
        self._whole = max(1, room // (COLUMN + _AROUND))
        shown = max(1, min(self._whole, len(self._matrix.columns)))
        self.column = max(COLUMN, min(WIDEST, room // shown - _AROUND))
        self.styles.max_width = _AROUND + self._named + self._whole * (self.column + _AROUND)
        return self.column != before

    @property
    def beside(self) -> tuple[int, int]:
        """How many questions stand to the left and to the right of those in view."""
        before = round(self.scroll_offset.x / (self.column + _AROUND))
        return before, max(0, len(self._matrix.columns) - self._whole - before)
