"""Fields for coded answers with a list: one of several, and yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.kinds.kind import Choice
from nvplan.model.kinds.own_words import beside, code_of, words_beside
from nvplan.model.values import Value
from nvplan.texts import planner as planner_texts
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.fields.own_line import OwnWordsLine
from nvplan.tui.widgets.fields.typed_names import NameSearch, RestOfWord
from nvplan.tui.widgets.row_list import RowList

_CHOSEN, _OTHER = "●", "○"


class ListField(AnswerField):
    """A field with a list. Nothing is marked until the person marks it, so that Enter answers nothing by accident."""

    def __init__(self, asked: Field, value: Value | None) -> None:
        super().__init__(asked, value)
        self._search = NameSearch([choice.label for choice in self._choices])

    @property
    def _choices(self) -> Sequence[Choice]:
        return kind_of(self.asked).choices(self.asked)

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def focus_input(self) -> None:
        """Put the cursor in the list."""
        self._list.focus(scroll_visible=False)
        if self._list.highlighted is None and self.value is None:
            self.show_note(planner_texts.NOTHING_MARKED)

    def begin(self, typed: str) -> None:
        """Stand on the option whose name begins with the letter that opened the field."""
        self._seek(typed)

    def on_key(self, event: Key) -> None:
        """Let Enter go on while nothing is marked, and letters find an option by its name."""
        if event.key == "enter" and self._list.highlighted is None:
            self.submit()
        elif not self._took(event):
            return
        event.stop()
        event.prevent_default()

    def _took(self, event: Key) -> bool:
        """Do what else the key does here; tell whether it did anything."""
        typed = event.character or ""
        if event.is_printable and (typed.strip() or self._search.goes_on_with(typed)):
            self._seek(typed)
            return True
        if event.key == "backspace" and self._search.take_back():
            return True
        self._search.end()
        return False

    def _seek(self, typed: str) -> None:
        place = self._search.add(typed)
        if place is not None:
            self._list.highlighted = place


class _Choices(RowList):
    """The options; what is copied of one is its words and not the signs before them."""

    def __init__(self, labels: Sequence[str], options: Sequence[Option]) -> None:
        super().__init__(*options)
        self._labels = labels

    def copied(self) -> str:
        """Return the words of the marked option."""
        return "" if self.highlighted is None else self._labels[self.highlighted]


class ChoiceField(ListField):
    """A field for `val` and `ja_nej`: Enter or space chooses what is marked, Enter on the chosen one goes on."""

    def __init__(self, asked: Field, value: Value | None) -> None:
        super().__init__(asked, value)
        self._rest = RestOfWord()

    def compose(self) -> ComposeResult:
        """Compose the list and its note."""
        yield _Choices([choice.label for choice in self._choices], self._options())
        for option in self.asked.options:
            if option.own:
                yield OwnWordsLine(option.id, option.label)
        yield self._note

    def on_mount(self) -> None:
        """Stand on the chosen option, and on none where nothing is chosen."""
        self._stand()
        self._show_lines()

    def _show_lines(self) -> None:
        for one in self.query(OwnWordsLine):
            one.show([self.value] if isinstance(self.value, str) else [])

    def _options(self) -> list[Option]:
        chosen = self._chosen()
        return [Option(Content.assemble(
            _CHOSEN if choice.code == chosen else _OTHER, f" {number}  " if self._is_numbered else " ",
            Content(choice.label), Content.styled(f"  {choice.help}", "$quiet") if choice.help else ""), id=choice.code)
            for number, choice in enumerate(self._choices, 1)]

    @property
    def _is_numbered(self) -> bool:
        """Whether a figure chooses: not among more than nine, nor where a name begins with a figure of its own."""
        return len(self._choices) < 10 and not any(choice.label[:1].isdigit() for choice in self._choices)

    def _chosen(self) -> str:
        value = code_of(self.value) if isinstance(self.value, str) else self.value
        return next((choice.code for choice in self._choices if choice.value == value), "")

    def _stand(self) -> None:
        known = [choice.code for choice in self._choices]
        self._list.highlighted = known.index(self._chosen()) if self._chosen() in known else None

    def show_value(self, value: Value | None) -> None:
        """Show another choice, without saying that the person chose it."""
        self.value = value
        self._list.set_options(self._options())
        self._stand()  # what was undone is not under the cursor, for Enter to choose it again
        self._show_lines()

    def show_given(self, given: object) -> None:
        """Show what was chosen earlier, with the words beside it."""
        text = str(given or "")
        self.show_value(text if words_beside(text) else self._value_of(text))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose, or go on where it is chosen already."""
        event.stop()
        if event.option.id == self._chosen():
            line = self._line(event.option.id)
            if line is None:
                self.submit()
            else:
                line.focus()
        else:
            self._choose(event.option.id or "")

    def on_key(self, event: Key) -> None:
        """Leave the keys of a line with words to it."""
        if self._list.has_focus:
            super().on_key(event)

    def _took(self, event: Key) -> bool:
        """Let space choose, j and n answer yes and no, and Delete take the answer away."""
        hit = self._by_letter(event.key)
        if self._rest.takes(event.character or ""):
            return True
        if hit is not None:
            self._rest.after(self._label(hit))
            self._choose(hit)
        elif super()._took(event):
            return True
        elif event.key == "space" and self._list.highlighted is not None:
            self._choose(self._choices[self._list.highlighted].code)
        elif event.key in ("delete", "backspace") and self.value is not None:
            self._choose("")
        else:
            return False
        return True

    def _label(self, code: str) -> str:
        return next(choice.label for choice in self._choices if choice.code == code)

    def _by_letter(self, key: str) -> str | None:
        """Return what a key chooses at once: an option's figure, or the first letter of yes and no."""
        if self._is_numbered and key.isdecimal() and len(key) == 1:
            place = int(key) - 1
            return self._choices[place].code if 0 <= place < len(self._choices) else None
        value = kind_of(self.asked).by_key(self.asked, key) if key.isalpha() and len(key) == 1 else None
        return next((choice.code for choice in self._choices if value is not None and choice.value == value), None)

    def _value_of(self, code: str) -> Value | None:
        return next((choice.value for choice in self._choices if choice.code == code), None)

    def _line(self, code: str) -> Input | None:
        """Return where words are written beside an option that takes them."""
        return next((one.line for one in self.query(OwnWordsLine) if one.code == code), None)

    def _choose(self, identity: str) -> None:
        line = self._line(identity)
        given = beside(identity, line.value) if line is not None else identity
        self.show_value(self._value_of(identity) if given == identity else given)
        if identity:
            self._stand()
        self.tell(given)
        if line is not None:
            line.focus(scroll_visible=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the words before anyone else takes the change for theirs."""
        event.stop()
        if event.input.has_focus and self._chosen():
            self.value = beside(self._chosen(), event.value)
            self.tell(self.value)
