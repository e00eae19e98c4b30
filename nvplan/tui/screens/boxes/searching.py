"""The box of a search: what is found stands in groups, each with how many there are, the words that were typed bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Input, OptionList

from nvplan.model.collation import fold
from nvplan.model.safetext import one_line
from nvplan.services.reading.ranking import ranked
from nvplan.texts import planner as planner_texts
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.choice_rows import ChoiceRows, found_in
from nvplan.tui.widgets.blocks import sides
from nvplan.tui.widgets.box_frame import box_room
from nvplan.tui.widgets.row_list import GUTTER

#: So many of a group are shown at first; the rest once they are asked for.
FEW = 5


@dataclass(frozen=True)
class _More:
    """The row that shows the rest of a group."""

    group: str


class SearchBox(PickBox):
    """A list box whose rows are grouped by what they are, the group with the closest hit first."""

    def __init__(self, title: str, choices: Sequence[Choice], hint: str) -> None:
        super().__init__(title, choices, hint)
        self._whole: set[str] = set()
        """The groups of which all is shown."""

    def _measure(self) -> None:
        """Measure the room; with the headings of its groups a search takes all the height there is."""
        self._drawn = ChoiceRows([], self._room(self.app.size.width))
        self.query_one(".note").display = False

    def _room(self, width: int) -> int:
        """Return how many cells the rows have in a window of so many: all that there are."""
        return box_room(width) - GUTTER

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits, of each group its closest."""
        self._whole.clear()
        super().on_input_changed(event)

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        offered = [pair for pair in self._choices if words or not pair[1].when_sought]
        found: dict[str, list[Choice]] = {}
        for choice in ranked(offered, typed):
            found.setdefault(choice.group, []).append(choice)
        rows = list(self._rows(found, words))
        self._show([choice for choice, _ in rows], [shown for _, shown in rows])

    def _rows(self, found: dict[str, list[Choice]], words: Sequence[str]) -> Iterator[tuple[Choice | None, Content]]:
        for place, (group, choices) in enumerate(found.items()):
            shown = choices if group in self._whole or len(choices) <= FEW + 1 else choices[:FEW]
            head = Content.assemble(Content.styled(group, "bold"), Content.styled(f"  {len(choices)}", "$quiet"))
            yield None, Content.assemble("\n", head) if place else head
            for choice in shown:
                yield choice, _row(choice, words, self._drawn.room)
            left = len(choices) - len(shown)
            if left:
                words_left = planner_texts.MORE_OF_GROUP.format(count=left)
                yield (Choice(words_left, "", "", _More(group)), Content.styled(f"  {words_left}", "$quiet"))

    def choose(self, place: int) -> None:
        """Give what the row leads to, or show the rest of a group."""
        chosen = self._shown[place]
        if chosen is None:
            return
        if isinstance(chosen.result, _More):
            self._whole.add(chosen.result.group)
            self._fill(self.query_one(Input).value)
            self.query_one(OptionList).highlighted = place
        else:
            self.dismiss(chosen.result)


def _row(choice: Choice, words: Sequence[str], room: int) -> Content:
    """Return a hit on one row: what it is, and to the right what tells it from others of the same name."""
    detail = one_line(choice.detail, max(10, room // 2))
    name = found_in(one_line(choice.text, max(10, room - 2 - (cell_len(detail) + 2 if detail else 0))), words)
    return sides(Content.assemble("  ", name), Content.styled(detail, "$quiet"), room)
