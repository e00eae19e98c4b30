"""The boxes of a meeting: how long, what is agreed, and what a contribution becomes. None of them loses a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static, TextArea

from nvplan.model.errors import ConflictError, InputError, NvplanError
from nvplan.services.meetings.ballots import KINDS, MOST_VOTERS
from nvplan.services.meetings.clock import MOST_MINUTES
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.unsaved import Loose
from nvplan.tui.widgets.fields.line import PastingInput

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: Keeps what was typed in a box that was closed, by what it was about.
Drafts = dict[str, dict[str, str]]
#: How the ids of the fields begin: others of the same name stand in the frame.
_FIELD = "field-"


class MinutesBox(Box[int]):
    """Asks for a number of minutes."""

    def __init__(self, proposed: int | None, title: str = planner_meetings_texts.CLOCK_MINUTES,
                 hint: str = planner_meetings_texts.CLOCK_MINUTES_HINT, note: str = "") -> None:
        super().__init__()
        self._proposed, self._title, self._hint, self._note = proposed, title, hint, note

    def compose(self) -> ComposeResult:
        """Compose the question and its field."""
        with Vertical(id="box", classes="small"):
            yield Static(literal(self._title), classes="box-title")
            yield Input(str(self._proposed or ""), placeholder=self._hint)
            yield Static(literal(self._note), classes="note")

    def on_mount(self) -> None:
        """Start in the field, over what is proposed."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the number, or say what would be one."""
        typed = event.value.strip()
        if typed.isdecimal() and 1 <= int(typed) <= MOST_MINUTES:
            self.dismiss(int(typed))
            return
        note = self.query_one(".note", Static)
        note.add_class("note-bad")
        note.update(literal(planner_meetings_texts.CLOCK_FAULT.format(most=MOST_MINUTES)))


class TypingBox(Box[str]):
    """A box with several fields that are saved together. What is typed stays in `drafts` until it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("f8,ctrl+s", "save", planner_meetings_texts.AGREE_SAVE,
                                                         priority=True)

    def __init__(self, title: str, about: str, drafts: Drafts, save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__()
        self._title, self.about, self._drafts, self._carry_out = title, about, drafts, save
        self._replaces = False

    def typed(self) -> dict[str, str]:
        """Return what stands in each field."""
        found = {(field.id or "").removeprefix(_FIELD): field.value for field in self.query(Input)}
        return found | {(field.id or "").removeprefix(_FIELD): field.text for field in self.query(TextArea)}

    def drafted(self, name: str, otherwise: str) -> str:
        """Return what was typed here before the box was closed, else what it begins with."""
        return self._drafts.get(self.about, {}).get(name, otherwise)

    def action_close(self) -> None:
        """Close the box; what was typed stands there the next time."""
        self._drafts[self.about] = self.typed()
        self.dismiss(None)

    def keep_typing(self) -> None:
        """Hand over what was typed, when the planner ends."""
        told = "\n".join(text for text in self.typed().values() if text.strip())
        if told:
            cast("NvplanApp", self.app).keep(Loose(self._title, told))

    def action_save(self) -> None:
        """Save, or say in the box what is wrong; where something else stands already, saving once more replaces it."""
        try:
            told = self._carry_out(self.typed(), self._replaces)
        except ConflictError as error:
            self._replaces = True
            self._say(f"{error} {planner_meetings_texts.AGREE_AGAIN}")
        except NvplanError as error:
            self._say(str(error))
        else:
            self._drafts.pop(self.about, None)
            self.dismiss(told)

    def _say(self, fault: str) -> None:
        note = self.query_one("#box-note", Static)
        note.add_class("note-bad")
        note.update(literal(fault))


class AgreeBox(TypingBox):
    """Asks for the text that is agreed on, and what some hold against it; without a text only for the latter."""

    def __init__(self, about: str, lines: Sequence[str], agreed: str | None, dissent: str, drafts: Drafts,
                 save: Callable[[Mapping[str, str], bool], str]) -> None:
        title = planner_meetings_texts.AGREE_TITLE if agreed is not None else planner_meetings_texts.DISAGREE_TITLE
        super().__init__(title, about, drafts, save)
        self._lines, self._agreed, self._dissent = lines, agreed, dissent

    def compose(self) -> ComposeResult:
        """Compose the text and the dissent."""
        with Vertical(id="box", classes="form meeting-box"):
            yield Static(literal(self._title), classes="box-title")
            for line in self._lines:
                yield Static(literal(line), classes="box-line")
            if self._agreed is not None:
                yield TextArea(self.drafted("agreed", self._agreed), id=f"{_FIELD}agreed", tab_behavior="focus")
            yield Static(literal(planner_meetings_texts.DISSENT_LABEL), classes="label")
            yield PastingInput(self.drafted("dissent", self._dissent), id=f"{_FIELD}dissent", select_on_focus=False)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the first field."""
        first = self.query_one(f"#{_FIELD}agreed" if self._agreed is not None else f"#{_FIELD}dissent")
        if isinstance(first, TextArea):
            first.move_cursor(first.document.end)
        first.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save from the last field."""
        self.action_save()


class BecomeBox(TypingBox):
    """Asks who sees to what a contribution becomes, and until when."""

    def __init__(self, kind: str, text: str, about: str, drafts: Drafts,
                 save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__(planner_meetings_texts.BECOME_TITLE[kind], about, drafts, save)
        self._labels = planner_meetings_texts.BECOME_LABELS[kind]
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose a field each for what, who, role and day."""
        with Vertical(id="box", classes="form meeting-box"):
            yield Static(literal(self._title), classes="box-title")
            for name, label in self._labels:
                yield Static(literal(label), classes="label")
                yield PastingInput(self.drafted(name, self._text if name == "title" else ""), id=f"{_FIELD}{name}",
                                   placeholder=planner_meetings_texts.BECOME_HINTS.get(name, ""),
                                   select_on_focus=False)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the field after the title, which is there already."""
        self.query_one(f"#{_FIELD}{self._labels[1][0]}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or save from the last one."""
        if event.input.id == f"{_FIELD}{self._labels[-1][0]}":
            self.action_save()
        else:
            self.focus_next()


