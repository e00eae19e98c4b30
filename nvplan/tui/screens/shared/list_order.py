"""The order of a list: as it stands, or sorted by a column that a key or a click on its heading has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nvplan.services.reading.places import Place
from nvplan.services.reading.row_order import sorted_by
from nvplan.tui.widgets.table_rows import Drawable, Sorting

if TYPE_CHECKING:
    from nvplan.tui.screens.shared.list_place import ListPlace


class ListOrder:
    """What the list of a place is sorted by. It is remembered by the list's name while the program runs."""

    def __init__(self, place: ListPlace) -> None:
        self._place = place

    @property
    def chosen(self) -> Sorting | None:
        """What the list is sorted by; None as it stands."""
        return self._place.planner.sortings.get(self._name)

    @property
    def _name(self) -> str:
        where = self._place.where
        return where.kind if isinstance(where, Place) else ""

    def sorted(self, rows: Sequence[Drawable]) -> Sequence[Drawable]:
        """Return the rows in the order that is chosen."""
        chosen = self.chosen
        if chosen is None:
            return rows
        return sorted_by(rows, lambda row: self._place.sort_value(row, chosen.column), backwards=chosen.backwards)

    def _take(self, sorting: Sorting | None) -> None:
        if sorting is None:
            self._place.planner.sortings.pop(self._name, None)
        else:
            self._place.planner.sortings[self._name] = sorting
        self._place.show_list()

    def sort_by_next(self) -> None:
        """Sort by the next column, and after the last one not at all."""
        chosen, columns = self.chosen, self._place.table.columns
        after = [column for column in columns if chosen is None or column > chosen.column]
        self._take(Sorting(after[0]) if after else None)

    def turn(self) -> None:
        """Turn the order, where there is one."""
        if self.chosen is not None:
            self._take(replace(self.chosen, backwards=not self.chosen.backwards))

    def choose(self, column: int) -> None:
        """Sort by a column whose heading was clicked; a second click turns the order, a third lets it go."""
        chosen = self.chosen
        if chosen is None or chosen.column != column:
            self._take(Sorting(column))
        else:
            self._take(None if chosen.backwards else replace(chosen, backwards=True))
