"""The boxes in which it is said how the scales of a survey are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.services.meetings.agreement import SCORES
from nvplan.texts import planner_assess as planner_assess_texts
from nvplan.texts import planner_surveys as planner_surveys_texts
from nvplan.texts import surveys as surveys_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.screens.meetings.drafts import Drafts
from nvplan.tui.screens.meetings.typing_box import FIELD, TypingBox
from nvplan.tui.widgets.fields.line import PastingInput


class ZeroBox(Box[int]):
    """Asks which number is 0 on the scales of a survey."""

    def __init__(self, before: int | None) -> None:
        super().__init__()
        self._before = before

    def compose(self) -> ComposeResult:
        """Compose the question and its field."""
        with Vertical(id="box", classes="small"):
            yield Static(literal(planner_surveys_texts.ZERO_TITLE), classes="box-title")
            yield Input("" if self._before is None else str(self._before), placeholder=planner_surveys_texts.ZERO_HINT)
            yield Static(literal(planner_surveys_texts.ZERO_NOTE), classes="note")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the number, or say what would be one."""
        typed = event.value.strip()
        if typed.isascii() and typed.isdecimal() and len(typed) < 4:
            self.dismiss(int(typed))
            return
        note = self.query_one(".note", Static)
        note.add_class("note-bad")
        note.update(literal(planner_surveys_texts.ZERO_FAULT))


class LabelsBox(TypingBox):
    """Asks for the score of each answer in words."""

    def __init__(self, labels: Sequence[str], drafts: Drafts, save: Callable[[Mapping[str, str], bool], str]) -> None:
        super().__init__(planner_surveys_texts.LABELS_TITLE, "\n".join(labels), drafts, save)
        self._labels = labels

    @staticmethod
    def scores(labels: Sequence[str], typed: Mapping[str, str]) -> dict[str, int | None]:
        """Return the score of each label as it was typed; None abstains.

        Raises:
            InputError: one is missing, or is no score.
        """
        found: dict[str, int | None] = {}
        for place, label in enumerate(labels):
            given = fold(typed.get(str(place), "")).strip()
            if given in (*planner_assess_texts.ABSTAIN_KEYS, surveys_texts.ABSTAIN_WORD):
                found[label] = None
            elif given.isdecimal() and len(given) == 1 and int(given) in SCORES:
                found[label] = int(given)
            else:
                raise InputError(planner_surveys_texts.LABEL_FAULT.format(label=label))
        return found

    def compose(self) -> ComposeResult:
        """Compose a field for each label."""
        with Vertical(id="box", classes="form meeting-box close-rows"):
            yield Static(literal(self._title), classes="box-title")
            with VerticalScroll(id="survey-labels", can_focus=False):
                for place, label in enumerate(self._labels):
                    yield Static(literal(label), classes="label")
                    yield PastingInput(self.drafted(str(place), ""), id=f"{FIELD}{place}", select_on_focus=True)
            yield Static(literal(planner_surveys_texts.LABELS_KEYS), id="box-note", classes="note")

    def on_mount(self) -> None:
        """Start in the first field."""
        self.query_one(f"#{FIELD}0").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or save from the last one."""
        if event.input.id == f"{FIELD}{len(self._labels) - 1}":
            self.action_save()
        else:
            self.focus_next()
