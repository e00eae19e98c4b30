"""How far the plan is decided: draft, out for comments or decided, and what has changed since the decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast, get_args

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.errors import NvplanError
from nvplan.model.plan import PlanStanding
from nvplan.model.safetext import one_line
from nvplan.services.reading.comparing import Difference
from nvplan.services.reading.guide import Stop, stop_at
from nvplan.services.reading.snapshots import last_decision, since_decision
from nvplan.services.review.steps import remaining_told
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.session import PlanSession
from nvplan.services.writing.standing import checked_standing
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.texts import steps as steps_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.one_of import OneOf
from nvplan.tui.widgets.row_list import RowList

SAVE = Command(
    "save",
    "f8",
    planner_places_texts.STANDING_SAVE,
    planner_places_texts.HELP_STANDING_SAVE,
    priority=True,
    english="save status",
)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)
#: So many differences are listed; the report on changes has them all.
_MOST = 200


class StandingScreen(PlaceScreen):
    """The plan's standing, and the differences to the last decided text."""

    OFFERS: ClassVar[tuple[Command, ...]] = (SAVE, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._targets: list[Stop | None] = []

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Room.STANDING

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form and the list of differences."""
        info = self.session.state.info
        choices = [(code, *planner_places_texts.STANDING_CHOICES[code]) for code in get_args(PlanStanding)]
        with VerticalScroll(id="form", can_focus=False):
            yield Static(literal(planner_places_texts.STANDING_WHICH), classes="label")
            yield OneOf(choices, info.standing, id="standing")
            yield Static(literal(planner_places_texts.STANDING_DAY), classes="label")
            yield PastingInput(
                info.standing_date,
                placeholder=planner_places_texts.STANDING_DAY_HINT,
                id="standing-day",
                select_on_focus=False,
            )
            yield Static(literal(planner_places_texts.STANDING_BODY), classes="label")
            yield PastingInput(
                info.standing_body,
                placeholder=planner_places_texts.STANDING_BODY_HINT,
                id="standing-body",
                select_on_focus=False,
            )
            yield FaultLine(id="standing-note")
            yield Button(f"{planner_places_texts.STANDING_SAVE} (F8)", id="save", variant="primary")
            yield Static("", id="standing-since", classes="label", markup=False)
            yield RowList(id="standing-changes")

    def on_mount(self) -> None:
        """Show the standing and what has changed."""
        self.query_one("#crumb", TopLine).left = planner_places_texts.STANDING_CRUMB
        self.show_changes()
        self.query_one("#standing", OneOf).focus()

    def plan_changed(self) -> None:
        """Show what has changed."""
        super().plan_changed()
        self.show_changes()

    def show_changes(self) -> None:
        """Show what differs from the last decided text; each row leads to its question."""
        decided = last_decision(self.session)
        try:
            found = since_decision(self.session)
        except NvplanError as error:
            self._note(str(error), bad=True)
            found = []
        heading = self.query_one("#standing-since", Static)
        heading.set_classes("label" if found else "note")  # a heading only where something stands below it
        if decided is None:
            heading.update(literal(planner_places_texts.STANDING_NEVER))
        else:
            words = planner_places_texts.STANDING_SINCE if found else planner_places_texts.STANDING_SINCE_NOTHING
            heading.update(literal(words.format(name=decided.name)))
        self._targets = [self._target(one) for one in found[:_MOST]]
        changes = self.query_one("#standing-changes", OptionList)
        changes.display = bool(found)
        changes.set_options([Option(_row(one)) for one in found[:_MOST]])

    def _target(self, one: Difference) -> Stop | None:
        chapter, _, actor = one.change["id"].partition("@")
        if not (chapter and actor and one.change["path"]):
            return None
        return stop_at(f"{one.change['path'][-1]}@{actor}", self.session.state)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the question that has changed."""
        target = self._targets[event.option_index] if event.option_list.id == "standing-changes" else None
        if target is not None:
            self.planner.go(target)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next input, or save from the last."""
        if event.input.id == "standing-body":
            self.action_save()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save the standing."""
        self.action_save()

    def action_save(self) -> None:
        """Save the standing, once what remains before it has been seen; what is missing is said in one sentence."""
        command = self._given()
        try:
            checked_standing(command)
        except NvplanError as error:
            self._note(str(error), bad=True)
            return
        standing = command.standing
        left = remaining_told(self.session, standing) if standing != self.session.state.info.standing else []
        if left:
            self.app.push_screen(AskBox(steps_texts.BEFORE_TITLE[standing], steps_texts.BEFORE_YES, lines=left),
                                 lambda sure: self._save(command) if sure else None)
        else:
            self._save(command)

    def _given(self) -> SetStanding:
        standing = cast(PlanStanding, self.query_one("#standing", OneOf).chosen)
        date, body = (self.query_one(f"#standing-{name}", Input).value for name in ("day", "body"))
        return SetStanding(standing, date, body)

    def _save(self, command: SetStanding) -> None:
        try:
            sentence = self.session.do(command)
        except NvplanError as error:
            self._note(str(error), bad=True)
            return
        self.plan_changed()
        self._note(sentence)

    def _note(self, text: str, *, bad: bool = False) -> None:
        note = self.query_one("#standing-note", FaultLine)
        (note.refuse if bad else note.tell)(text)

    def action_back(self) -> None:
        """Go back to the overview."""
        self.planner.go(Room.OVERVIEW)


def _row(one: Difference) -> Content:
    left, right = (one_line(side, 70) or planner_places_texts.STANDING_NO_VALUE for side in (one.left, one.right))
    return Content("\n").join([
        literal(one_line(one.place, 110)),
        literal(f"  {planner_places_texts.STANDING_WAS.format(value=left)}", "$quiet"),
        literal(f"  {planner_places_texts.STANDING_IS.format(value=right)}")])
