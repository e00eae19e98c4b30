"""The field for `flerval`: a list to tick in, with a line for words of one's own where an option takes them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.own_words import beside, code_of
from nvplan.model.values import Value
from nvplan.tui.widgets.fields.choice import ListField
from nvplan.tui.widgets.fields.own_line import OwnWordsLine
from nvplan.tui.widgets.tick_list import TickList


class SeveralField(ListField):
    """A field for `flerval`: Enter or space ticks and unticks what is marked."""

    def compose(self) -> ComposeResult:
        """Compose the list, a line for each option that takes words, and the note."""
        yield _Ticks([(choice.code, choice.label) for choice in self._choices], self._codes())
        for option in self.asked.options:
            if option.own:
                yield OwnWordsLine(option.id, option.label)
        yield self._note

    def on_mount(self) -> None:
        """Mark nothing: Textual marks the first row."""
        self._list.highlighted = None
        for one in self._lines:
            one.show(self._chosen())

    @property
    def _lines(self) -> list[OwnWordsLine]:
        return list(self.query(OwnWordsLine))

    def _chosen(self) -> list[str]:
        return [str(item) for item in self.value] if isinstance(self.value, list) else []

    def _codes(self) -> list[str]:
        return [code_of(one) for one in self._chosen()]

    def show_value(self, value: Value | None) -> None:
        """Show other choices, without saying that the person made them."""
        self.value = value
        self.query_one(TickList).show(self._codes())
        for one in self._lines:
            one.show(self._chosen())

    def on_key(self, event: Key) -> None:
        """Leave the keys of a line with words to it."""
        if self._list.has_focus:
            super().on_key(event)

    def ticked(self, codes: Sequence[str]) -> None:
        """Tell what is ticked, and go to the line of an option that takes words and was ticked now."""
        before = set(self._codes())
        self._tell(codes)
        for one in self._lines:
            one.display = one.code in codes
            if one.code in codes and one.code not in before:
                one.line.focus(scroll_visible=True)

    def _tell(self, codes: Sequence[str]) -> None:
        words = {one.code: one.line.value for one in self._lines}
        given = [beside(code, words.get(code, "")) for code in codes]
        self.value = given
        self.tell(given)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the words before anyone else takes the change for theirs."""
        event.stop()
        if event.input.has_focus:
            self._tell(self.query_one(TickList).ticked)

    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()


class _Ticks(TickList):
    """A list whose field hears of a tick before it is painted, and says which can be ticked together."""

    def toggled(self, identity: str) -> Sequence[str] | None:
        """Return what is ticked after a row was; None where there is no room for more, which the field then says."""
        field = self.parent
        if not isinstance(field, SeveralField):
            return super().toggled(identity)
        try:
            return kind_of(field.asked).toggled(field.asked, self.ticked, identity)
        except InputError as error:
            field.show_note(str(error), "bad")
            return None

    def post_message(self, message: Message) -> bool:
        """Tell the field at once."""
        field = self.parent
        if isinstance(message, TickList.Changed) and isinstance(field, SeveralField):
            field.ticked(self.ticked)
        return super().post_message(message)
