"""Boxes in which one of several is chosen, or any of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from nvplan.model.collation import fold
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.screens.boxes.box import Choice, ListBox, PickBox


class OneBox(PickBox):
    """A list box that opens on what is chosen already."""

    def __init__(self, title: str, choices: Sequence[Choice], chosen: object = None, typed: str = "") -> None:
        marked = [replace(choice, sign="●" if choice.result == chosen else "○") for choice in choices]
        standing = next((place for place, choice in enumerate(choices) if choice.result == chosen), 0)
        super().__init__(title, marked, planner_objects_texts.PICK_ONE, standing, typed)


class SeveralBox(ListBox[list[str]]):
    """A list in which any number can be chosen. Closing it keeps what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *key_bindings("f8", "close", priority=True),
        Binding("ctrl+a", "all", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Sequence[str], typed: str = "") -> None:
        first = sorted(choices, key=lambda choice: choice.result not in chosen)
        super().__init__(title, first, planner_objects_texts.PICK_SEVERAL, typed=typed)
        self._chosen = list(chosen)

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        found = [choice for folded, choice in self._choices if all(word in folded for word in words)]
        self._show(found, [self._drawn.row(self._ticked(choice)) for choice in found])

    def _ticked(self, choice: Choice) -> Choice:
        return replace(choice, sign="✓" if choice.result in self._chosen else " ")

    def choose(self, place: int) -> None:
        """Choose the row, or unchoose it; the next letter begins another search."""
        marked = self._shown[place]
        if marked is None:
            return
        identity = str(marked.result)
        if identity in self._chosen:
            self._chosen.remove(identity)
        else:
            self._chosen.append(identity)
        self._draw_again(place)
        self.query_one(Input).action_select_all()

    def _draw_again(self, place: int) -> None:
        self._fill(self.query_one(Input).value)
        self.query_one(OptionList).highlighted = place

    def action_all(self) -> None:
        """Choose everything that is shown; where it is chosen already, choose none of it."""
        shown = [str(choice.result) for choice in self._shown if choice is not None]
        left = [one for one in self._chosen if one not in shown]
        self._chosen = left if all(one in self._chosen for one in shown) else [*left, *shown]
        self._draw_again(self.query_one(OptionList).highlighted or 0)

    def action_close(self) -> None:
        """Close the box and keep what is chosen."""
        self.dismiss(self._chosen)
