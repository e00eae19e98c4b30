"""The line above a list: what one types to filter it, and beside it which part of the list is shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from nvplan.texts import counts as counts_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.blocks import sides

#: How wide the filter is, and the space around it.
FILTER, _AROUND = 30, 3


class FilterLine(Vertical):
    """The filter and what is chosen; what does not fit beside the filter has a line of its own."""

    def compose(self) -> ComposeResult:
        """Compose the filter, what stands beside it, and the line below."""
        with Horizontal(id="filter-line"):
            yield Input(placeholder=planner_objects_texts.FILTER_HINT, id="filter", select_on_focus=False)
            yield Static("", id="part", markup=False)
        yield Static("", id="chosen", markup=False)

    def tell(self, chosen: Sequence[str], same: Sequence[tuple[str, str]], counts: tuple[int, int], width: int) -> None:
        """Tell what part of the list is chosen, what all its rows say, and how many they are.

        Args:
            chosen: the chosen part in words.
            same: the columns that say the same in every row, each with what it says.
            counts: how many rows are shown, and how many there are in all.
            width: how many cells there are.
        """
        parts = [planner_objects_texts.FACET.format(label=label, words=words) for label, words in same]
        told = planner_objects_texts.CHOSEN_PART.format(parts=" · ".join(chosen)) if chosen else ""
        left = Content(" · ").join([*([Content.styled(told, "bold")] if told else []),
                                    *(Content.styled(part, "$quiet") for part in parts if part not in chosen)])
        shown, count = counts
        right = Content.styled(
            planner_objects_texts.SHOWN_OF.format(shown=counts_texts.count_words(shown),
                                                  count=counts_texts.count_words(count)) if shown != count else "",
            "bold")
        room = max(12, width - FILTER - _AROUND)
        below = self.query_one("#chosen", Static)
        below.display = left.cell_length + right.cell_length + 2 > room
        below.update(left.truncate(width, ellipsis=True))
        self.query_one("#part", Static).update(sides(Content("") if below.display else left, right, room))
