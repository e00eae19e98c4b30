"""Boxes over a place: closed with Esc, never losing anything; and the list box that most of them are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.collation import fold
from nvplan.services.reading.ranking import folded, ranked
from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.row_list import LIVE, RowList

Result = TypeVar("Result")
#: More hits than this are not looked through; the person types another letter instead.
MOST_HITS = 200


class Box(ModalScreen[Result | None]):
    """A box that Esc closes without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", planner_texts.KEY_CLOSE, show=False)]

    def action_close(self) -> None:
        """Close the box."""
        self.dismiss(None)


@dataclass(frozen=True)
class Choice:
    """A row of a list box: what it shows, what it is found by, and what choosing it gives."""

    text: str
    detail: str
    found_by: str
    result: object
    dimmed: bool = False
    """Whether choosing it does nothing but say why."""
    when_sought: bool = False
    """Whether it is shown only once something is typed: what few look for stays out of the way of the rest."""
    group: str = ""
    """What it is one of, where a search tells that."""
    code: str = ""
    """What it is called in files and commands: it finds the row and is not shown."""


class PickBox(Box[object]):
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

    def compose(self) -> ComposeResult:
        """Compose the filter and the list."""
        with BoxFrame(self._title):
            yield Input(self._typed, placeholder=self._hint, select_on_focus=False)
            yield RowList(classes=LIVE)
            yield Static("", classes="note", markup=False)

    def on_mount(self) -> None:
        """Show everything, or what fits what was typed, and put the cursor in the filter."""
        self._fill(self._typed)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        offered = [pair for pair in self._choices if words or not pair[1].when_sought]
        found = ranked(offered, typed)[:MOST_HITS]
        self._shown = list(found)
        options = self.query_one(OptionList)
        options.set_options([Option(_row(choice)) for choice in found])
        standing = self._standing if not words and self._standing < len(self._shown) else 0
        options.highlighted = standing if self._shown else None
        self.query_one(".note", Static).update("" if self._shown else planner_texts.NOTHING_FOUND)

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
        """Give what the row leads to."""
        chosen = self._shown[place]
        if chosen is not None:
            self.dismiss(chosen.result)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row that was clicked."""
        self.choose(event.option_index)


def _row(choice: Choice) -> Content:
    detail = Content.styled(f"  {choice.detail}", "$quiet") if choice.detail else ""
    row = Content.assemble(Content(choice.text), detail)
    return row.stylize("$quiet") if choice.dimmed else row


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
