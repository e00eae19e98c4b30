"""What can be done with a whole report, in the list of them and in the report itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input, Static

from nvplan.model.errors import NvplanError
from nvplan.model.objects import ReportOccasion
from nvplan.services.reports.freezing import left_to_do
from nvplan.services.reports.standing import ItemStanding
from nvplan.services.review.steps import review_told
from nvplan.services.writing.commands_reports import FreezeReport, HandInReport
from nvplan.services.writing.session import PlanSession
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.texts import steps as steps_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Box
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.fields.line import PastingInput

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = Command(
    "fields",
    "f4",
    reports_planner_texts.KEY_FIELDS,
    reports_planner_texts.HELP_FIELDS,
    priority=True,
    english="properties details",
)
FREEZE = Command(
    "freeze",
    "f6",
    reports_planner_texts.KEY_FREEZE,
    reports_planner_texts.HELP_FREEZE,
    priority=True,
    english="freeze lock submit",
)
SENT = Command(
    "sent",
    "f8",
    reports_planner_texts.KEY_SENT,
    reports_planner_texts.HELP_SENT,
    priority=True,
    english="sent submitted",
)


def why_not_freeze(one: ReportOccasion) -> str:
    """Return why a report cannot be frozen; empty where it can."""
    return reports_planner_texts.FREEZE_ALREADY if one.frozen else ""


def ask_to_freeze(screen: PlaceScreen, session: PlanSession, one: ReportOccasion, found: Sequence[ItemStanding],
                  then: Callable[[], None]) -> None:
    """Ask before a report is frozen, saying what that means and what is left to do."""
    lines = (
        reports_planner_texts.FREEZE_WHAT,
        reports_planner_texts.FREEZE_PUBLIC,
        *left_to_do(found).lines,
        steps_texts.LINE.format(what=steps_texts.REVIEW, told=review_told(session)),
    )

    def chosen(sure: bool | None) -> None:
        if sure:
            carry_out(screen, lambda: session.do(FreezeReport(one.id)))
            then()

    screen.app.push_screen(
        AskBox(
            reports_planner_texts.FREEZE_TITLE.format(title=one.title), reports_planner_texts.FREEZE_YES, lines=lines
        ),
        chosen,
    )


def ask_when_sent(screen: PlaceScreen, session: PlanSession, one: ReportOccasion, then: Callable[[], None]) -> None:
    """Ask when the county handed the report in; today is proposed."""

    def chosen(done: bool | None) -> None:
        if done:
            then()

    screen.app.push_screen(SentBox(session, one, screen.planner.today().isoformat()), chosen)


def carry_out(screen: PlaceScreen, act: Callable[[], str]) -> None:
    """Do something and say what came of it, or why it could not be done."""
    try:
        screen.planner.say(act())
    except NvplanError as error:
        screen.planner.say(str(error), bad=True)


class SentBox(Box[bool]):
    """Asks on which day a report was handed in. What is wrong with the day is said below it."""

    def __init__(self, session: PlanSession, one: ReportOccasion, proposed: str) -> None:
        super().__init__()
        self._session, self._one, self._proposed = session, one, proposed

    def compose(self) -> ComposeResult:
        """Compose the day."""
        with BoxFrame(reports_planner_texts.SENT_TITLE.format(title=self._one.title), "small"):
            if not self._one.frozen:
                yield Static(literal(reports_planner_texts.SENT_NOT_FROZEN), classes="box-line")
            yield PastingInput(
                self._one.sent or self._proposed, placeholder=reports_planner_texts.SENT_HINT, select_on_focus=False
            )
            yield FaultLine(id="sent-fault")
            yield Static(literal(reports_planner_texts.SENT_KEYS), classes="note")

    def on_mount(self) -> None:
        """Start in the day."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Note the day."""
        event.stop()
        try:
            sentence = self._session.do(HandInReport(self._one.id, event.value))
        except NvplanError as error:
            self.query_one(FaultLine).refuse(str(error))
            return
        self.app.notify(sentence, markup=False)
        self.dismiss(True)
