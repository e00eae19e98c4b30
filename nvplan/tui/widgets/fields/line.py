"""Fields on one line: text, numbers and dates. A number is read by us and never by the input, which swallows commas."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input, Static

from nvplan.model.kinds import kind_of
from nvplan.model.values import Value
from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fields.base import AnswerField


class PastingInput(Input):
    """An input that keeps every line of what is pasted, with spaces for the line breaks.

    A text that is longer than the line shows its beginning when the person comes to it for the first time, and when she
    leaves it. Where it goes on to the right the line ends with `…`, as every text that is cut.
    """

    _visited = False

    def on_focus(self) -> None:
        """Begin at the end of a text that fits, else at its beginning; a place that the person had is kept."""
        self.call_after_refresh(self._place_cursor, self.value, self.cursor_position, first=not self._visited)
        self._visited = True

    def _place_cursor(self, value: str, standing: int, *, first: bool) -> None:
        """Place the cursor once the line has its width, unless the person has begun to type or something is marked."""
        if not self.selection.is_empty or not self.has_focus or (self.value, self.cursor_position) != (value, standing):
            return
        self.cursor_position = 0
        if not first or cell_len(value) < self.content_size.width:
            self.cursor_position = standing

    def render_line(self, y: int) -> Strip:
        """Return the line with `…` last where its text goes on, unless the cursor stands there."""
        strip = super().render_line(y)
        room, passed = self.scrollable_content_region.width, round(self.scroll_offset.x)
        shown = self.value or self.placeholder
        cursor = cell_len(self.value[:self.cursor_position]) if self.has_focus else 0
        if y or room < 2 or cell_len(shown) <= passed + room or cursor >= passed + room - 1:
            return strip
        kept = list(strip.crop(0, room - 1))
        return Strip([*kept, Segment("…", kept[-1].style), *strip.crop(room)])

    def on_blur(self) -> None:
        """Show the beginning; the cursor stays where it was."""
        self.scroll_to(x=0, animate=False, force=True)

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.replace(" ".join(lines), *sorted(self.selection))
            self.notify(planner_texts.PASTED_LINES, markup=False)


#: So many letters are seen in a short field (.field-short in the style sheet).
_SHORT_ROOM = 20


class LineField(AnswerField):
    """A field for `text`, `tal` and `datum`."""

    def compose(self) -> ComposeResult:
        """Compose the input and its note."""
        self._shown = self._typed(self.value)
        with Horizontal(classes="line"):
            hint = "" if self._hint_below else self.asked.hint
            yield PastingInput(self._shown, placeholder=hint, select_on_focus=False)
            yield Static(literal(self.asked.unit), classes="unit")
        yield self._note

    @property
    def _hint_below(self) -> bool:
        """Whether the hint is longer than a short field, so that it stands below it instead of being cut off in it."""
        return kind_of(self.asked).settles and len(self.asked.hint) > _SHORT_ROOM

    def show_value(self, value: Value | None) -> None:
        """Show another value, without saying that the person changed it."""
        self.value = value
        self.show_given(self._typed(value))

    def show_given(self, given: object) -> None:
        """Show what was typed earlier, letter for letter."""
        line = self.query_one(Input)
        was_last = line.cursor_position >= len(line.value)
        self._shown = str(given)
        with line.prevent(Input.Changed):
            line.value = self._shown
        if was_last:
            line.cursor_position = len(self._shown)

    def focus_input(self) -> None:
        """Put the cursor in the input."""
        self.query_one(Input).focus(scroll_visible=False)

    def on_mount(self) -> None:
        """Hear of every letter before it is painted."""
        self.watch(self.query_one(Input), "value", self._changed, init=False)
        if self._hint_below:
            self.show_note(self.asked.hint)

    def _changed(self, value: str) -> None:
        """Pass on what was typed; filling the input at the start is no typing."""
        if value != self._shown:
            self._shown = value
            self.tell(value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()

    def begin(self, typed: str) -> None:
        """Type the letter over what stands there."""
        line = self.query_one(Input)
        line.value = typed
        line.cursor_position = len(typed)

    def _typed(self, value: Value | None) -> str:
        """Return a stored value as it would be typed: numbers with decimal comma, dates in ISO form."""
        return kind_of(self.asked).typed(self.asked, value)
