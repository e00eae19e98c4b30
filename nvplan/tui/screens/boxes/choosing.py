"""Boxes in which one of several is chosen, or any of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.collation import fold
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.screens.boxes.box import Box, Choice, PickBox
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.row_list import LIVE, RowList


class OneBox(PickBox):
    """A list box that opens on what is chosen already."""

    def __init__(self, title: str, choices: Sequence[Choice], chosen: object = None, typed: str = "") -> None:
        marked = [Choice(f"{'●' if choice.result == chosen else '○'} {choice.text}", choice.detail, choice.found_by,
                         choice.result) for choice in choices]
        standing = next((place for place, choice in enumerate(choices) if choice.result == chosen), 0)
        super().__init__(title, marked, planner_objects_texts.PICK_ONE, standing, typed)


class SeveralBox(Box[list[str]]):
    """A list in which any number can be chosen. Closing it keeps what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False), Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False), Binding("pageup", "move(-8)", show=False),
        *key_bindings("f8", "close", priority=True),
        Binding("ctrl+a", "all", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Sequence[str], typed: str = "") -> None:
        super().__init__()
        self._title, self._typed = title, typed
        self._choices = [(choice_words(choice), choice) for choice in choices]
        self._chosen = list(chosen)
        self._shown: list[Choice] = []

    def compose(self) -> ComposeResult:
        """Compose the filter and the list."""
        with BoxFrame(self._title):
            yield Input(self._typed, placeholder=planner_objects_texts.FILTER_HINT, select_on_focus=False)
            yield RowList(classes=LIVE)
            yield Static(planner_objects_texts.PICK_SEVERAL, classes="note", markup=False)

    def on_mount(self) -> None:
        """Show everything, what is chosen first, and put the cursor in the filter."""
        self._choices.sort(key=lambda pair: pair[1].result not in self._chosen)
        self._fill(self._typed)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        self._shown = [choice for folded, choice in self._choices if all(word in folded for word in words)]
        self._draw(0)

    def _draw(self, standing: int) -> None:
        options = self.query_one(OptionList)
        options.set_options([Option(_ticked(choice, choice.result in self._chosen)) for choice in self._shown])
        options.highlighted = standing if self._shown else None

    def action_move(self, by: int) -> None:
        """Move in the list while the cursor stays in the filter."""
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = max(0, min(len(self._shown) - 1, (options.highlighted or 0) + by))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the marked row, or unchoose it; the next letter begins another search."""
        self._toggle(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row that was clicked, or unchoose it."""
        self._toggle(event.option_index)

    def _toggle(self, place: int | None) -> None:
        if place is None:
            return
        identity = str(self._shown[place].result)
        if identity in self._chosen:
            self._chosen.remove(identity)
        else:
            self._chosen.append(identity)
        self._draw(place)
        self.query_one(Input).action_select_all()

    def action_all(self) -> None:
        """Choose everything that is shown; where it is chosen already, choose none of it."""
        shown = [str(choice.result) for choice in self._shown]
        left = [one for one in self._chosen if one not in shown]
        self._chosen = left if all(one in self._chosen for one in shown) else [*left, *shown]
        self._draw(self.query_one(OptionList).highlighted or 0)

    def action_close(self) -> None:
        """Close the box and keep what is chosen."""
        self.dismiss(self._chosen)


def choice_words(choice: Choice) -> str:
    """Return the folded words that a choice is found by."""
    return fold(f"{choice.text} {choice.detail} {choice.found_by}")


def _ticked(choice: Choice, chosen: bool) -> Content:
    return Content.assemble(Content.styled("✓ ", "bold") if chosen else "  ", Content(choice.text),
                            Content.styled(f"  {choice.detail}", "$quiet") if choice.detail else "")
