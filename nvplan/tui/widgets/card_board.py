"""The insatser as cards in a column for each state: as many whole ones as there is room for, the others told below."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from nvplan.model.objects import EFFORT_STATES, Effort
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.blocks import sides
from nvplan.tui.widgets.effort_cells import effort_card, effort_words
from nvplan.tui.widgets.growing_list import CardColumn, GrowingList

#: So wide a column holds the longest word that a card is likely to have, whole.
COLUMN = 26
_STATES = (*EFFORT_STATES, NOT_GIVEN)
#: States that have a column only where there are cards for it.
_AT_NEED = (NOT_GIVEN, "pausad", "avbruten")


class CardBoard(Vertical):
    """Columns of cards; the arrows to the sides bring the others into view."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._first = 0
        """The first column in view, of those that there are."""
        self._counts: dict[str, int] = {}

    def compose(self) -> ComposeResult:
        """Compose a column for each state, and the line that tells which are not in view."""
        with Horizontal(id="cards"):
            for state in _STATES:
                with Vertical(classes="column", id=f"column-{state}"):
                    yield Static("", classes="column-title", markup=False)
                    yield CardColumn(id=f"cards-{state}")
        yield Static("", id="columns-beside", markup=False)

    def column(self, state: str) -> GrowingList:
        """Return the cards of a state."""
        return self.query_one(f"#cards-{state}", GrowingList)

    @property
    def columns(self) -> Sequence[GrowingList]:
        """The columns, in the order of the states."""
        return [self.column(state) for state in _STATES]

    def show(self, efforts: Sequence[Effort], width: int) -> None:
        """Show the cards in a board of so many cells."""
        for state in _STATES:
            cards = [one for one in efforts if (one.state or NOT_GIVEN) == state]
            self._counts[state] = len(cards)
            self.query_one(f"#column-{state} .column-title", Static).update(literal(_title(state, len(cards))))
            listed = self.column(state)
            standing = listed.highlighted
            listed.show(cards, lambda one: Option(effort_card(one), id=one.id))
            if listed.has_focus:
                listed.mark_place(standing or 0)
        self.fit(width)

    def fit(self, width: int) -> None:
        """Show as many whole columns as there is room for in so many cells, and tell of the others."""
        known = [state for state in _STATES if self._counts.get(state) or state not in _AT_NEED]
        room = max(1, width // COLUMN)
        self._first = max(0, min(self._first, len(known) - room))
        at_hand = next((state for state in known if self.column(state).has_focus), None)
        if at_hand is not None:
            place = known.index(at_hand)
            self._first = max(min(self._first, place), place - room + 1)
        shown = known[self._first:self._first + room]
        for state in _STATES:
            self.query_one(f"#column-{state}").display = state in shown
        before, after = ([_title(state, self._counts.get(state, 0)) for state in part]
                         for part in (known[:self._first], known[self._first + room:]))
        beside = self.query_one("#columns-beside", Static)
        beside.display = bool(before or after)
        left, right = lists_texts.columns_beside(before, after)
        beside.update(sides(Content.styled(left, "$quiet"), Content.styled(right, "$quiet"), max(20, width - 2)))

    def go_to(self, column: GrowingList, width: int, identity: str = "") -> None:
        """Bring a column into view, and mark a card of it: the one named, or the one marked last."""
        for state in _STATES:
            if self.column(state) is column:
                self.query_one(f"#column-{state}").display = True
        column.focus(scroll_visible=False)
        if identity:
            column.mark(identity)
        else:
            column.mark_place(column.highlighted or 0)
        self.call_after_refresh(self.fit, width)


def _title(state: str, count: int) -> str:
    return planner_objects_texts.COLUMN_COUNT.format(words=effort_words("state", state), count=count)
