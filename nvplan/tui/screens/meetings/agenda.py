"""The agenda of a meeting: its items in order with proposed minutes, and what was promised the last time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nvplan.catalog.agendas import agendas
from nvplan.model.errors import NvplanError
from nvplan.model.objects import Meeting, MeetingItem
from nvplan.model.safetext import one_line
from nvplan.services.meetings.course import (
    ITEMS,
    items,
    minutes_left,
    previous,
)
from nvplan.services.meetings.promises import facts_of, promises
from nvplan.services.meetings.subjects import subjects
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_list import show_field
from nvplan.services.reading.places import Place
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import AddItem, MoveItem, RemoveItem, UseAgenda
from nvplan.services.writing.session import PlanSession
from nvplan.texts import meetings as meetings_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.asking import LineBox
from nvplan.tui.screens.boxes.box import AskBox, Choice, PickBox
from nvplan.tui.screens.meetings import keys
from nvplan.tui.screens.meetings.boxes import MinutesBox
from nvplan.tui.screens.meetings.place import MeetingPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingAgenda, MeetingRun, MeetingSurvey, ObjectForm
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.row_list import RowList
from nvplan.tui.widgets.side_panel import WIDE

#: So long is what is told of the purpose, and of who takes part, in a wide window: some two lines.
_MOST_HEAD = 180
#: So many of the last meeting's promises find room in any window, and so many lines stand around them and the items.
_LEAST_PROMISES, _OTHER_LINES = 4, 12
#: Columns around an item's title and what stands after it: the border, the number, the scrollbar.
_BESIDE = 13


class MeetingAgendaScreen(MeetingPlace):
    """What a meeting is to treat; from here it begins."""

    OFFERS: ClassVar = keys.AGENDA
    SHOWS: ClassVar = ("mote", "satt")

    def __init__(self, session: PlanSession, meeting: str) -> None:
        super().__init__(session, meeting)
        self._shown: list[MeetingItem] = []

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return MeetingAgenda(self.meeting_id)

    @property
    def marked(self) -> MeetingItem | None:
        """The item that the cursor stands on."""
        place = self.query_one("#agenda-items", OptionList).highlighted if self.framed else None
        return self._shown[place] if place is not None and place < len(self._shown) else None

    @property
    def leads_back(self) -> Where:
        """The list of meetings."""
        return Place("mote")

    def compose_place(self) -> Iterable[Widget]:
        """Compose what the meeting is for, its items, and what was promised."""
        with Vertical(id="agenda"):
            yield Static("", id="agenda-head", markup=False)
            yield RowList(id="agenda-items")
            yield Static("", id="agenda-empty", markup=False)
            yield Static("", id="agenda-last", markup=False)

    def on_mount(self) -> None:
        """Show the items and put the cursor on the first that is open."""
        self.show_meeting()
        options = self.query_one("#agenda-items", OptionList)
        options.highlighted = next((at for at, one in enumerate(self._shown) if one.outcome == "oppen"), 0) \
            if self._shown else None
        options.focus()

    def about(self) -> Content:
        """Return how a meeting is prepared and held."""
        return literal(planner_meetings_texts.ABOUT)

    def show_meeting(self) -> None:
        """Show the meeting as it stands."""
        meeting, marked = self.meeting, self.marked
        self._shown = items(self.session.state, self.meeting_id)
        who = "; ".join(meeting.participants)  # a role has a comma of its own: ”Socialchef, Växjö kommun”
        lines = [planner_meetings_texts.AGENDA_PURPOSE.format(purpose=meeting.purpose) if meeting.purpose else "",
                 planner_meetings_texts.AGENDA_WHO.format(who=who) if who else ""]
        room = _MOST_HEAD if self.size.width >= WIDE else self.size.width - 4
        told = [one_line(line, room) for line in lines if line]
        self.query_one("#agenda-head", Static).update(literal("\n".join(told)))
        options = self.query_one("#agenda-items", OptionList)
        options.set_options([Option(self._row(place, one)) for place, one in enumerate(self._shown, 1)])
        ids = [one.id for one in self._shown]
        options.highlighted = ids.index(marked.id) if marked is not None and marked.id in ids else 0 if ids else None
        options.display = bool(ids)
        empty = self.query_one("#agenda-empty", Static)
        empty.update(literal(planner_meetings_texts.AGENDA_EMPTY))
        empty.display = not ids
        self.query_one("#agenda-last", Static).update(literal("\n".join(self._last_time(meeting))))
        self.show_frame()

    def _row(self, place: int, item: MeetingItem) -> Content:
        form = show_field(self.session.state, fields_by_name(ITEMS)["form"], item.form)
        outcome = show_field(self.session.state, fields_by_name(ITEMS)["outcome"], item.outcome)
        detail = planner_meetings_texts.ITEM_DETAIL.format(
            form=form,
            minutes=planner_meetings_texts.ITEM_MINUTES.format(minutes=item.minutes) if item.minutes else "",
            outcome=planner_meetings_texts.ITEM_OUTCOME.format(outcome=outcome) if item.outcome != "oppen" else "")
        title = planner_meetings_texts.ITEM_ROW.format(
            number=place, title=one_line(item.title, max(20, self.size.width - len(detail) - _BESIDE)))
        return Content.assemble(literal(title), Content.styled(f"  {detail}", "$quiet"))

    def _last_time(self, meeting: Meeting) -> Iterator[str]:
        before = previous(self.session.state, meeting)
        if before is None:
            return
        found = promises(self.session.state, before)
        if not found:
            return
        yield planner_meetings_texts.AGENDA_LAST.format(title=before.title)
        room = max(_LEAST_PROMISES, self.size.height - len(self._shown) - _OTHER_LINES)
        for one in found if len(found) <= room else found[:room - 1]:
            told = facts_of(one, self.session.state)
            what = one_line(one.what, max(20, self.size.width - len(told) - 12))
            yield planner_meetings_texts.AGENDA_PROMISE.format(what=what, told=told)
        if len(found) > room:
            yield planner_meetings_texts.AGENDA_MORE.format(count=len(found) - room + 1)

    def show_frame(self) -> None:
        """Show which meeting it is and how long it is proposed to take."""
        super().show_frame()
        if self.is_there:
            crumb = self.query_one("#crumb", TopLine)
            crumb.left = planner_meetings_texts.AGENDA_CRUMB.format(title=self.meeting.title)
            minutes = minutes_left(self._shown)
            crumb.right = planner_meetings_texts.AGENDA_ROW_DETAIL.format(
                items=meetings_texts.counted_items(len(self._shown)), minutes=minutes)

    # -- what can be done ------------------------------------------------------------------------------------------
    def _do(self, command: ChangeCommand[str], *, tells: bool = True) -> None:
        try:
            told = self.session.do(command)
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        else:
            if tells:
                self.planner.say(told)
        self.show_meeting()

    def needs_item(self) -> str:
        """Say that an item is to be marked first, where none is."""
        return "" if self.marked is not None else planner_meetings_texts.NO_ITEM

    why_not_open_item = why_not_minutes = why_not_remove = needs_item

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin with the item that was chosen."""
        event.stop()
        self.action_open_item()

    def action_open_item(self) -> None:
        """Show the marked item large."""
        if self.marked is not None:
            self.show_over(MeetingRun(self.meeting_id, self.marked.id))

    def action_begin(self) -> None:
        """Show the meeting large, from the first item that is open."""
        self.show_over(MeetingRun(self.meeting_id))

    def action_survey(self) -> None:
        """Show the survey of the meeting."""
        self.show_over(MeetingSurvey(self.meeting_id))

    def action_facts(self) -> None:
        """Show the meeting's own fields."""
        self.show_over(ObjectForm("mote", self.meeting_id))

    def action_agenda(self) -> None:
        """Choose a ready-made agenda."""
        choices = [Choice(one.title, planner_meetings_texts.AGENDA_ROW_DETAIL.format(
            items=meetings_texts.counted_items(len(one.items)), minutes=one.minutes), one.purpose, one.id)
            for one in agendas()]
        self.app.push_screen(PickBox(planner_meetings_texts.PICK_AGENDA, choices), self._use)

    def _use(self, chosen: object) -> None:
        if isinstance(chosen, str):
            self._do(UseAgenda(self.meeting_id, chosen))

    def action_add(self) -> None:
        """Choose what a new item is about."""
        own = Choice(planner_meetings_texts.ITEM_OWN, planner_meetings_texts.ITEM_OWN_DETAIL, "", ("", ""))
        choices = [own, *(Choice(one.title, one.kind, one.identity, (one.field, one.identity))
                          for one in subjects(self.session))]
        self.app.push_screen(PickBox(planner_meetings_texts.PICK_ITEM, choices), self._add)

    def _add(self, chosen: object) -> None:
        if not isinstance(chosen, tuple):
            return
        name, identity = chosen
        if name:
            self._do(AddItem(self.meeting_id, {name: identity}), tells=False)
        else:
            self.app.push_screen(LineBox(planner_meetings_texts.ITEM_OWN_TITLE, planner_meetings_texts.ITEM_OWN_LABEL,
                                         hint=planner_meetings_texts.ITEM_OWN_HINT), self._add_own)

    def _add_own(self, title: str | None) -> None:
        if title:
            self._do(AddItem(self.meeting_id, {"title": title}), tells=False)

    def action_minutes(self) -> None:
        """Choose how long the marked item is proposed to take."""
        marked = self.marked
        if marked is not None:
            self.app.push_screen(MinutesBox(marked.minutes, note=planner_meetings_texts.MINUTES_NOTE),
                                 lambda chosen: self._set_minutes(marked.id, chosen))

    def _set_minutes(self, item: str, minutes: int | None) -> None:
        if minutes:
            self._do(SetObject(ITEMS, item, {"minutes": minutes}), tells=False)

    def action_remove(self) -> None:
        """Ask, and take the marked item off."""
        marked = self.marked
        if marked is None:
            return

        def chosen(sure: bool | None) -> None:
            if sure:
                self._do(RemoveItem(marked.id))

        title = planner_meetings_texts.REMOVE_TITLE.format(title=one_line(marked.title, 50))
        self.app.push_screen(AskBox(title, planner_meetings_texts.REMOVE_YES,
                                    lines=(planner_meetings_texts.REMOVE_LINE,)), chosen)

    def _move(self, by: int) -> None:
        if self.marked is not None:
            self._do(MoveItem(self.marked.id, by), tells=False)

    def action_move_up(self) -> None:
        """Move the marked item up."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the marked item down."""
        self._move(1)
