"""The checklist of one actor: the requirements in force, how binding they are, and whether they are met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar, cast

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.county import Actor
from nvplan.model.errors import NvplanError
from nvplan.model.objects import Judgement
from nvplan.model.requirement import MODALITIES, PLANS
from nvplan.services.reading.object_rows import SortValue, is_carried, narrowed
from nvplan.services.reading.places import AFTER_SWITCH, REQUIREMENTS, Place
from nvplan.services.reading.plan_names import in_own_words
from nvplan.services.reading.requirement_list import (
    JUDGEMENT,
    JUDGEMENTS,
    MODALITY,
    PLAN,
    RequirementRow,
    fits,
    judgement_tally,
    judging_actors,
    requirement_rows,
)
from nvplan.services.reports.after_switch import waiting
from nvplan.services.writing.commands import Judge
from nvplan.services.writing.session import PlanSession
from nvplan.texts import changes as changes_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.texts import requirement_sets as requirement_sets_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.screens.shared.list_commands import BACK, CONFIRM, OPEN, ORDER, KeySpan
from nvplan.tui.screens.shared.list_confirming import confirm_row
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import AssessmentForm
from nvplan.tui.widgets.requirement_facts import about_requirement, by_every_actor, modality_word
from nvplan.tui.widgets.table_rows import Drawable, Group, TableRow

ACTOR = Command(
    "actor", "f4", planner_objects_texts.KEY_ACTOR, planner_objects_texts.HELP_ACTOR, priority=True, english="actor"
)
FILTER = Command(
    "filter", "f3", planner_objects_texts.KEY_FILTER, planner_objects_texts.HELP_FILTER, priority=True, english="filter"
)
JUDGE = KeySpan(
    "choose_judgement",
    "f6",
    planner_objects_texts.KEY_JUDGE,
    planner_objects_texts.HELP_JUDGE,
    priority=True,
    shown_as=planner_objects_texts.KEYS_JUDGE,
    english="judge assess",
)
GO_THROUGH = Command("go_through", "", requirement_sets_texts.KEY_GO_THROUGH, requirement_sets_texts.HELP_GO_THROUGH,
                     english="judgements after switch")
#: The digits that set a judgement in the list.
_DIGITS: dict[str, Judgement] = {"1": "uppfyllt", "2": "delvis", "3": "ej_uppfyllt", "4": "ej_tillampligt",
                                 "0": "ej_bedomd"}
_JUDGES = tuple(
    Command(
        f"judge('{judgement}')", digit, planner_objects_texts.KEY_JUDGE, planner_objects_texts.HELP_JUDGE, shown=False
    )
    for digit, judgement in _DIGITS.items()
)
#: The columns that are sorted by an order of their own.
_JUDGED, _CODE, _BINDING = 1, 3, 4
_COLOURS = {"uppfyllt": "success", "delvis": "warning", "ej_uppfyllt": "error"}


class RequirementsScreen(ListPlace):
    """The requirements in force for one actor, or for the whole county as the sum of its actors."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, JUDGE, FILTER, ACTOR, CONFIRM, GO_THROUGH, BACK, *_JUDGES)
    HAS_THIRD: ClassVar[bool] = True

    def __init__(self, session: PlanSession, actor: str = "", mark: str = "", *, county: bool = False) -> None:
        super().__init__(session)
        self.own_keys = "".join(_DIGITS)
        known = session.once("judging", judging_actors)
        chosen = next((one.id for one in known if one.id == actor), known[0].id if known else "")
        self.actor_id = "" if county else chosen
        self.filters: dict[str, str] = {}
        self._to_mark = mark

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        carried = (CONFIRM,) if any(map(_is_carried, self._rows.values())) else ()
        left = (GO_THROUGH,) if self.session.once("kravbyte-vantar", waiting) else ()
        return (OPEN, JUDGE, FILTER, ACTOR, *carried, *left, BACK, *ORDER, *EVERYWHERE)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(REQUIREMENTS, "", self.actor_id)

    @property
    def actor(self) -> Actor | None:
        """Whose checklist is shown; None for the whole county."""
        return self.session.state.actor(self.actor_id) if self.actor_id else None

    # -- what the list is ------------------------------------------------------------------------------------------
    @property
    def _rows(self) -> Mapping[str, RequirementRow]:
        actor = self.actor
        return self.session.once(("krav", self.actor_id), lambda state: {
            row.requirement.id: row for row in requirement_rows(state, actor, {})})

    def _all(self) -> list[RequirementRow]:
        return [row for row in self._rows.values() if fits(row, self.filters)]

    def row(self, identity: str) -> RequirementRow | None:
        """Return the row of a requirement."""
        return self._rows.get(identity)

    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        last = planner_review_texts.COLUMN_WORK if self.actor else planner_review_texts.COLUMN_MET
        told = (planner_review_texts.COLUMN_REQUIREMENT, planner_review_texts.COLUMN_JUDGEMENT, last,
                planner_review_texts.COLUMN_CODE)
        return told if self._grouped else (*told, planner_review_texts.COLUMN_MODALITY)

    @property
    def _grouped(self) -> bool:
        """Whether the rows stand under how binding they are; sorted by a column they stand in one row."""
        return self.order.chosen is None

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the requirements of each kind; a proposal is never counted as law."""
        if not self._grouped:
            return ()
        counted = Counter(modality_word(row) for one in rows if (row := self.row(one.id)) is not None)
        return [Group(word, count, count) for word, count in counted.items()]

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the rows that fit."""
        wanted = fold(words).split()
        return [_table_row(row) for row in self._all() if not wanted or all(word in row.found_by for word in wanted)]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: judgement and how binding in their own order, the rest by its words."""
        one = self.row(row.id)
        if one is not None and column == _JUDGED:
            return JUDGEMENTS.index(one.judgement)
        if one is not None and column == _BINDING:
            return MODALITIES.index(one.requirement.modality)
        return super().sort_value(row, column)

    def count(self) -> int:
        """Return how many requirements there are for the actor."""
        return len(self._rows)

    def above(self) -> str:
        """Return how many requirements have each judgement."""
        return planner_review_texts.tally({
            str(judgement): count for judgement, count in judgement_tally(self._all()).items()
        })

    def beside(self, identity: str) -> Content:
        """Return the requirement's text, source and typical evidence, and how it stands."""
        row = self.row(identity)
        return about_requirement(self.session.state, row) if row else Content("")

    def third(self, identity: str, width: int) -> Content:
        """Return how the other actors stand to the marked requirement."""
        row = self.row(identity)
        return by_every_actor(self.session.state, row, width) if row and self.actor else Content("")

    def about(self) -> Content:
        """Return what the checklist is."""
        return Content(planner_review_texts.REQUIREMENTS_ABOUT)

    def empty_text(self) -> Content:
        """Return that nothing is aimed at the actor."""
        return Content(planner_review_texts.REQUIREMENTS_EMPTY)

    def chosen_part(self) -> Sequence[str]:
        """Return the filters in words."""
        return [self._filter_words(field, value) for field, value in self.filters.items()]

    def crumb(self) -> tuple[str, str]:
        """Return whose checklist it is, and how many requirements there are."""
        name = self.actor.name if self.actor else planner_review_texts.WHOLE_COUNTY
        return (
            planner_objects_texts.FORM_CRUMB.format(place=planner_objects_texts.place_name(REQUIREMENTS), name=name),
            planner_objects_texts.counted(REQUIREMENTS, self.count()),
        )

    def below(self) -> Content:
        """Return which set the plan is made from, that it has ended where it has, and what the mark means."""
        lines = [Content(planner_texts.OVERVIEW_SET.format(label=self.session.requirement_set.label))]
        carried = any(map(_is_carried, self._rows.values()))
        left = requirement_sets_texts.waiting_below(self.session.once("kravbyte-vantar", waiting))
        lines += [Content(left)] if left else []
        return Content("\n").join([*lines, *([Content(planner_objects_texts.CARRIED_LEGEND)] if carried else [])])

    def _needs_actor(self) -> str:
        """Say that the whole county is judged by nobody."""
        return planner_review_texts.JUDGE_NEEDS_ACTOR if self.actor is None else ""

    why_not_open_marked = why_not_judge = why_not_choose_judgement = _needs_actor

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Open the actor's assessment; for the whole county choose an actor first."""
        marked = self.table.marked
        if marked:
            self.show_over(AssessmentForm(marked, self.actor_id, among=self.table.ids))

    def action_judge(self, judgement: str) -> None:
        """Set the judgement of the marked requirement."""
        row = self.row(self.table.marked)
        if row is None or row.assessment is None:
            return
        self._to_mark = row.requirement.id
        try:
            self.session.do(Judge(row.requirement.id, row.assessment.actor, cast(Judgement, judgement),
                                  row.assessment.judgement))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()

    def action_choose_judgement(self) -> None:
        """Choose the judgement in a box."""
        row = self.row(self.table.marked)
        if row is not None:
            choices = [
                Choice(f"{planner_review_texts.JUDGEMENT_MARK[one]} {planner_review_texts.JUDGEMENT[one]}", "", "", one)
                for one in JUDGEMENTS
            ]
            self.app.push_screen(OneBox(row.requirement.title, choices, row.judgement), self._judge_chosen)

    def _judge_chosen(self, judgement: object) -> None:
        if isinstance(judgement, str):
            self.action_judge(judgement)

    def action_go_through(self) -> None:
        """Show the judgements of former requirements that wait."""
        self.show_over(Place(AFTER_SWITCH))

    def action_confirm(self) -> None:
        """Say that the marked judgement from last year's plan still holds."""
        row = self.row(self.table.marked)
        if row is not None and row.assessment is not None:
            confirm_row(self, "kravbedomning", row.assessment.id)

    def action_actor(self) -> None:
        """Choose whose checklist is shown."""
        choices = [Choice(planner_review_texts.WHOLE_COUNTY, planner_review_texts.WHOLE_COUNTY_DETAIL, "", "")]
        choices += [Choice(one.name, "", one.id, one.id) for one in self.session.once("judging", judging_actors)]
        self.app.push_screen(OneBox(planner_review_texts.ACTOR_TITLE, choices, self.actor_id), self._take_actor)

    def _take_actor(self, actor: object) -> None:
        if isinstance(actor, str):
            self._to_mark, self.actor_id = self.table.marked, actor
            self.remember_place()
            self.show_list()

    def action_filter(self) -> None:
        """Choose a part of the list."""
        rows = self._all()
        choices = (
            [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", ("", ""))]
            if self.filters
            else []
        )
        for field, values in ((PLAN, PLANS), (MODALITY, MODALITIES), (JUDGEMENT, JUDGEMENTS)):
            for value in values:
                count = sum(value in _held(row, field) for row in rows)
                if count:
                    mark = planner_objects_texts.FACET_CHOSEN if self.filters.get(field) == value else ""
                    choices.append(Choice(f"{mark}{self._filter_words(field, value)}", str(count), "", (field, value)))
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _filter_words(self, field: str, value: str) -> str:
        label, words = {PLAN: (planner_review_texts.FILTER_PLAN, planner_texts.PLAN_NAME),
                        MODALITY: (planner_review_texts.FILTER_MODALITY, planner_texts.MODALITY),
                        JUDGEMENT: (planner_review_texts.FILTER_JUDGEMENT, planner_review_texts.JUDGEMENT)}[field]
        return planner_objects_texts.FACET.format(label=label,
                                                  words=in_own_words(self.session.state, words[value]))

    def _narrow(self, chosen: object) -> None:
        if isinstance(chosen, tuple):
            self.filters = narrowed(self.filters, *chosen)
            self.show_list()


def _held(row: RequirementRow, field: str) -> Sequence[str]:
    if field == PLAN:
        return row.requirement.plans
    return (row.requirement.modality,) if field == MODALITY else (row.judgement,)


def _is_carried(row: RequirementRow) -> bool:
    return row.assessment is not None and is_carried(row.assessment)


def _table_row(row: RequirementRow) -> TableRow:
    """Return a requirement's row: what it asks in words, how it stands, and its code last and quiet."""
    one = row.requirement
    mark, found = planner_review_texts.JUDGEMENT_MARK[row.judgement], row.assessment
    judged = mark if row.judgement == "ej_bedomd" else f"{mark} {planner_review_texts.JUDGEMENT[row.judgement]}"
    if found is None:
        last = planner_review_texts.MET_BY.format(met=row.status.met, count=row.status.applicable)
    else:
        last = "" if found.work == "ej_paborjad" else planner_review_texts.WORK[found.work]
    sign = changes_texts.CARRIED_SIGN if _is_carried(row) else ""
    colours = {_JUDGED: _COLOURS.get(row.judgement, "quiet"), _CODE: "quiet"}
    return TableRow(one.id, (one.title, f"{sign}{judged}", last, one.id, modality_word(row)), colours)
