"""The table of the board: how many insatser there are of each state and spread, with their sums."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal_cell
from nvplan.tui.widgets.effort_cells import SHORT_HEADINGS, SUM, count_cell, effort_words

_ROWS, _COLUMNS = (*EFFORT_STATES, NOT_GIVEN, SUM), (*EFFORT_SPREADS, NOT_GIVEN, SUM)


class EffortMatrix(DataTable[Text]):
    """State against spread; the cursor says which insatser are meant."""

    def __init__(self) -> None:
        super().__init__(cursor_type="cell", id="board-matrix")
        self._wide: bool | None = None

    def fit(self, *, wide: bool) -> None:
        """Make the columns, with whole words where there is room; the cursor begins on the sum of all."""
        if wide is self._wide:
            return
        standing = self.cursor_coordinate if self._wide is not None else Coordinate(len(_ROWS) - 1, len(_COLUMNS))
        self._wide = wide
        self.clear(columns=True)
        self.add_column(literal_cell(planner_objects_texts.BOARD_STATE), width=13)
        for spread in _COLUMNS:
            words = effort_words("spread", spread)
            heading = literal_cell(words if wide else SHORT_HEADINGS.get(spread, words))
            heading.justify = "right"
            self.add_column(heading, width=max(7, len(heading.plain)))
        for state in _ROWS:
            self.add_row(literal_cell(effort_words("state", state)), *(literal_cell("") for _ in _COLUMNS), key=state)
        self.move_cursor(row=standing.row, column=standing.column)

    def fill(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Show the counts by state and spread, and their sums."""
        for row, state in enumerate(_ROWS):
            counted = [counts[state]] if state != SUM else list(counts.values())
            for column, spread in enumerate(_COLUMNS):
                count = sum(sum(by_spread.values()) if spread == SUM else by_spread[spread] for by_spread in counted)
                self.update_cell_at(Coordinate(row, column + 1), count_cell(count, SUM in (state, spread)))

    @property
    def filters(self) -> dict[str, str]:
        """The state and the spread of the marked cell; a sum leaves its own out."""
        spread = _COLUMNS[max(0, self.cursor_column - 1)] if self.cursor_column else SUM
        chosen = {"state": _ROWS[self.cursor_row], "spread": spread}
        return {field: value for field, value in chosen.items() if value != SUM}
