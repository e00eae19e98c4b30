"""The insatser by state and spread as a block: the arrows go from cell to cell, and each leads to what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.content import Content

from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.blocks import BAR, Block, BlockRow, Sized
from nvplan.tui.widgets.effort_cells import SHORT_HEADINGS, SUM, effort_words

#: The column of the states, and the space before a column of numbers: the least, and the most in a wide block.
_LABEL, _BETWEEN, _MOST = 12, 2, 4
#: The same where the block has no room for those: the sums are never cut off.
_NARROW_LABEL, _NARROW_BETWEEN = 8, 1
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class EffortCell:
    """A cell of the table as the part of the list that it counts."""

    filters: Mapping[str, str]


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

    def filters(self, state: str, column: int) -> dict[str, str]:
        """Return what narrows the list down to a cell."""
        chosen = {"state": state, "spread": self.spreads[min(column, len(self.spreads) - 1)]}
        return {field: value for field, value in chosen.items() if value != SUM}

    @property
    def names(self) -> list[str]:
        """What the columns are called."""
        return [SHORT_HEADINGS.get(spread, effort_words("spread", spread)) for spread in self.spreads]


class EffortTable(Block):
    """State against spread; the cell at hand is lit, and Enter shows the insatser that it counts."""

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002
        super().__init__(title, id=id, least=1)
        self.summary: EffortSummary | None = None
        self.column = 99
        """The column at hand; as it begins the last one, the sums."""

    def count(self, summary: EffortSummary) -> None:
        """Show how many there are."""
        self.summary = summary
        self.show([BlockRow(self._heads), *(BlockRow(partial(self._line, state), state) for state in summary.states)])

    def sized(self, width: int) -> Sized:
        """Return how many lines the block has; no row of the table is left out."""
        wanted = super().sized(width).wanted
        return Sized(wanted, wanted)

    @property
    def _column(self) -> int:
        return min(self.column, len(self.summary.spreads) - 1) if self.summary else 0

    @property
    def target(self) -> object:
        """The part of the list that the cell at hand counts."""
        state = super().target
        if self.summary is None or not isinstance(state, str):
            return state
        return EffortCell(self.summary.filters(state, self._column))

    # -- how it is drawn -------------------------------------------------------------------------------------------
    def _widths(self, width: int) -> list[int]:
        names = self.summary.names if self.summary else []
        free = (width - _LABEL - sum(map(len, names)) - 1) // max(1, len(names))
        least = _NARROW_BETWEEN if self._is_narrow(width) else _BETWEEN
        return [len(name) + max(least, min(_MOST, free)) for name in names]

    def _is_narrow(self, width: int) -> bool:
        """Whether the columns have no room as they stand, as where there is one more for what nobody has given."""
        names = self.summary.names if self.summary else []
        return _LABEL + sum(len(name) + _BETWEEN for name in names) > width

    def _state(self, state: str, width: int) -> str:
        """Return what a row is called, in the room that its column has."""
        if not self._is_narrow(width):
            return f"{effort_words('state', state):<{_LABEL}}"
        words = SHORT_HEADINGS.get(state, effort_words("state", state))
        return f"{words:<{_NARROW_LABEL}}"

    def _heads(self, width: int) -> Content:
        names = self.summary.names if self.summary else []
        cells = "".join(f"{name:>{room}}" for name, room in zip(names, self._widths(width), strict=True))
        label = _NARROW_LABEL if self._is_narrow(width) else _LABEL
        return Content.styled(f"{'':<{label}}{cells}", "$quiet")

    def _line(self, state: str, width: int) -> Content:
        assert self.summary is not None
        total = state == SUM
        parts = [Content.styled(self._state(state, width), "$quiet" if total else "")]
        for place, (spread, room) in enumerate(zip(self.summary.spreads, self._widths(width), strict=True)):
            count = self.summary.count(state, spread)
            shown = str(count) if count else planner_objects_texts.BOARD_NONE
            style = "$edge" if not count else "bold" if total or spread == SUM else ""
            here = self.has_focus and state == self.rows[self.cursor].target and place == self._column
            if here:
                parts += [Content(" " * (room - len(shown) - 1)), Content.styled(BAR, "$primary"),
                          Content(f"{shown} ").stylize(self.cursor_style)]
            else:
                after = self.has_focus and state == self.rows[self.cursor].target and place == self._column + 1
                parts.append(Content.styled(shown.rjust(room - after), style))
        return Content.assemble(*parts)

    def drawn(self, place: int, row: BlockRow, width: int) -> Content:
        """Return a row; the mark is a cell of it and no whole row."""
        return row.draw(width) if self.summary else super().drawn(place, row, width)

    # -- moving ----------------------------------------------------------------------------------------------------
    def action_step(self, x: int, y: int) -> None:
        """Move from cell to cell, and at the edges go on to the block that lies there."""
        column = self._column + x
        if x and self.summary and 0 <= column < len(self.summary.spreads):
            self.column = column
            self.refresh()
        else:
            super().action_step(x, y)

    def on_click(self, event: events.Click) -> None:
        """Let a click on a number lead to what it counts, one on a state to all of that state."""
        at = event.get_content_offset(self)
        if at is not None and self.summary:
            label = len(self._state(SUM, self.size.width))
            right, self.column = label, 99
            for place, room in enumerate(self._widths(self.size.width)):
                right += room
                if label < at.x <= right + 1:
                    self.column = place
                    break
        super().on_click(event)
