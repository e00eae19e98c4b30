"""The table of the board: how many insatser there are of each state and spread, with their sums."""

from __future__ import annotations

from collections.abc import Sequence

from textual.coordinate import Coordinate

from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal_cell
from nvplan.tui.widgets.effort_cells import SHORT_HEADINGS, SUM, count_cell, effort_words
from nvplan.tui.widgets.effort_summary import Counts, EffortSummary
from nvplan.tui.widgets.marked_table import MarkedTable


class EffortMatrix(MarkedTable):
    """State against spread; the cursor says which insatser are meant."""

    def __init__(self) -> None:
        super().__init__(cursor_type="cell", id="board-matrix")
        self._laid: tuple[bool, Sequence[str], Sequence[str]] | None = None
        """Whether it is wide, and its rows and columns, as they stand."""

    def fill(self, counts: Counts, *, wide: bool) -> None:
        """Show the counts by state and spread, and their sums; the cursor begins on the sum of all.

        What nobody has given has a row or a column only where there is any of it.
        """
        summary = EffortSummary(counts)
        states, spreads = summary.states, summary.spreads
        if (wide, states, spreads) != self._laid:
            self._lay(wide, states, spreads)
        for row, state in enumerate(states):
            for column, spread in enumerate(spreads, 1):
                cell = count_cell(summary.count(state, spread), SUM in (state, spread))
                self.update_cell_at(Coordinate(row, column), cell)

    def _lay(self, wide: bool, states: Sequence[str], spreads: Sequence[str]) -> None:
        """Make the rows and columns, with whole words where there is room."""
        begins = Coordinate(len(states) - 1, len(spreads))
        standing = self.cursor_coordinate if self._laid is not None else begins
        self._laid = wide, states, spreads
        self.clear(columns=True)
        self.add_column(literal_cell(planner_objects_texts.BOARD_STATE), width=13)
        for spread in spreads:
            words = effort_words("spread", spread)
            heading = literal_cell(words if wide else SHORT_HEADINGS.get(spread, words))
            heading.justify = "right"
            self.add_column(heading, width=max(7, len(heading.plain)))
        for state in states:
            self.add_row(literal_cell(effort_words("state", state)), *(literal_cell("") for _ in spreads), key=state)
        self.move_cursor(row=min(standing.row, begins.row), column=min(standing.column, begins.column))

    @property
    def filters(self) -> dict[str, str]:
        """The state and the spread of the marked cell; a sum leaves its own out."""
        if self._laid is None:
            return {}
        _, states, spreads = self._laid
        spread = spreads[self.cursor_column - 1] if self.cursor_column else SUM
        chosen = {"state": states[self.cursor_row], "spread": spread}
        return {field: value for field, value in chosen.items() if value != SUM}
