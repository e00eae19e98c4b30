"""Fields for coded answers: one of several, yes or no, and any of several."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.texts import planner as planner_texts
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.tick_list import TickList

_CHOSEN, _OTHER = "●", "○"


def _choices(question: Question) -> list[tuple[str, str, str]]:
    if question.kind == "ja_nej":
        return [("ja", planner_texts.YES, ""), ("nej", planner_texts.NO, "")]
    return [(option.id, option.label, option.help) for option in question.options]


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
                for identity, label, help_text in _choices(self.question)]

    def _chosen(self) -> str:
        if isinstance(self.value, bool):
            return "ja" if self.value else "nej"
        return self.value if isinstance(self.value, str) else ""

    def _stand(self) -> None:
        options = self.query_one(OptionList)
        known = [identity for identity, _, _ in _choices(self.question)]
        options.highlighted = known.index(self._chosen()) if self._chosen() in known else 0

    def show_value(self, value: Value | None) -> None:
        """Show another choice, without saying that the person chose it."""
        self.value = value
        options = self.query_one(OptionList)
        standing = options.highlighted
        options.set_options(self._options())
        options.highlighted = standing if standing is not None else 0

    def show_given(self, given: object) -> None:
        """Show what was chosen earlier."""
        self.show_value(given == "ja" if self.question.kind == "ja_nej" and given else str(given or "") or None)

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
        known = [identity for identity, _, _ in _choices(self.question)]
        if event.key == "space" and options.highlighted is not None:
            self._choose(known[options.highlighted])
        elif event.key in ("j", "n") and self.question.kind == "ja_nej":
            self._choose("ja" if event.key == "j" else "nej")
        elif event.key in ("delete", "backspace"):
            self._choose("")
        else:
            return
        event.stop()
        event.prevent_default()

    def _choose(self, identity: str) -> None:
        shown: Value | None = identity or None
        if self.question.kind == "ja_nej" and identity:
            shown = identity == "ja"
        self.show_value(shown)
        if identity:
            self._stand()
        self.tell(identity)


class SeveralField(AnswerField):
    """A field for `flerval`: Enter or space ticks and unticks."""

    def compose(self) -> ComposeResult:
        """Compose the list and its note."""
        yield _Ticks([(identity, label) for identity, label, _ in _choices(self.question)], self._chosen())
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
