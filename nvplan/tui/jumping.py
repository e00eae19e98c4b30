"""Jumping: a letter appears beside everything on the screen that can be reached, and the letter leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from nvplan.texts import jumping as jumping_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.shared.styled_once import keep_new
from nvplan.tui.widgets.blocks import Block
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.place_flow import PlaceFlow
from nvplan.tui.widgets.plan_card import PlanCard
from nvplan.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: What is reached row by row.
_OF_ROWS = (Block, ObjectTable, RowList)
#: The letters of the labels, those under the fingers first; å ä ö are left out, for not every keyboard has them.
_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
#: What a letter leads to; nothing where none was pressed.
_Leads: TypeAlias = Callable[[], object] | None


@dataclass(frozen=True)
class Reach:
    """Something that can be reached: where it stands on the screen, and what goes there."""

    at: Offset
    go: Callable[[], object]
    before: bool = False
    """Whether its words begin after it, so that a label of two letters ends there; a row has room for both."""


def labels(count: int) -> list[str]:
    """Return so many labels of one letter, or of two where the letters are not enough; none begins another."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return ["".join(pair) for pair in product(_LETTERS, repeat=2)][:count]


def reached(screen: Screen[object]) -> list[Reach]:
    """Return what can be reached on a screen, from the top down."""
    found = [one for widget in screen.focus_chain for one in _in(widget)]
    shown = Region(0, 0, screen.size.width, screen.size.height)
    return sorted((one for one in found if shown.contains_point(one.at)), key=lambda one: (one.at.y, one.at.x))


def _in(widget: Widget) -> Iterator[Reach]:
    """Return what can be reached in a widget, each row of a list by itself; only what is in view."""
    content = widget.content_region
    for x, y, go in _rows(widget):
        at = Offset(content.x + x, content.y + y)
        if widget.region.contains_point(at) and _unclipped(widget, at):
            yield Reach(at, go, before=x < 0 or isinstance(widget, PlaceFlow))


def _unclipped(widget: Widget, at: Offset) -> bool:
    """Whether nothing that the widget stands in cuts it off there."""
    return all(parent.region.contains_point(at) for parent in widget.ancestors if isinstance(parent, Widget))


def _rows(widget: Widget) -> Iterator[tuple[int, int, Callable[[], object]]]:
    if isinstance(widget, PlaceFlow):
        for y, x, number in widget.spots():
            yield x - 1, y, partial(_choose, widget, number)
    elif isinstance(widget, PlanCard):
        yield -1, 0, widget.action_choose
    elif isinstance(widget, _OF_ROWS):
        yield from _rows_of(widget)
    else:
        yield -1, 0, widget.focus


def _rows_of(widget: Block | ObjectTable | RowList) -> Iterator[tuple[int, int, Callable[[], object]]]:
    if isinstance(widget, ObjectTable):
        for y, row in widget.rows_in_view():
            yield 0, y, partial(_open, widget, row)
    elif isinstance(widget, RowList):
        for y, option in widget.options_in_view():
            yield 0, y, partial(_mark, widget, option)
    else:
        for number, told in enumerate(widget.rows[:widget.in_view]):
            if told.target is not None:
                yield 0, 1 + number, partial(_choose, widget, number)


def _choose(block: Block, row: int) -> None:
    block.focus()
    block.cursor = row
    block.action_choose()


def _open(table: ObjectTable, row: int) -> None:
    table.focus()
    table.cursor_row = row
    table.action_choose()


def _mark(options: RowList, option: int) -> None:
    """Mark an option and choose nothing: to jump is no answer."""
    options.focus()
    options.highlighted = option


def show_jumps(planner: NvplanApp) -> None:
    """Show the letters over the place, and go where the one that is pressed leads."""
    found = reached(planner.screen)
    if not found:
        planner.say(jumping_texts.NOTHING)
    else:
        planner.push_screen(JumpLayer(found), lambda go: _go(planner, go))


def _go(planner: NvplanApp, go: _Leads) -> None:
    if go is not None:
        planner.call_later(go)


class JumpLayer(ModalScreen[_Leads]):
    """The letters over the place. A letter leads there; Esc, and a key that is no letter here, changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, found: Sequence[Reach]) -> None:
        super().__init__()
        self._found = dict(zip(labels(len(found)), found, strict=True))
        self._typed = ""

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        keep_new(self, event)

    def compose(self) -> ComposeResult:
        """Compose a letter beside each thing, and what to do in the place of the keys."""
        for label, one in self._found.items():
            letter = Static(literal(label.upper()), classes="jump")
            letter.styles.offset = (max(0, one.at.x - (len(label) - 1) * one.before), one.at.y)
            yield letter
        yield Static(literal(jumping_texts.NOTE), id="jump-note")

    def on_key(self, event: events.Key) -> None:
        """Take a letter; the first of two leaves those that begin with it."""
        event.stop()
        self._typed += (event.character or "").lower() or " "
        if self._typed in self._found:
            self.dismiss(self._found[self._typed].go)
        elif not any(label.startswith(self._typed) for label in self._found):
            self.dismiss(None)
        else:
            for label, letter in zip(self._found, self.query(".jump"), strict=True):
                letter.display = label.startswith(self._typed)

    def on_click(self) -> None:
        """Let a click take the letters away."""
        self.dismiss(None)

    def on_resize(self) -> None:
        """Take the letters away where what they stand beside moves."""
        if self.is_mounted and self._laid_out:
            self.dismiss(None)
        self._laid_out = True

    _laid_out = False

    def action_close(self) -> None:
        """Take the letters away."""
        self.dismiss(None)
