"""Boxes over a place: closed with Esc, never losing anything; and the list box that most of them are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.collation import fold
from nvplan.services.reading.ranking import folded, ranked
from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.choice_rows import Choice, ChoiceRows
from nvplan.tui.screens.shared.styled_once import is_laid_out, keep_new, take_width
from nvplan.tui.widgets.box_frame import BREAKPOINTS, BoxFrame, box_room
from nvplan.tui.widgets.row_list import GUTTER, LIVE, OneLine, RowList

__all__ = ("AnswersBox", "AskBox", "Box", "Choice", "ListBox", "PickBox")

Result = TypeVar("Result")
#: More hits than this are not looked through; the person types another letter instead.
MOST_HITS = 200


class Box(ModalScreen[Result | None]):
    """A box that Esc closes without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", planner_texts.KEY_CLOSE, show=False)]
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self) -> None:
        super().__init__()
        take_width(self)

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        keep_new(self, event)

    def _screen_resized(self, size: Size) -> None:
        if not is_laid_out(self, size):
            super()._screen_resized(size)

    def action_close(self) -> None:
        """Close the box."""
        self.dismiss(None)


class ListBox(Box[Result]):
    """A list with a filter above: `atgard` finds «Åtgärd», each word in any order. It opens on the row `standing`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False), Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False), Binding("pageup", "move(-8)", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], hint: str = planner_texts.FILTER_HINT,
                 standing: int = 0, typed: str = "") -> None:
        super().__init__()
        self._title, self._standing, self._typed = title, standing, typed
        self._choices = [(folded(choice), choice) for choice in choices]
        self._hint = hint
        self._shown: list[Choice | None] = []
        """What each row gives; a heading gives nothing."""
        self._drawn = ChoiceRows([], 0)

    def compose(self) -> ComposeResult:
        """Compose the filter and the list."""
        with BoxFrame(self._title, "list"):
            yield Input(self._typed, placeholder=self._hint, select_on_focus=False)
            yield RowList(classes=LIVE)
            yield Static("", classes="note marked-note", markup=False)

    def on_mount(self) -> None:
        """Show everything, or what fits what was typed, and put the cursor in the filter."""
        self._measure()
        self._fill(self._typed)
        self.query_one(Input).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the new width."""
        if self.is_mounted and self._room(event.size.width) != self._drawn.room:
            self._measure()
            self._fill(self.query_one(Input).value)

    def _measure(self) -> None:
        """Measure the rows, and make the box as high as all of them, where the window is."""
        choices = [choice for _, choice in self._choices]
        self._drawn = ChoiceRows(choices, 0)
        self._drawn.room = self._room(self.app.size.width)
        note = self.query_one(".note", Static)
        note.display = any(self._drawn.is_cut(choice) for choice in choices)
        self.query_one(BoxFrame).hold(len(choices), self._drawn.room + GUTTER, told=note.display)

    def _room(self, width: int) -> int:
        """Return how many cells the rows have in a window of so many."""
        return box_room(width, self._drawn.wanted + GUTTER) - GUTTER

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        offered = [pair for pair in self._choices if not (pair[1].when_resting if words else pair[1].when_sought)]
        found = ranked(offered, typed)[:MOST_HITS]
        self._show(found, [self._drawn.row(choice) for choice in found])
        if self._shown and not words and self._standing < len(self._shown):
            self.query_one(OptionList).highlighted = self._standing

    def _show(self, shown: Sequence[Choice | None], rows: Sequence[Content]) -> None:
        """Show rows, those that give nothing as headings; where there are none, say so in their place."""
        self._shown = list(shown)
        options = self.query_one(OptionList)
        nothing = [] if rows else [Option(Content.styled(planner_texts.NOTHING_FOUND, "$quiet"), disabled=True)]
        options.set_options([*(Option(OneLine.of(row), disabled=choice is None)
                               for choice, row in zip(shown, rows, strict=True)), *nothing])
        options.highlighted = next((at for at, choice in enumerate(shown) if choice is not None), None)
        if options.highlighted is None:  # nothing is marked any more, and no event says so
            self.query_one(".note", Static).update("")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the marked row whole, where it is cut."""
        marked = self._shown[event.option_index] if event.option_index < len(self._shown) else None
        self.query_one(".note", Static).update(literal(self._drawn.whole(marked) if marked is not None else ""))

    def action_move(self, by: int) -> None:
        """Move in the list while the cursor stays in the filter."""
        options = self.query_one(OptionList)
        places = [at for at, choice in enumerate(self._shown) if choice is not None]
        if places:
            standing = next((at for at, place in enumerate(places) if place >= (options.highlighted or 0)), 0)
            options.highlighted = places[max(0, min(len(places) - 1, standing + by))]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the marked row."""
        standing = self.query_one(OptionList).highlighted
        if standing is not None:
            self.choose(standing)

    def choose(self, place: int) -> None:
        """Do what choosing the row does."""
        raise NotImplementedError

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row that was clicked."""
        self.choose(event.option_index)


class PickBox(ListBox[object]):
    """A list box that closes with what was chosen."""

    def choose(self, place: int) -> None:
        """Give what the row leads to."""
        chosen = self._shown[place]
        if chosen is not None:
            self.dismiss(chosen.result)


class AnswersBox(Box[Result]):
    """A question with some answers, each with what choosing it gives; the first is what Enter gives."""

    def __init__(self, question: str, answers: Sequence[tuple[str, Result]], lines: Sequence[str] = ()) -> None:
        super().__init__()
        self._question, self._answers, self._lines = question, tuple(answers), lines

    def compose(self) -> ComposeResult:
        """Compose the question and its answers."""
        with BoxFrame(self._question, "small"):
            for line in self._lines:
                yield Static(literal(line), classes="box-line")
            yield RowList(*(Content(answer) for answer, _ in self._answers))

    def on_mount(self) -> None:
        """Stand on the first answer."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        self.dismiss(self._answers[event.option_index][1])


class AskBox(AnswersBox[bool]):
    """A question that is answered yes or no; no is what Enter gives."""

    def __init__(self, question: str, yes: str, no: str = planner_texts.CANCEL, lines: Sequence[str] = ()) -> None:
        super().__init__(question, ((no, False), (yes, True)), lines)
