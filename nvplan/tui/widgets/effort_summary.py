"""The insatser by state and spread as rows of the overview: a cell of the marked row stands in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.effort_cells import SHORT_HEADINGS, SUM, effort_words

_LABEL = 14
#: The space before a column's heading; a count in brackets reaches one sign to the right of it.
_BETWEEN = 3
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class StateRow:
    """The insatser in one state; which column of the row is meant, the arrows and the mouse say."""

    state: str


@dataclass(frozen=True)
class EffortSummary:
    """How many insatser there are of each state and spread; what nobody has given has a row or column where needed."""

    counts: Counts

    @property
    def total(self) -> int:
        """How many insatser there are."""
        return self.count(SUM, SUM)

    @property
    def states(self) -> Sequence[str]:
        """The rows, the sum last."""
        return (*EFFORT_STATES, *([NOT_GIVEN] if self.count(NOT_GIVEN, SUM) else []), SUM)

    @property
    def spreads(self) -> Sequence[str]:
        """The columns, the sum last."""
        return (*EFFORT_SPREADS, *([NOT_GIVEN] if self.count(SUM, NOT_GIVEN) else []), SUM)

    def count(self, state: str, spread: str) -> int:
        """Return how many there are."""
        rows = list(self.counts.values()) if state == SUM else [self.counts[state]]
        return sum(sum(row.values()) if spread == SUM else row[spread] for row in rows)

    def heading(self) -> Content:
        """Return the row of headings."""
        names = (f"{' ' * _BETWEEN}{name}" for name in self._names())
        return Content.styled(
            f"{planner_objects_texts.place_name('insats'):<{_LABEL}}{''.join(names)}", "bold"
        )

    def row(self, state: str, chosen: int | None) -> Content:
        """Return a row; the chosen column of the marked one stands in brackets."""
        parts: list[Content] = [Content(f"{effort_words('state', state):<{_LABEL}}")]
        for column, (spread, name) in enumerate(zip(self.spreads, self._names(), strict=True)):
            count = self.count(state, spread)
            shown = str(count) if count else planner_objects_texts.BOARD_NONE
            width = len(name) + _BETWEEN
            if column == chosen:
                parts += [Content(f"[{shown}".rjust(width)), Content("]")]
            else:
                style = "bold" if SUM in (state, spread) and count else "" if count else "$quiet"
                after_chosen = chosen is not None and column == chosen + 1
                parts.append(Content.styled(shown.rjust(width - after_chosen), style))
        return Content.assemble(*parts)

    def column_at(self, x: int) -> int | None:
        """Return the column at a place in a row, None on the row's name."""
        right = _LABEL
        for column, name in enumerate(self._names()):
            right += len(name) + _BETWEEN
            if _LABEL < x < right + 2:
                return column
        return None

    def filters(self, state: str, column: int) -> dict[str, str]:
        """Return what narrows the list down to a cell."""
        chosen = {"state": state, "spread": self.spreads[min(column, len(self.spreads) - 1)]}
        return {field: value for field, value in chosen.items() if value != SUM}

    def _names(self) -> list[str]:
        return [SHORT_HEADINGS.get(spread, effort_words("spread", spread)) for spread in self.spreads]
