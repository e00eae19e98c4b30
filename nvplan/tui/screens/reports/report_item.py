"""A report, one question at a time: the field for the county's own answer, and the draft that it stands over."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from nvplan.model.dates import format_date
from nvplan.model.errors import NvplanError
from nvplan.services.reading.places import Place
from nvplan.services.reports.opening import OCCASIONS, number_of
from nvplan.services.reports.pages import ItemPage, ReportPages, report_pages
from nvplan.services.writing.commands_reports import ConfirmReportText
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.report_saving import ReportSaver
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.field_place import EDITOR, FieldPlace
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.fields import LOOKS, AnswerField, field_for
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.reading import ReadingPanel
from nvplan.tui.widgets.report_page import as_field, draft_content

NEXT = Command(
    "next", "f8", reports_planner_texts.KEY_NEXT, reports_planner_texts.HELP_NEXT, priority=True, english="next"
)
PREVIOUS = Command(
    "previous",
    "f7",
    reports_planner_texts.KEY_PREVIOUS,
    reports_planner_texts.HELP_PREVIOUS,
    priority=True,
    english="previous",
)
DRAFT = Command(
    "use_draft",
    "f6",
    reports_planner_texts.KEY_DRAFT,
    reports_planner_texts.HELP_DRAFT,
    priority=True,
    english="draft suggestion",
)
READ = Command(
    "read", "f4", reports_planner_texts.KEY_READ, reports_planner_texts.HELP_READ, priority=True, english="read scroll"
)
CONFIRM = Command(
    "confirm",
    "ctrl+g",
    reports_planner_texts.KEY_CONFIRM,
    reports_planner_texts.HELP_CONFIRM,
    priority=True,
    english="confirm",
)
UP = Command("up", "escape", planner_texts.KEY_BACK, reports_planner_texts.HELP_UP, english="back")


class ReportItemScreen(FieldPlace):
    """The questions of a report that people write in, in order."""

    OFFERS: ClassVar[tuple[Command, ...]] = (NEXT, PREVIOUS, DRAFT, READ, CONFIRM, EDITOR, UP)
    _saver: ReportSaver | None

    def __init__(self, session: PlanSession, identity: str, item: str) -> None:
        super().__init__()
        self.session, self.identity = session, identity
        self._pages: ReportPages = report_pages(session, identity)
        self._at = self._pages.find(item) or 0

    @property
    def where(self) -> Where:
        """The report is what is remembered between two sittings."""
        return Place(OCCASIONS, self.identity)

    @property
    def page(self) -> ItemPage:
        """The question at hand."""
        return self._pages.pages[self._at]

    @property
    def is_carried(self) -> bool:
        """Whether the answer was carried over and nobody has confirmed it."""
        return self.page.standing.standing == "overfort" and not self._pages.report.is_frozen

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here: nothing is written in a frozen report, and only what was carried over is confirmed."""
        if self._pages.report.is_frozen:
            return (NEXT, PREVIOUS, READ, UP, *EVERYWHERE)
        ahead = (CONFIRM,) if self.is_carried else ()
        return (NEXT, *ahead, DRAFT, READ, PREVIOUS, EDITOR, UP, *EVERYWHERE)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question and its field, and beside or below them the draft."""
        with Container(id="report-sides"):
            with VerticalScroll(id="question", can_focus=False):
                yield Static("", id="label", markup=False)
                yield Static("", id="asks", markup=False)
                yield Static("", id="where", markup=False)
                yield Static("", id="actor", markup=False)
                yield Vertical(id="answer")
            yield ReadingPanel(id="draft", text="draft-text", can_focus=True)

    def on_mount(self) -> None:
        """Show the question that the report was opened on."""
        self.when_painted(self._show)

    # -- what is shown ---------------------------------------------------------------------------------------------
    async def _show(self) -> None:
        page, report = self.page, self._pages.report
        self._warned = False
        value = page.standing.text if _is_written(page) else None
        field = field_for(as_field(page, frozen=report.is_frozen), value)
        place = self.query_one("#answer", Vertical)
        await place.remove_children()
        await place.mount(field)
        self._saver = ReportSaver(self.session, report, page.item, field, self.planner, self._saved)
        field.taker = partial(self._edited, self._saver)
        if report.is_frozen:
            for area in field.query(TextArea):
                area.read_only = True
            for line in field.query(Input):
                line.disabled = True
        self._show_note(field)
        self._saver.take_over()
        self._show_around()
        field.focus_input()
        self.query_one("#question", VerticalScroll).scroll_home(animate=False)
        self.query_one("#draft", VerticalScroll).scroll_home(animate=False)

    def _show_note(self, field: AnswerField) -> None:
        one, occasion = self.page.standing, self._pages.report.occasion
        if occasion is not None and occasion.frozen:
            field.show_note(reports_planner_texts.FROZEN_NOTE.format(date=format_date(occasion.frozen)), "bad")
        elif self.page.same:
            told = reports_planner_texts.SAME_CARRIED_NOTE if self.is_carried else reports_planner_texts.SAME_NOTE
            field.show_note(told.format(question=self.page.same))
        elif self.is_carried:
            field.show_note(reports_planner_texts.CARRIED_NOTE)
        elif one.standing == "skrivet" and one.changed:
            field.show_note(reports_planner_texts.WRITTEN_NOTE.format(role=one.who, date=format_date(one.changed)))

    def _show_around(self) -> None:
        page = self.page
        above = page.above
        asks = self.query_one("#asks", Static)
        asks.update(literal(above.text if above is not None and page.item.type == "delfraga" else ""))
        asks.display = bool(above is not None and page.item.type == "delfraga")
        self.query_one("#label", Static).update(literal(page.item.text))
        who = self.query_one("#actor", Static)
        missing = reports_planner_texts.MISSING_FROM.format(names=", ".join(page.standing.missing))
        who.update(literal(missing))
        who.display = bool(page.standing.missing)
        self.query_one("#draft-text", Static).update(draft_content(page, self._pages.before_title))
        self.show_frame()

    def show_frame(self) -> None:
        """Show which report and question this is, and how far it is."""
        super().show_frame()
        if not self.framed:
            return
        page, occasion = self.page, self._pages.report.occasion
        title = occasion.title if occasion else self.identity
        crumb = self.query_one("#crumb", TopLine)
        crumb.left = reports_planner_texts.CRUMB.format(title=title)
        crumb.right = reports_planner_texts.ITEM_OF.format(number=self._at + 1, count=len(self._pages.pages))
        parts = [number_of(page.item), reports_planner_texts.ITEM_STANDING_LONG[page.standing.standing]]
        if page.item.conditional:
            parts.append(page.item.conditional)
        self.query_one("#where", Static).update(literal(" · ".join(parts)))
        self.query_one(KeyBar).commands = self.commands

    def about(self) -> Content:
        """Return everything that helps to answer the question at hand."""
        return Content("\n\n").join([literal(self.page.item.text, "bold"),
                                     draft_content(self.page, self._pages.before_title)])

    # -- the answer ------------------------------------------------------------------------------------------------
    def _saved(self) -> None:
        """Show how far the question is now; while a text is being written that stays the same, as does the draft."""
        written = self._saver is not None and self._saver.seen is not None
        if written != (self.page.standing.standing == "skrivet"):
            self._reread()
        self.show_frame()

    def _reread(self) -> None:
        item = self.page.item.id
        self._pages = report_pages(self.session, self.identity)
        self._at = self._pages.find(item) or 0

    def plan_changed(self) -> None:
        """Show what has changed, unless the person is in the middle of a text."""
        saver = self._saver
        if saver is None:
            return
        if not saver.flush():
            saver.look()
            return
        try:
            self._reread()
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            self.leave_place()
            return
        was_frozen, frozen = saver.report.is_frozen, self._pages.report.is_frozen
        value = saver.stored()
        if was_frozen != frozen:
            self.call_later(self._show)
        elif value != saver.seen:
            saver.seen = value
            saver.field.show_value(value)
            self._show_note(saver.field)
        self._show_around()

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_use_draft(self) -> str:
        """Say that there is no draft, or no field that takes one."""
        if self.page.same:
            return reports_planner_texts.DRAFT_BELOW
        if not self.page.draft:
            return reports_planner_texts.DRAFT_NONE
        takes = self._saver is None or LOOKS[self._saver.field.asked].has_editor
        return "" if takes else reports_planner_texts.DRAFT_NO_FIELD

    def action_use_draft(self) -> None:
        """Put the draft in the field; a text that stands there is replaced only after a question."""
        saver, draft = self._saver, self.page.draft
        if saver is None or self._pages.report.is_frozen:
            return
        area = saver.field.query_one(TextArea)
        if area.text.strip() == draft.strip():
            self.planner.say(reports_planner_texts.DRAFT_SAME)
        elif area.text.strip():
            self.app.push_screen(
                AskBox(
                    reports_planner_texts.DRAFT_REPLACE,
                    reports_planner_texts.DRAFT_REPLACE_YES,
                    lines=(reports_planner_texts.UNDO_LINE,),
                ),
                lambda sure: self._use(saver) if sure else None,
            )
        else:
            self._use(saver)

    def _use(self, saver: ReportSaver) -> None:
        saver.field.query_one(TextArea).text = self.page.draft
        saver.field.focus_input()
        self.planner.say(reports_planner_texts.DRAFT_USED)

    async def action_confirm(self) -> None:
        """Confirm an answer that was carried over, and go on."""
        if not self.may_go(self.action_confirm):
            return
        try:
            sentence = self.session.do(ConfirmReportText(self.identity, self.page.item.id))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.planner.say(sentence)
        await self._step(1)

    def action_read(self) -> None:
        """Go to the draft, and from there back to the field."""
        pane = self.query_one("#draft", VerticalScroll)
        if self.focused is pane and self._saver is not None:
            self._saver.field.focus_input()
        else:
            pane.focus()

    async def action_next(self) -> None:
        """Go to the next question."""
        await self._step(1)

    async def action_previous(self) -> None:
        """Go to the question before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        if not self.may_go(partial(self._step, by)):
            return
        place = self._at + by
        if 0 <= place < len(self._pages.pages):
            self._reread()
            self._at = place
            await self._show()
        else:
            self._show_around()
            self.planner.say(reports_planner_texts.LAST_ITEM if by > 0 else reports_planner_texts.FIRST_ITEM)

    def action_in_field(self, action: str) -> None:
        """Do something with the field at hand, for a key that was clicked or chosen in the palette."""
        if self._saver is not None:
            self._saver.field.run_worker(self._saver.field.run_action(action))

    def action_up(self) -> None:
        """Go back to the report's questions, to the one at hand."""
        self.leave_place()
        below = self.planner.place
        if isinstance(below, ListPlace):
            below.mark(self.page.item.id)

    def on_screen_suspend(self) -> None:
        """Save what is waiting before something is shown over the question."""
        self.save_waiting()


def _is_written(page: ItemPage) -> bool:
    return page.standing.standing in ("skrivet", "overfort")
