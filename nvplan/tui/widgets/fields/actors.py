"""The field of a coded question that each actor answers: all of them in place, a row each, with a figure to answer.

Moving in the list stores nothing: a figure, or the letter of yes and no, is what answers, and only for the marked row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.kind import Choice
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import Value
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.fields.typed_names import RestOfWord
from nvplan.tui.widgets.row_list import RowList

_ANSWERED, _EMPTY = "●", "○"
#: More choices than this have no figure of their own; such a question is answered one actor at a time.
MOST = 9
#: An actor's name is cut here.
_NAME = 24
_SMALL = 72


@dataclass(frozen=True)
class ActorRow:
    """An actor that is asked, and what it has answered."""

    actor: str
    name: str
    value: Value | None
    carried: bool = False
    """Whether the answer is last year's and waits for a yes."""


def suits(question: Question) -> bool:
    """Whether a question is answered so: one choice among so few that each has a figure, once for each actor."""
    choices = kind_of(question).choices(question)
    return (question.per == "aktor" and kind_of(question).is_one_choice and 0 < len(choices) <= MOST
            and not any(choice.label[:1].isdigit() for choice in choices)
            and not any(option.own for option in question.options))


class _Actors(RowList):
    """The rows. The field hears of a move before the next key: a figure is never meant for a row that was left."""

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Tell the field at once which row is marked."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and isinstance(self.parent, ActorsField):
            self.parent.stand(highlighted)


class ActorsField(AnswerField):
    """Shows every actor's answer and takes that of the marked one."""

    def __init__(self, asked: Question, rows: Sequence[ActorRow], actor: str) -> None:
        self._rows = list(rows)
        self.at = next((place for place, row in enumerate(rows) if row.actor == actor), 0)
        super().__init__(asked, self._rows[self.at].value)
        self.mover: Callable[[str], None] | None = None
        """Is told whose row the cursor came to, before any other key."""
        self.is_saved: Callable[[], bool] = lambda: True
        """Says whether what was given is on disk, so that the cursor may go down."""
        self._rest = RestOfWord()

    @property
    def _choices(self) -> Sequence[Choice]:
        return kind_of(self.asked).choices(self.asked)

    @property
    def _list(self) -> _Actors:
        return self.query_one(_Actors)

    def compose(self) -> ComposeResult:
        """Compose the rows, the choices right below them, and the note."""
        yield _Actors(*self._drawn())
        yield Static("", classes="actors-legend", markup=False)
        yield self._note

    def on_mount(self) -> None:
        """Stand on the actor at hand."""
        self._list.highlighted = self.at
        self._show_legend()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the choices to the new width."""
        self._show_legend()

    def _drawn(self) -> list[Option]:
        names = [one_line(row.name, _NAME) for row in self._rows]
        widest = max(map(cell_len, names))
        return [Option(Content.assemble(
            literal(name), " " * (widest - cell_len(name) + 2),
            planner_places_texts.MATRIX_CARRIED.strip() if row.carried and row.value is not None else
            _ANSWERED if row.value is not None else _EMPTY, "  ", literal(self._words(row.value))))
            for name, row in zip(names, self._rows, strict=True)]

    def _words(self, value: Value | None) -> str:
        return next((choice.label for choice in self._choices if choice.value == value), "")

    def _show_legend(self) -> None:
        """Show who answers and what there is to choose among, each choice whole on its line."""
        room, lines = (self.size.width or _SMALL) - 2, [""]
        for number, choice in enumerate(self._choices, 1):
            one = f"{number} {choice.label}"
            if lines[-1] and cell_len(lines[-1]) + 3 + cell_len(one) > room:
                lines.append("")
            lines[-1] += f"{'   ' if lines[-1] else ''}{one}"
        told = planner_places_texts.ACTOR_ANSWERS.format(actor=self._rows[self.at].name)
        self.query_one(".actors-legend", Static).update(
            Content("\n").join([literal(told, "bold"), *(literal(line) for line in lines)]))

    # -- what is shown ---------------------------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[ActorRow]) -> None:
        """Show the answers as they stand in the plan; the rows are the same actors, or the field is made anew."""
        if list(rows) != self._rows and [row.actor for row in rows] == [row.actor for row in self._rows]:
            self._rows = list(rows)
            self._redraw()

    def _redraw(self) -> None:
        options, standing = self._list, self.at
        options.set_options(self._drawn())
        options.highlighted = standing

    def show_value(self, value: Value | None) -> None:
        """Show another answer in the marked row, without saying that the person gave it."""
        self.value = value
        self._rows[self.at] = replace(self._rows[self.at], value=value, carried=False)
        if self.is_mounted:
            self._redraw()

    def show_given(self, given: object) -> None:
        """Show what was chosen earlier."""
        self.show_value(self._value_of(str(given or "")))

    def _value_of(self, code: str) -> Value | None:
        return next((choice.value for choice in self._choices if choice.code == code), None)

    def focus_input(self) -> None:
        """Put the cursor in the list."""
        self._list.focus(scroll_visible=False)

    # -- moving ----------------------------------------------------------------------------------------------------
    def stand(self, place: int) -> None:
        """Take the row as the one that is answered now."""
        if place == self.at or not 0 <= place < len(self._rows):
            return
        self.at, self.value, self._rest = place, self._rows[place].value, RestOfWord()
        self.show_note("")
        self._show_legend()
        if self.mover is not None:
            self.mover(self._rows[place].actor)

    def go_to(self, actor: str) -> bool:
        """Mark an actor's row; tell whether there is one."""
        place = next((place for place, row in enumerate(self._rows) if row.actor == actor), None)
        if place is not None:
            self._list.highlighted = place
        return place is not None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on."""
        event.stop()
        self.submit()

    # -- answering -------------------------------------------------------------------------------------------------
    def on_key(self, event: events.Key) -> None:
        """Let a figure choose for the marked row and go down, j and n say yes and no, Delete take the answer away."""
        key = event.key if len(event.key) == 1 else ""
        figure = int(key) if key.isdecimal() else 0
        letter = kind_of(self.asked).by_key(self.asked, key) if key.isalpha() else None
        if self._rest.takes(event.character or ""):
            pass
        elif 0 < figure <= len(self._choices):
            self._choose(self._choices[figure - 1].code)
            if self.is_saved() and self.at + 1 < len(self._rows):
                self._list.highlighted = self.at + 1
        elif letter is not None:
            chosen = next(choice for choice in self._choices if choice.value == letter)
            self._rest.after(chosen.label)
            self._choose(chosen.code)
        elif event.key in ("delete", "backspace") and self.value is not None:
            self._choose("")
        else:
            return
        event.stop()
        event.prevent_default()

    def _choose(self, code: str) -> None:
        self.show_value(self._value_of(code))
        self.tell(code)


__all__ = ["ActorRow", "ActorsField", "suits"]
