"""Fields for coded answers: one of several, yes or no, and any of several."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from nvplan.model.collation import fold
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.kind import Choice
from nvplan.model.values import Value
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.tick_list import TickList

_CHOSEN, _OTHER = "●", "○"


def _stand_on(options: OptionList, choices: Sequence[Choice], typed: str) -> None:
    hit = next((place for place, one in enumerate(choices) if fold(one.label).startswith(fold(typed))), None)
    if hit is not None:
        options.highlighted = hit


class ChoiceField(AnswerField):
    """A field for `val` and `ja_nej`: Enter or space chooses, Enter on the chosen one goes on."""

    def compose(self) -> ComposeResult:
        """Compose the list and its note."""
        yield OptionList(*self._options())
        yield self._note

    def on_mount(self) -> None:
        """Stand on the chosen option."""
        self._stand()

    def _options(self) -> list[Option]:
        chosen = self._chosen()
        return [Option(Content.assemble(_CHOSEN if identity == chosen else _OTHER, " ", Content(label),
                                        Content.styled(f"  {help_text}", "dim") if help_text else ""), id=identity)
                for _, identity, label, help_text in self._choices]

    @property
    def _choices(self) -> Sequence[Choice]:
        return kind_of(self.asked).choices(self.asked)

    def _chosen(self) -> str:
        return next((choice.code for choice in self._choices if choice.value == self.value), "")

    def _stand(self) -> None:
        options = self.query_one(OptionList)
        known = [choice.code for choice in self._choices]
        options.highlighted = known.index(self._chosen()) if self._chosen() in known else 0

    def begin(self, typed: str) -> None:
        """Stand on the first option that begins with the letter."""
        _stand_on(self.query_one(OptionList), self._choices, typed)

    def show_value(self, value: Value | None) -> None:
        """Show another choice, without saying that the person chose it."""
        self.value = value
        options = self.query_one(OptionList)
        standing = options.highlighted
        options.set_options(self._options())
        options.highlighted = standing if standing is not None else 0

    def show_given(self, given: object) -> None:
        """Show what was chosen earlier."""
        self.show_value(self._value_of(str(given or "")))

    def focus_input(self) -> None:
        """Put the cursor in the list."""
        self.query_one(OptionList).focus(scroll_visible=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose, or go on where it is chosen already."""
        event.stop()
        if event.option.id == self._chosen():
            self.submit()
        else:
            self._choose(event.option.id or "")

    def on_key(self, event: Key) -> None:
        """Let space choose, j and n answer yes and no, and Delete take the answer away."""
        options = self.query_one(OptionList)
        if event.key == "space" and options.highlighted is not None:
            self._choose(self._choices[options.highlighted].code)
        elif (hit := self._by_letter(event.key)) is not None:
            self._choose(hit)
        elif event.key in ("delete", "backspace"):
            self._choose("")
        else:
            return
        event.stop()
        event.prevent_default()

    def _by_letter(self, key: str) -> str | None:
        """Return what a letter chooses at once; in a list of options letters and figures are not for that."""
        value = kind_of(self.asked).by_key(self.asked, key) if key.isalpha() and len(key) == 1 else None
        return next((choice.code for choice in self._choices if value is not None and choice.value == value), None)

    def _value_of(self, code: str) -> Value | None:
        return next((choice.value for choice in self._choices if choice.code == code), None)

    def _choose(self, identity: str) -> None:
        self.show_value(self._value_of(identity))
        if identity:
            self._stand()
        self.tell(identity)


class SeveralField(AnswerField):
    """A field for `flerval`: Enter or space ticks and unticks."""

    def compose(self) -> ComposeResult:
        """Compose the list and its note."""
        choices = kind_of(self.asked).choices(self.asked)
        yield _Ticks([(choice.code, choice.label) for choice in choices], self._chosen())
        yield self._note

    def _chosen(self) -> list[str]:
        return [str(item) for item in self.value] if isinstance(self.value, list) else []

    def show_value(self, value: Value | None) -> None:
        """Show other choices, without saying that the person made them."""
        self.value = value
        self.query_one(TickList).show(self._chosen())

    def focus_input(self) -> None:
        """Put the cursor in the list."""
        ticks = self.query_one(TickList)
        ticks.focus(scroll_visible=False)
        if ticks.highlighted is None:
            ticks.highlighted = 0

    def begin(self, typed: str) -> None:
        """Stand on the first option that begins with the letter."""
        _stand_on(self.query_one(TickList), kind_of(self.asked).choices(self.asked), typed)

    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()


class _Ticks(TickList):
    """A list whose field hears of a tick before it is painted."""

    def post_message(self, message: Message) -> bool:
        """Tell the field at once."""
        field = self.parent
        if isinstance(message, TickList.Changed) and isinstance(field, SeveralField):
            field.tell(self.ticked)
        return super().post_message(message)
