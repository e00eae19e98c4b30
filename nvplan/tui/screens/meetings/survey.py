"""A survey of a meeting: the questions to paste, and the answers, shown whole before they are taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path
from nvplan.model.safetext import one_line
from nvplan.services.meetings.scoring import chosen_dimensions
from nvplan.services.meetings.survey.asking import survey_lines
from nvplan.services.meetings.survey.columns import SAYABLE
from nvplan.services.meetings.survey.table import SurveyTable
from nvplan.services.meetings.survey.taken import Choices, Survey, look
from nvplan.services.meetings.survey.telling import column_rows, survey_told
from nvplan.services.writing.commands_rounds import TakeInSurvey
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_surveys as planner_surveys_texts
from nvplan.texts import surveys as surveys_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.screens.meetings import keys
from nvplan.tui.screens.meetings.drafts import PassingDrafts
from nvplan.tui.screens.meetings.place import MeetingPlace
from nvplan.tui.screens.meetings.survey_boxes import LabelsBox, ZeroBox
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingSurvey
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.row_list import RowList


class SurveyScreen(MeetingPlace):
    """Shows a meeting's questions to paste; with a file what its answers come to, and takes them in."""

    OFFERS: ClassVar = keys.SURVEY
    SHOWS: ClassVar = ("enkat",)

    def __init__(self, session: PlanSession, meeting: str) -> None:
        super().__init__(session, meeting)
        self._table: SurveyTable | None = None
        self._survey: Survey | None = None
        self._columns: dict[str, str] = {}
        self._scores: dict[str, int | None] = {}
        self._zero: int | None = None
        self._keep_doubles = False
        self._drafts = PassingDrafts()

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return MeetingSurvey(self.meeting_id)

    def about(self) -> Content:
        """Say what the place is for, what is read and what is kept."""
        return literal(planner_surveys_texts.ABOUT)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question of which file, what it comes to, and its columns."""
        with Vertical(id="survey"):
            yield Static(literal(planner_surveys_texts.SOURCE), classes="label")
            yield PastingInput("", placeholder=planner_surveys_texts.SOURCE_HINT, id="source", select_on_focus=False)
            with VerticalScroll(id="survey-scroll"):
                yield Static("", id="told", markup=False)
            yield RowList(id="survey-columns")

    def on_mount(self) -> None:
        """Show the questions to paste, with the cursor where the file is named."""
        self.query_one("#crumb", TopLine).left = planner_surveys_texts.CRUMB.format(title=self.meeting.title)
        self.query_one("#source", Input).focus()
        self._show()

    def copied(self) -> str:
        """Return the questions, for Ctrl+C to carry to the form service."""
        return "\n".join(survey_lines(self.session, self.meeting))

    # -- what is shown ---------------------------------------------------------------------------------------------
    def show_meeting(self) -> None:
        """Show what the answers come to beside what others have written."""
        self._look_again()

    def _show(self, fault: str = "") -> None:
        found = self._survey
        if fault:
            lines = [f"! {fault}"]
        elif found is None:
            lines = [planner_surveys_texts.BEFORE, "", *survey_lines(self.session, self.meeting)]
        else:
            lines = survey_told(self.session, self.meeting, found, by_command=False)
            lines.append(planner_surveys_texts.READY if found.is_ready else planner_surveys_texts.NOT_READY)
        told = self.query_one("#told", Static)
        told.update(literal("\n".join(lines)))
        told.set_class(bool(fault), "note-bad")
        columns = self.query_one("#survey-columns", RowList)
        standing = columns.highlighted
        columns.display = found is not None and not fault
        if found is not None:
            wide = max(20, self.size.width - 34)
            columns.set_options([Option(_row(row, wide)) for row in column_rows(found)])
            columns.highlighted = min(standing or 0, len(found.columns) - 1)
        self.show_frame()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what the answers come to."""
        event.stop()
        self.action_look()

    def action_look(self) -> None:
        """Read the file anew and show what it comes to; nothing is written."""
        from nvplan.files.read.survey_file import read_survey

        typed = self.query_one("#source", Input).value.strip().strip("\"'")
        self._survey = None
        if not typed:
            self._show(planner_surveys_texts.NO_FILE)
            return
        try:
            table = read_survey(given_path(typed))
            if self._table is None or table.headings != self._table.headings:
                self._columns, self._scores, self._zero, self._keep_doubles = {}, {}, None, False
            self._table = table
            self._look_again()
        except NvplanError as error:
            self._show(str(error))
            return
        self.query_one("#survey-scroll", VerticalScroll).scroll_home(animate=False)
        self.query_one("#survey-columns", RowList).focus()

    def _look_again(self) -> None:
        if self._table is not None:
            chosen = Choices(self._columns, self._zero, self._scores, self._keep_doubles)
            self._survey = look(self.session, self.meeting, self._table, chosen)
        self._show()

    # -- what is said of the file ----------------------------------------------------------------------------------
    def needs_file(self) -> str:
        """Say that a file is to be shown first, where none is."""
        return "" if self._survey is not None else planner_surveys_texts.LOOK_FIRST

    why_not_zero = why_not_doubles = why_not_take_in = needs_file

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what the column is."""
        event.stop()
        found = self._survey
        if found is None:
            return
        column = found.columns[event.option_index]
        choices = [Choice(surveys_texts.USES[use], "", use, use) for use in SAYABLE]
        choices += [Choice(surveys_texts.AS_DIMENSION.format(title=one.title), "", one.id, one.id)
                    for one in chosen_dimensions(self.session.state)]
        standing = column.target if column.use == "poang" and column.target else column.use
        title = planner_surveys_texts.PICK_USE.format(heading=one_line(column.heading, 44))
        self.app.push_screen(OneBox(title, choices, standing), lambda chosen: self._use(column.place, chosen))

    def _use(self, place: int, chosen: object) -> None:
        if isinstance(chosen, str):
            self._columns = {**self._columns, str(place + 1): chosen}
            self._look_again()

    def action_zero(self) -> None:
        """Say which number is 0."""
        self.app.push_screen(ZeroBox(self._zero), self._set_zero)

    def _set_zero(self, zero: int | None) -> None:
        if zero is not None:
            self._zero = zero
            self._look_again()

    def why_not_labels(self) -> str:
        """Say that no scale has answers in words whose scores are asked."""
        return "" if self._labels() else planner_surveys_texts.NO_LABELS

    def _labels(self) -> list[str]:
        """Return the labels of the marked column whose scores are asked, else those of the first that has any."""
        found, place = self._survey, self.query_one("#survey-columns", RowList).highlighted if self.framed else None
        if found is None:
            return []
        order = sorted(found.scales, key=lambda one: place is None or one != found.columns[place].place)
        return next((list(found.scales[one].asked) for one in order if found.scales[one].asked), [])

    def action_labels(self) -> None:
        """Say the scores of answers in words."""
        labels = self._labels()

        def save(typed: Mapping[str, str], _replaces: bool) -> str:
            self._scores = {**self._scores, **LabelsBox.scores(labels, typed)}
            return ""

        self.app.push_screen(LabelsBox(labels, self._drafts, save), lambda _: self._look_again())

    def action_doubles(self) -> None:
        """Count every answer, or again only the latest of each person."""
        self._keep_doubles = not self._keep_doubles
        self._look_again()

    # -- what is done ----------------------------------------------------------------------------------------------
    def action_take_in(self) -> None:
        """Write what the answers come to."""
        found = self._survey
        if found is None:
            return
        try:
            told = self.session.do(TakeInSurvey(self.meeting_id, found))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.planner.say(told)
        self._look_again()

    def action_write_questions(self) -> None:
        """Write the questions to a text file in the plan's folder."""
        from nvplan.files.ports import WRITER

        stem = planner_surveys_texts.FILE_STEM.format(title=self.meeting.title)
        try:
            path = WRITER.write_new(self.session.folder_beside, stem, ".txt", f"{self.copied()}\n".encode())
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.planner.say(planner_surveys_texts.WRITTEN.format(path=path))


def _row(row: tuple[str, str, str], wide: int) -> Content:
    number, heading, use = row
    return Content.assemble(literal(f"{number:>3}  {one_line(heading, wide)}"), Content.styled(f"  {use}", "$quiet"))
