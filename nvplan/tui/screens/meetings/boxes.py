"""The boxes of a meeting: how long, what is agreed, and what a contribution becomes. None of them loses a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea

from nvplan.model.dates import format_date
from nvplan.model.errors import InputError
from nvplan.model.objects import MeetingItem
from nvplan.services.meetings.ballots import KINDS, MOST_VOTERS
from nvplan.services.meetings.clock import MOST_MINUTES
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.meetings.drafts import Drafts
from nvplan.tui.screens.meetings.typing_box import FIELD, TypingBox
from nvplan.tui.widgets.fields.line import PastingInput


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




class AgreeBox(TypingBox):
    """Asks for the text that is agreed on, what some hold against it, and where it `acts` who sees to it and by when.

    Without a text it asks for what is held against it alone.
    """

    def __init__(self, about: str, lines: Sequence[str], agreed: str | None, item: MeetingItem, drafts: Drafts,
                 save: Callable[[Mapping[str, str], bool], str], *, acts: bool) -> None:
        title = planner_meetings_texts.AGREE_TITLE if agreed is not None else planner_meetings_texts.DISAGREE_TITLE
        super().__init__(title, about, drafts, save)
        self._lines, self._agreed, self._item = lines, agreed, item
        self._last = "due" if agreed is not None and acts else "dissent"

    def compose(self) -> ComposeResult:
        """Compose the text and the dissent."""
        with Vertical(id="box", classes="form meeting-box"):
            yield Static(literal(self._title), classes="box-title")
            with VerticalScroll(id="agree-lines", can_focus=len(self._lines) > 1):
                for line in self._lines:
                    yield Static(literal(line), classes="box-line")
            if self._agreed is not None:
                yield TextArea(self.drafted("agreed", self._agreed), id=f"{FIELD}agreed", tab_behavior="focus")
            yield Static(literal(planner_meetings_texts.DISSENT_LABEL), classes="label")
            yield self._line("dissent", self._item.dissent)
            if self._last == "due":
                with Horizontal(classes="side-by-side"):
                    with Vertical():
                        yield Static(literal(planner_meetings_texts.AGREE_ROLE), classes="label")
                        yield self._line("role", self._item.role, planner_meetings_texts.AGREE_ROLE_HINT)
                    with Vertical():
                        yield Static(literal(planner_meetings_texts.AGREE_DUE), classes="label")
                        yield self._line("due", format_date(self._item.due), planner_meetings_texts.AGREE_DUE_HINT)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def _line(self, name: str, value: str, hint: str = "") -> Input:
        return PastingInput(self.drafted(name, value), id=f"{FIELD}{name}", placeholder=hint, select_on_focus=False)

    def on_mount(self) -> None:
        """Start in the first field."""
        first = self.query_one(f"#{FIELD}agreed" if self._agreed is not None else f"#{FIELD}dissent")
        if isinstance(first, TextArea):
            first.move_cursor(first.document.end)
        first.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or save from the last one."""
        if event.input.id == f"{FIELD}{self._last}":
            self.action_save()
        else:
            self.focus_next()


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
                yield PastingInput(self.drafted(name, self._text if name == "title" else ""), id=f"{FIELD}{name}",
                                   placeholder=planner_meetings_texts.BECOME_HINTS.get(name, ""),
                                   select_on_focus=False)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the field after the title, which is there already."""
        self.query_one(f"#{FIELD}{self._labels[1][0]}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or save from the last one."""
        if event.input.id == f"{FIELD}{self._labels[-1][0]}":
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
                yield PastingInput(self.drafted(kind, str(count) if count else ""), id=f"{FIELD}{kind}",
                                   select_on_focus=True)
            yield Static(literal(planner_assess_texts.VOTERS_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the first field."""
        self.query_one(f"#{FIELD}{KINDS[0]}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or open from the last one."""
        if event.input.id == f"{FIELD}{KINDS[-1]}":
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
                yield PastingInput(self.drafted(name, value), id=f"{FIELD}{name}", select_on_focus=False)
            yield Static(literal(planner_meetings_texts.AGREE_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the reason."""
        self.query_one(f"#{FIELD}reason").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the dissent, or save from there."""
        if event.input.id == f"{FIELD}dissent":
            self.action_save()
        else:
            self.focus_next()
