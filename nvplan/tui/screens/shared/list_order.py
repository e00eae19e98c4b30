"""The order of a list: as it stands, or sorted by a column that a key or a click on its heading has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from nvplan.model.collation import sort_key
from nvplan.services.reading.object_rows import SortValue, sorted_by
from nvplan.services.reading.places import Place
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import Command
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_commands import ORDER
from nvplan.tui.widgets.object_table import Drawable, ObjectTable, Sorting


class ListOrder(PlaceScreen):
    """A place with a list that can be sorted."""

    OFFERS: ClassVar[tuple[Command, ...]] = ORDER

    @property
    def table(self) -> ObjectTable:
        """The list."""
        return self.query_one(ObjectTable)

    def show_list(self) -> None:
        """Show the rows as they stand now."""
        raise NotImplementedError

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by in a column: its words in Swedish order; None where there are none."""
        return sort_key(row.cells[column]) if row.cells[column] else None

    @property
    def sorting(self) -> Sorting | None:
        """What the list is sorted by; None as it stands. It is remembered while the program runs."""
        return self.planner.sortings.get(self._sorted_as)

    @property
    def _sorted_as(self) -> str:
        return self.where.kind if isinstance(self.where, Place) else ""

    def in_order(self, rows: Sequence[Drawable]) -> Sequence[Drawable]:
        """Return the rows in the order that is chosen."""
        chosen = self.sorting
        if chosen is None:
            return rows
        return sorted_by(rows, lambda row: self.sort_value(row, chosen.column), backwards=chosen.backwards)

    def _sort(self, sorting: Sorting | None) -> None:
        if sorting is None:
            self.planner.sortings.pop(self._sorted_as, None)
        else:
            self.planner.sortings[self._sorted_as] = sorting
        self.show_list()

    def action_sort(self) -> None:
        """Sort by the next column, and after the last one not at all."""
        chosen, columns = self.sorting, self.table.columns
        after = [column for column in columns if chosen is None or column > chosen.column]
        self._sort(Sorting(after[0]) if after else None)

    def action_turn(self) -> None:
        """Turn the order."""
        chosen = self.sorting
        if chosen is None:
            self.planner.say(planner_objects_texts.NOT_SORTED)
        else:
            self._sort(replace(chosen, backwards=not chosen.backwards))

    def on_object_table_heading_chosen(self, event: ObjectTable.HeadingChosen) -> None:
        """Sort by the column whose heading was clicked; a second click turns the order, a third lets it go."""
        event.stop()
        chosen = self.sorting
        if chosen is None or chosen.column != event.column:
            self._sort(Sorting(event.column))
        else:
            self._sort(None if chosen.backwards else replace(chosen, backwards=True))