class VotersBox(TypingBox):
    """Asks how many take part from each kind of actor."""

    def __init__(self, before: Mapping[str, int], drafts: Drafts,
                 save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__(planner_assess_texts.VOTERS_TITLE, "voters", drafts, save)
        self._before = before

    @staticmethod
    def number(typed: str) -> int:
        """Return the number that was typed, 0 where nothing was.

        Raises:
            InputError: it is no whole number.
        """
        if not typed.strip():
            return 0
        if not (typed.strip().isdecimal() and len(typed.strip()) < 6):
            raise InputError(meeting_rounds_texts.VOTERS_FAULT.format(most=MOST_VOTERS))
        return int(typed)

    def compose(self) -> ComposeResult:
        """Compose a field for each kind."""
        with Vertical(id="box", classes="form meeting-box close-rows"):
            yield Static(literal(self._title), classes="box-title")
            for kind in KINDS:
                yield Static(literal(meeting_rounds_texts.KIND_LABELS[kind]), classes="label")
                count = self._before.get(kind, 0)
                yield PastingInput(self.drafted(kind, str(count) if count else ""), id=f"{_FIELD}{kind}",
                                   select_on_focus=True)
            yield Static(literal(planner_assess_texts.VOTERS_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the first field."""
        self.query_one(f"#{_FIELD}{KINDS[0]}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or open from the last one."""
        if event.input.id == f"{_FIELD}{KINDS[-1]}":
            self.action_save()
        else:
            self.focus_next()


class SettleBox(TypingBox):
    """Asks why the room settles on something else than the verdict, and what some hold against it."""

    def __init__(self, title: str, about: str, reason: str, dissent: str, drafts: Drafts,
                 save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__(title, about, drafts, save)
        self._reason, self._dissent = reason, dissent

    def compose(self) -> ComposeResult:
        """Compose the reason and the dissent."""
        with Vertical(id="box", classes="form meeting-box"):
            yield Static(literal(self._title), classes="box-title")
            for name, label, value in (("reason", planner_assess_texts.REASON_LABEL, self._reason),
                                       ("dissent", planner_meetings_texts.DISSENT_LABEL, self._dissent)):
                yield Static(literal(label), classes="label")
                yield PastingInput(self.drafted(name, value), id=f"{_FIELD}{name}", select_on_focus=False)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the reason."""
        self.query_one(f"#{_FIELD}reason").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the dissent, or save from there."""
        if event.input.id == f"{_FIELD}dissent":
            self.action_save()
        else:
            self.focus_next()
