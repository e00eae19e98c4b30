"""A list of shared objects of one type: looked through, filtered, added to and taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content

from nvplan.model.errors import NvplanError
from nvplan.model.objects import ABOUT, ACTOR_TYPE, Obstacle
from nvplan.model.plan import PlanState
from nvplan.services.reading.beginnings import first_fields
from nvplan.services.reading.carried import unconfirmed_objects
from nvplan.services.reading.object_rows import (
    ListRow,
    SortValue,
    facet_values,
    filter_words,
    headings,
    narrowed,
    object_name,
    objects_of,
    rows_of,
)
from nvplan.services.reading.places import Place
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.commands import RemoveObject, SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.services.writing.several_objects import why_not_duplicate
from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Choice, PickBox
from nvplan.tui.screens.objects.list_keys import BESIDE, BESIDE_OF, FILTER, LEVEL_KEYS, MEET, REMOVE
from nvplan.tui.screens.objects.money_sum import MONEY, sum_of_recipient
from nvplan.tui.screens.objects.object_pasting import paste_posts
from nvplan.tui.screens.objects.own_ways import LEVEL, OWN_WAY, first_steps, go_own_way, level_of
from nvplan.tui.screens.objects.several import CHANGE, CHANGE_NOW, DUPLICATE, TICK, TICK_ALL, Several
from nvplan.tui.screens.shared.list_commands import BACK, CONFIRM, NEW, OPEN, ORDER
from nvplan.tui.screens.shared.list_confirming import confirm_row
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import MeetingAgenda, ObjectForm
from nvplan.tui.widgets.object_facts import about_object, mention_lines, object_history
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import LEAST, Drawable

#: The column of a hinder that tells of its answer, and how the words begin that say that it is late.
_ANSWER, _LATE = 2, "!"


class _Row:
    """An object's row as the list draws it; what makes it up is asked for when it comes into view."""

    def __init__(self, listed: ListRow) -> None:
        self.listed = listed
        self.id = listed.id

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of each column."""
        return self.listed.cells

    @property
    def colours(self) -> Mapping[int, str]:
        """What stands out: an answer that is late."""
        late = isinstance(self.listed.one, Obstacle) and self.cells[_ANSWER].startswith(_LATE)
        return {_ANSWER: "error"} if late else {}


class ObjectsScreen(ListPlace):
    """The list of one type of shared object."""

    HAS_THIRD: ClassVar[bool] = True
    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, NEW, REMOVE, FILTER, BESIDE, LEVEL, MEET, CONFIRM, BACK,
                                             TICK, TICK_ALL, CHANGE, DUPLICATE, *LEVEL_KEYS)

    def __init__(self, session: PlanSession, kind: str, filters: Mapping[str, str] | None = None,
                 mark: str = "") -> None:
        super().__init__(session)
        self.kind = kind
        self.several = Several(self)
        self.filters = dict(filters or {})
        self._to_mark = mark
        self._asked: tuple[PlanState, dict[str, str], str] | None = None
        self._before_new: frozenset[str] | None = None
        """What was there when the person began to add one."""
        self._shown: Sequence[Drawable] = ()
        """The rows that were asked for last, and for which state, filters and words."""
        self.own_keys = "+123" if kind == "hinder" else "+"

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here: among several posts how they are ticked comes before Delete, which says itself."""
        third = TICK if len(objects_of(self.session.state, self.kind)) > 1 else REMOVE
        offers = [OPEN, MEET, NEW, REMOVE] if self.kind == "mote" else [OPEN, NEW, third]
        offers = [TICK, CHANGE_NOW, REMOVE, OPEN, NEW] if self.several.told else offers
        offers += [FILTER] if ABOUT[self.kind].facets else []
        offers += [BESIDE_OF[self.kind][0]] if self.kind in BESIDE_OF else []
        offers += [OWN_WAY[self.kind]] if self.kind in OWN_WAY else []
        offers += [CONFIRM] if unconfirmed_objects(self.session.state, self.kind) else []
        offers += [one for one in (REMOVE, BACK, TICK, TICK_ALL) if one not in offers]
        return (*offers, *([] if self.several.told else [CHANGE]), DUPLICATE, *ORDER, *EVERYWHERE)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(self.kind)

    @property
    def least(self) -> int:
        """How much room the title wants at least; a hinder's answer, a decision's day and a last day are worth more."""
        short = self.kind == "beslut" or (self.kind in ("hinder", "utskick") and self.size.width >= WIDE)
        return LEAST if short else super().least

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return headings(self.kind)

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the rows that fit."""
        asked = self.session.state, dict(self.filters), words
        if self._asked is None or self._asked[0] is not asked[0] or self._asked[1:] != asked[1:]:
            found = rows_of(self.session, self.kind).rows(self.session.state, self.filters, words)
            self._asked, self._shown = asked, [_Row(row) for row in found]
        return self._shown

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: what its column holds, not how that is written."""
        return row.listed.sort_value(column) if isinstance(row, _Row) else super().sort_value(row, column)

    def count(self) -> int:
        """Return how many objects there are."""
        return len(objects_of(self.session.state, self.kind))

    def beside(self, identity: str) -> Content:
        """Return everything that is known of the marked object."""
        return about_object(self.session.state, self.kind, identity, self.side_room)

    def third(self, identity: str, width: int) -> Content:
        """Return what has changed in it."""
        return object_history(self.session, self.kind, identity, width)

    def empty_text(self) -> Content:
        """Return what the list is for, and how to begin."""
        return Content("\n\n").join([
            Content.styled(planner_objects_texts.place_name(self.kind), "bold"),
            Content(planner_objects_texts.EMPTY[self.kind]),
            Content.styled(planner_objects_texts.EMPTY_BEGIN, "$quiet"),
        ])

    def first_steps(self) -> Sequence[tuple[Command, str]]:
        """Return the ways to begin."""
        return first_steps(self.kind)

    def chosen_part(self) -> Sequence[str]:
        """Return the filters in words."""
        return filter_words(self.session.state, self.kind, self.filters)

    def crumb(self) -> tuple[str, str]:
        """Return the list's name and how much is in it."""
        told = (self.several.told, planner_objects_texts.counted(self.kind, self.count()))
        return planner_objects_texts.place_name(self.kind), " · ".join(filter(None, told))

    def below(self) -> Content:
        """Return what the mark of what is taken over means, where anything has it."""
        carried = unconfirmed_objects(self.session.state, self.kind)
        told = [planner_objects_texts.CARRIED_LEGEND] if carried else []
        told += [sum_of_recipient(self.session.state, self.table.marked)] if self.kind == MONEY else []
        return literal("\n".join(filter(None, told)))

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Open the marked object."""
        marked = self.table.marked
        if marked:
            self.show_over(ObjectForm(self.kind, marked, among=self.table.ids))

    def action_new(self) -> None:
        """Open an empty form; it begins with the part of the list that is chosen."""
        self._before_new = frozenset(objects_of(self.session.state, self.kind))
        self.show_over(ObjectForm(self.kind, begin=first_fields(self.kind, self.filters)))

    def on_screen_resume(self) -> None:
        """Stand on what was added, where the person comes back from adding it."""
        if self._before_new is not None:
            added = [one for one in objects_of(self.session.state, self.kind) if one not in self._before_new]
            self._before_new = None
            if added:
                self.mark(added[-1])
        super().on_screen_resume()

    def on_paste(self, event: events.Paste) -> None:
        """Make posts of rows from a spreadsheet, when the person has seen what they become."""
        event.stop()
        paste_posts(self, self.session, self.kind, event.text, self.filters)

    why_not_remove = why_not_meet = why_not_tick = ListPlace.needs_row

    def why_not_change_ticked(self) -> str:
        """Say that posts are to be ticked first."""
        return "" if self.several.told else lists_texts.NOTHING_TICKED

    def why_not_duplicate(self) -> str:
        """Say that a row is to be marked first, or that there is one of what it is about."""
        return self.needs_row() or why_not_duplicate(self.kind)

    def action_tick(self) -> None:
        """Tick the marked row, or take its tick away."""
        self.several.turn()

    def action_tick_all(self) -> None:
        """Tick all that are shown."""
        self.several.turn_all()

    def action_change_ticked(self) -> None:
        """Change a field of all that are ticked."""
        self.several.choose_field()

    def action_duplicate(self) -> None:
        """Add a copy of the marked post and open it."""
        self.several.duplicate()

    def show_list(self) -> None:
        """Show the rows as they stand now, with their ticks."""
        if self.framed:
            self.table.ticked = frozenset(self.several.ticked)
        super().show_list()

    def action_back(self) -> None:
        """Take away what was typed, then the ticks, or go back to where the person came from."""
        if self.several.told and not self.typed:
            self.several.clear()
        else:
            super().action_back()

    def why_not_filter(self) -> str:
        """Say that the list has nothing to choose between."""
        return "" if self.count() else planner_objects_texts.NO_FACETS

    def action_remove(self) -> None:
        """Ask, telling what mentions the object, and take it away; where posts are ticked, all of them."""
        if self.several.told:
            self.several.ask_remove()
            return
        marked, state = self.table.marked, self.session.state
        title = planner_objects_texts.REMOVE_TITLE.format(what=f"”{object_name(state, self.kind, marked)}”")

        def chosen(sure: bool | None) -> None:
            if sure:
                self._remove(marked)

        self.app.push_screen(
            AskBox(title, planner_objects_texts.REMOVE_YES, lines=_consequences(state, self.kind, marked)), chosen
        )

    def _remove(self, identity: str) -> None:
        self.do_and_tell(RemoveObject(self.kind, identity))

    def action_filter(self) -> None:
        """Choose a part of the list; what is chosen already can be let go."""
        values = facet_values(self.session.state, self.kind, self.filters)
        if not values:
            self.planner.say(planner_objects_texts.NO_FACETS)
            return
        everything = Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", ("", ""))
        choices = [everything] if self.filters else []
        for one in values:
            sign = planner_objects_texts.FACET_CHOSEN if self.filters.get(one.field) == one.value else ""
            words = planner_objects_texts.FACET.format(label=one.label, words=one.words)
            choices.append(Choice(f"{sign}{words}", str(one.count), "", (one.field, one.value)))
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, chosen: object) -> None:
        if isinstance(chosen, tuple):
            self.filters = narrowed(self.filters, *chosen)
            self.show_list()

    def action_confirm(self) -> None:
        """Say that the marked object from last year's plan still holds."""
        if self.table.marked:
            confirm_row(self, self.kind, self.table.marked)

    def action_beside(self) -> None:
        """Go to what belongs together with this list."""
        if self.kind in BESIDE_OF:
            self.show_instead(BESIDE_OF[self.kind][1])

    def action_meet(self) -> None:
        """Prepare and hold the marked meeting."""
        if self.kind == "mote" and self.table.marked:
            self.show_over(MeetingAgenda(self.table.marked))

    def action_own_way(self) -> None:
        """Do what only this list does with the marked row, or with all of it."""
        go_own_way(self, self.table.marked)

    def do_and_tell(self, command: ChangeCommand[str]) -> None:
        """Carry a command out, say what came of it and show the list anew."""
        try:
            self.planner.say(self.session.do(command))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()

    def action_level(self, level: str) -> None:
        """Set the level of the marked hinder."""
        marked = self.table.marked
        if self.kind != "hinder" or not marked:
            return
        seen = level_of(self.session.state, marked)
        self._to_mark = marked
        try:
            self.session.do(SetObject("hinder", marked, {"level": level}, {"level": seen}))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()


def _consequences(state: PlanState, kind: str, identity: str) -> list[str]:
    lines = list(mention_lines(state, kind, identity, 5))
    told = [planner_objects_texts.REMOVE_MENTIONED.format(places="; ".join(lines))] if lines else []
    if kind == ACTOR_TYPE:
        answers = sum(actor == identity and answer.value is not None for (actor, _), answer in state.answers.items())
        told += [planner_objects_texts.REMOVE_ANSWERS.format(count=answers)] if answers else []
    return [*told, planner_objects_texts.REMOVE_UNDO]
