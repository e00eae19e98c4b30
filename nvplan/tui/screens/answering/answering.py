"""Läget: who has answered what, actor by actor and step by step; each row leads to what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.collation import fold, sort_key
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.answering import Answering, Tally, answering, called
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import ANSWERING, Place
from nvplan.services.reading.plan_names import plan_name, plan_short
from nvplan.services.writing.session import PlanSession
from nvplan.texts import answering as answering_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reminding as reminding_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.answering.reminding import choose_reminder
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.table_rows import PADDING, Drawable

GO = Command("open_marked", "enter", planner_objects_texts.KEY_GO, answering_texts.HELP_GO, english="go open")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, answering_texts.HELP_FILTER, priority=True,
                 english="filter missing question step plan")
NEXT_PLAN = Command("next_plan", "f4", answering_texts.KEY_NEXT_PLAN, answering_texts.HELP_NEXT_PLAN, priority=True,
                    english="plan switch")
REMIND = Command("remind", "f6", reminding_texts.KEY, reminding_texts.HELP, priority=True, english="remind mail")
#: What the list is narrowed down to: a plan, those with something left, a step or a question.
_PLAN, _LEFT, _STEP, _QUESTION = "plan:", "kvar", "steg:", "fraga:"
#: A line that explains the columns has so many cells at most.
_LEGEND = 76
#: So many cells of an actor's name are told where the steps stand by name.
_ACTOR = 24


class AnsweringScreen(ListPlace):
    """The actors of a plan with a mark for each step; one plan at a time."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, NEXT_PLAN, FILTER, REMIND, BACK, *ORDER)
    LEAVES_OUT: ClassVar[bool] = False
    LEAST_ALONE: ClassVar[int] = 18
    LEAST_BESIDE_PANEL: ClassVar[int] = 18
    HAS_THIRD: ClassVar[bool] = True

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.plan: PlanKey = next((plan for plan in PLANS if self._with_left(plan)), PLANS[0])
        self.part = ""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(ANSWERING)

    def _found(self, plan: PlanKey, question: str = "") -> Sequence[Answering]:
        return self.session.once((ANSWERING, plan, question), lambda state: answering(state, plan, question=question))

    def _with_left(self, plan: PlanKey) -> list[str]:
        """Return who has something left in a plan, the county too."""
        return [one.actor for one in self._found(plan) if one.left]

    @property
    def _rows(self) -> Mapping[str, _Row]:
        question = self.part.removeprefix(_QUESTION) if self.part.startswith(_QUESTION) else ""
        return {one.actor: _Row(one, self.session.state) for one in self._found(self.plan, question)}

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings: the steps by name where there is room for that, by their number where there is not."""
        names = [step.short for step in plan_form(self.plan).steps]
        steps = names if self._has_names else [str(number) for number, _ in enumerate(names, 1)]
        return (answering_texts.ACTOR, *steps, answering_texts.LEFT)

    @property
    def _has_names(self) -> bool:
        """Whether the columns have room for the steps' names beside the names of the actors."""
        ends = [(cell_len(row.cells[0]), cell_len(row.cells[-1])) for row in self._rows.values()]
        actors = min(_ACTOR, max((actor for actor, _ in ends), default=0))
        left = max(cell_len(answering_texts.LEFT), *(left for _, left in ends), 0)
        names = sum(cell_len(step.short) + PADDING for step in plan_form(self.plan).steps)
        return max(actors, self.least) + names + left + 2 * PADDING < self.aside.list_room

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the actors that fit."""
        wanted = fold(words).split()
        return [row for row in self._rows.values() if row.fits(self.part)
                and all(word in row.found_by for word in wanted)]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: its name, or how much is left there."""
        if not isinstance(row, _Row) or column == 0:
            return sort_key(row.cells[column])
        return row.left_in(column)

    def count(self) -> int:
        """Return how many actors there are."""
        return len(self._rows)

    def above(self) -> str:
        """Return the plan."""
        return plan_short(self.session.state, self.plan)

    def below(self) -> Content:
        """Return the steps that stand by number alone, what the marks mean, and what is left first."""
        names = [step.short for step in plan_form(self.plan).steps]
        room = min(_LEGEND, self.aside.list_room - PADDING)
        lines = [] if self._has_names else [
            literal(line, "$quiet") for line in answering_texts.steps_named(names, room)]
        lines.append(Content.styled(answering_texts.LEGEND, "$quiet"))
        row = self._rows.get(self.table.marked)
        if row is not None and row.one.left:
            first = row.one.left[0].question
            lines.append(literal(f"→ {first.label}"))
        return Content("\n").join(lines)

    def beside(self, identity: str) -> Content:
        """Return what an actor has left, step by step."""
        row = self._rows.get(identity)
        return row.told if row is not None else Content("")

    def third(self, identity: str, width: int) -> Content:
        """Return what the marked actor has left in the other plans."""
        parts: list[Content] = []
        for plan in PLANS:
            one = next((one for one in self._found(plan) if one.actor == identity), None)
            if plan != self.plan and one is not None:
                parts += [literal(plan_short(self.session.state, plan), "bold"),
                          Content.styled(answering_texts.left_told(one.total.left), "$quiet"),
                          *(literal(f"→ {stop.question.label}") for stop in one.left), Content("")]
        return Content("\n").join(parts or [Content.styled(answering_texts.ONLY_THIS_PLAN, "$quiet")])

    def about(self) -> Content:
        """Return what the place is for."""
        return literal(answering_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return that the plan asks nobody anything."""
        return literal(answering_texts.NOT_ASKED)

    def chosen_part(self) -> Sequence[str]:
        """Return what the list is narrowed down to."""
        if self.part.startswith(_QUESTION):
            return [all_questions()[self.part.removeprefix(_QUESTION)].label]
        if self.part.startswith(_STEP):
            return [next(step.title for step in plan_form(self.plan).steps
                         if step.id == self.part.removeprefix(_STEP))]
        return [answering_texts.ONLY_LEFT] if self.part == _LEFT else []

    def crumb(self) -> tuple[str, str]:
        """Return the place's name, how many actors the plan has and how many have something left."""
        rows = self._rows
        actors = [row.one for row in rows.values() if row.id != WHOLE_COUNTY]
        county = len(rows[WHOLE_COUNTY].one.left) if WHOLE_COUNTY in rows else None
        return (planner_objects_texts.place_name(ANSWERING),
                answering_texts.summary(len(actors), sum(bool(one.left) for one in actors), county))

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first, or that its actor has nothing left."""
        row = self._rows.get(self.table.marked) if self.framed else None
        if row is None:
            return self.needs_row()
        return "" if row.left_of(self.part) else answering_texts.NOTHING_LEFT

    def action_open_marked(self) -> None:
        """Go to the first question that the marked actor has left; Esc leads back here."""
        row = self._rows.get(self.table.marked)
        if row is None:
            return
        self._to_mark = self.table.marked
        left = row.left_of(self.part)
        if left:
            self.show_over(left[0])
        else:
            self.planner.say(answering_texts.NOTHING_LEFT)

    def action_remind(self) -> None:
        """Choose whom to remind, and how."""
        choose_reminder(self, self.table.marked)

    def action_next_plan(self) -> None:
        """Show the next of the three plans."""
        self._take(f"{_PLAN}{PLANS[(PLANS.index(self.plan) + 1) % len(PLANS)]}")

    def action_filter(self) -> None:
        """Choose a plan, those with something left, a step, or a question that someone has left."""
        choices = [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")
                   ] if self.part else []
        choices.append(Choice(answering_texts.ONLY_LEFT, _told(self._with_left(self.plan)), "", _LEFT))
        choices += [Choice(plan_name(self.session.state, plan), _told(self._with_left(plan)), "",
                           f"{_PLAN}{plan}") for plan in PLANS if plan != self.plan]
        found = self._found(self.plan)
        choices += [Choice(answering_texts.step_named(number, step.title), _told(
            [one.actor for one in found if one.steps.get(step.id, Tally()).left > 0]), "", f"{_STEP}{step.id}")
            for number, step in enumerate(plan_form(self.plan).steps, 1)]
        choices += [Choice(all_questions()[name].label, _told(who), name, f"{_QUESTION}{name}")
                    for name, who in self._left_by_question().items()]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._take)

    def _left_by_question(self) -> Mapping[str, Sequence[str]]:
        """Return who has each question left, those of the plan that is shown first."""
        plans = sorted(PLANS, key=lambda plan: plan != self.plan)
        left: dict[str, list[str]] = {}
        for plan in plans:
            for one in self._found(plan):
                for stop in one.left:
                    if not stop.question.guest:
                        left.setdefault(stop.question.id, []).append(one.actor)
        return left

    def _take(self, part: object) -> None:
        if not isinstance(part, str):
            return
        if part.startswith(_PLAN):
            self.plan, self.part = next(plan for plan in PLANS if plan == part.removeprefix(_PLAN)), ""
        else:
            self.part = part
            if part.startswith(_QUESTION):
                self.plan = all_questions()[part.removeprefix(_QUESTION)].plan
        self.aside.forget()
        self.show_list()


def _told(who: Sequence[str]) -> str:
    """Return how many have something left, the county apart: it is no actor."""
    return answering_texts.with_left(sum(one != WHOLE_COUNTY for one in who), county=WHOLE_COUNTY in who)


@dataclass(frozen=True)
class _Row:
    """One actor, or the county together."""

    one: Answering
    state: PlanState
    colours: Mapping[int, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The actor."""
        return self.one.actor

    @cached_property
    def _tallies(self) -> list[Tally]:
        return [self.one.steps.get(step.id, Tally()) for step in plan_form(self.one.plan).steps]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The actor, a mark for each step, and how much is left."""
        total = self.one.total
        return (called(self.state, self.one.actor), *(answering_texts.MARKS[one.mark] for one in self._tallies),
                answering_texts.left(total.left, total.to_confirm))

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by."""
        return fold(self.cells[0])

    def left_in(self, column: int) -> int:
        """Return how many questions are left in a column, those with most first."""
        found = [*self._tallies, self.one.total]
        return -found[column - 1].left

    def left_of(self, part: str) -> Sequence[Stop]:
        """Return the stops that are left in a part of the list."""
        step = part.removeprefix(_STEP) if part.startswith(_STEP) else ""
        chapters = {one.id for one in plan_form(self.one.plan).of_step(step)} if step else set()
        return [stop for stop in self.one.left if not step or stop.question.chapter in chapters]

    def fits(self, part: str) -> bool:
        """Whether it belongs to a part of the list."""
        if part == _LEFT or part.startswith((_STEP, _QUESTION)):
            return bool(self.left_of(part))
        return True

    @property
    def told(self) -> Content:
        """The steps with how far each is, and below each what is left there."""
        parts: list[Content] = [Content.styled(self.cells[0], "bold"), Content("")]
        form = plan_form(self.one.plan)
        for number, (step, tally) in enumerate(zip(form.steps, self._tallies, strict=True), 1):
            if not tally.asked:
                continue
            named = answering_texts.step_named(number, step.title)
            parts.append(Content.styled(f"{answering_texts.MARKS[tally.mark]} {named}", "bold"))
            parts.append(Content.styled(answering_texts.step_told(tally.asked, tally.done, tally.begun,
                                                                 tally.to_confirm), "$quiet"))
            parts += [literal(f"→ {stop.question.label}") for stop in self.one.left
                      if form.chapter(stop.question.chapter).step == step.id]
            parts.append(Content(""))
        return Content("\n").join(parts)
