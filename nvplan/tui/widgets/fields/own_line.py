"""The line for words of one's own beside an option, in the fields that choose among options."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from nvplan.model.kinds.own_words import code_of, words_beside
from nvplan.texts import choices as choices_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fields.line import PastingInput


class OwnWordsLine(Horizontal):
    """The line for the words beside one option; shown while the option is chosen, and what is written stays in it."""

    def __init__(self, code: str, label: str) -> None:
        super().__init__(classes="line own-words")
        self.code, self._label = code, label
        self.display = False

    def compose(self) -> ComposeResult:
        """Compose the option's label and the input."""
        yield Static(literal(choices_texts.OWN_WORDS_LEAD.format(option=self._label)), classes="own-words-lead")
        yield PastingInput(placeholder=choices_texts.OWN_WORDS_HINT, select_on_focus=False)

    @property
    def line(self) -> Input:
        """The input."""
        return self.query_one(Input)

    def show(self, chosen: Sequence[str]) -> None:
        """Show the words of what is chosen; those that stand there already, in the middle of a word, are left."""
        mine = next((one for one in chosen if code_of(one) == self.code), None)
        self.display = mine is not None
        if mine is not None and words_beside(mine) != self.line.value.strip():
            with self.line.prevent(Input.Changed):
                self.line.value = words_beside(mine)
