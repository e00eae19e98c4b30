"""What every answer field shares: it says what was typed, and shows what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.values import Value
from nvplan.tui.literal import REFUSED, literal

NoteKind = Literal["calm", "good", "bad"]
#: Each kind of note has a sign beside its colour, for those who do not see the colour.
_SIGNS = {"calm": "", "good": "✓ ", "bad": f"{REFUSED} "}


class AnswerField(Vertical):
    """A field for one answer. It never checks and never saves; it tells its taker, or the screen, what was given."""

    @dataclass
    class Edited(Message):
        """The person changed the answer. `given` is what the field holds, to be checked by the question's kind."""

        field: AnswerField
        given: object

    @dataclass
    class Left(Message):
        """The cursor left the field."""

        field: AnswerField

    @dataclass
    class Submitted(Message):
        """The person is done with the field and wants the next question."""

        field: AnswerField

    def __init__(self, asked: Field, value: Value | None) -> None:
        short = " field-short" if kind_of(asked).settles else ""
        super().__init__(classes=f"field field-{asked.kind}{short}")
        self.asked = asked
        self.value = value
        self.taker: Callable[[object], None] | None = None
        """Is handed what the person gave, before it is painted: a letter never stands above an old «Sparat»."""
        self.is_busy = False
        """Whether a box over the field is changing what it held when the box was opened."""
        self._note = Static(classes="note", markup=False)

    def show_note(self, text: str, kind: NoteKind = "calm") -> None:
        """Say below the field what became of what was typed."""
        self._note.update(literal(f"{_SIGNS[kind]}{text}" if text else ""))
        self._note.set_classes(f"note note-{kind}")

    def show_value(self, value: Value | None) -> None:
        """Show another value, without saying that the person changed it."""
        raise NotImplementedError

    def show_given(self, given: object) -> None:
        """Show what the person gave earlier, which may not fit, without saying that they changed it now."""
        self.show_value(cast("Value | None", given))

    def focus_input(self) -> None:
        """Put the cursor where the person types. The screen scrolls, so that the wording above stays in view."""
        raise NotImplementedError

    def begin(self, typed: str) -> None:
        """Begin the answer with the letter that opened the field; a field that takes no letters lets it go."""

    def tell(self, given: object) -> None:
        """Say that the person changed the answer."""
        if self.taker is not None:
            self.taker(given)
        else:
            self.post_message(self.Edited(self, given))

    def submit(self) -> None:
        """Say that the person is done."""
        self.post_message(self.Submitted(self))

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Say that the cursor left a line of the field."""
        event.stop()
        self.post_message(self.Left(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on from a line of the field."""
        event.stop()
        self.submit()
