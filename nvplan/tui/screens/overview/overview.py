"""The overview: a card for each plan, what to do now, what comes, the insatser, the goals and the way to all places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.widget import Widget

from nvplan.model.errors import NvplanError
from nvplan.model.objects import Assessment
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS
from nvplan.services.reading.beginnings import first_fields
from nvplan.services.reading.carried import first_unconfirmed
from nvplan.services.reading.due import Due, due
from nvplan.services.reading.guide import Stop, first_stop, next_actions
from nvplan.services.reading.places import DUE, Place, find_place
from nvplan.services.reading.status import effort_matrix
from nvplan.services.reading.todo import ToDo, ahead, to_do
from nvplan.services.writing.session import PlanSession
from nvplan.texts import overview as overview_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.leads import form_of, list_part, shown_large, where_found, where_to_confirm
from nvplan.tui.place_lists import place_flow, reviewed
from nvplan.tui.screens.overview.goal_rows import goal_rows
from nvplan.tui.screens.overview.overview_rows import action_row, card_words, date_rows, plain_row, todo_row
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.widgets.blocks import Block, BlockRow
from nvplan.tui.widgets.effort_summary import EffortCell, EffortSummary, EffortTable
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.pages import MoreLine, Pages
from nvplan.tui.widgets.place_flow import PlaceFlow
from nvplan.tui.widgets.plan_card import PlanCard

OPEN = Command("open_marked", "enter", planner_texts.KEY_OPEN, planner_texts.HELP_OPEN)
STANDING = Command(
    "standing",
    "",
    planner_places_texts.KEY_STANDING,
    planner_places_texts.HELP_STANDING,
    english="status decided draft",
)
PRESENT = Command(
    "present",
    "f5",
    planner_places_texts.KEY_PRESENT,
    planner_places_texts.HELP_PRESENT,
    shown=False,
    priority=True,
    english="presentation full screen",
)
NEXT_YEAR = Command(
    "next_year", "", planner_places_texts.NEXT_YEAR, planner_places_texts.NEXT_YEAR_HELP, english="new plan copy"
)
NEW_EFFORT = Command("new_effort", "plus,insert", overview_texts.KEY_NEW_EFFORT, overview_texts.HELP_NEW_EFFORT,
                     english="new add insats")
TOUR = Command("tour", "", planner_places_texts.KEY_TOUR, planner_places_texts.HELP_TOUR, english="tour introduction")

PAGE = Command("page(1)", "pagedown", overview_texts.KEY_PAGE, overview_texts.HELP_PAGE, english="next page")
PAGE_BACK = Command("page(-1)", "pageup", overview_texts.KEY_PAGE_BACK, overview_texts.HELP_PAGE_BACK, shown=False)
#: So many things to do and dates at most; «Framåt» has the rest.
_MOST = 7
#: So many rows of what to do now stand on the first page of the smallest screen, beside the last step of a delplan.
_SEEN_AT_ONCE = 3
_NOW, _AHEAD, _EFFORTS, _GOALS, _PLACES = "now", "ahead", "efforts", "goals", "places"


class OverviewScreen(PlaceScreen):
    """Where a plan stands and what comes next; each row leads to its place."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, PAGE, PAGE_BACK, NEW_EFFORT, PRESENT, STANDING, NEXT_YEAR,
                                             TOUR)
    STYLED_FIRST = True
    ABOUT = overview_texts.ABOUT

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._findings: tuple[int, dict[str, int]] = -1, {}
        self._says: tuple[PlanState | None, object] = None, None
        """What the blocks were made of, so that they are not made again of the same."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Room.OVERVIEW

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; the next page only where there is one."""
        paged = (PAGE, PAGE_BACK) if self.framed and self.pages.page_count > 1 else ()
        return (OPEN, *paged, NEW_EFFORT, PRESENT, STANDING, NEXT_YEAR, TOUR, *EVERYWHERE)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the blocks."""
        yield Pages(*map(PlanCard, PLANS), Block(overview_texts.NOW, id=_NOW, least=3),
                    Block(overview_texts.AHEAD, id=_AHEAD, least=3), EffortTable(overview_texts.EFFORTS, id=_EFFORTS),
                    Block(overview_texts.GOALS, id=_GOALS, least=5), PlaceFlow(overview_texts.PLACES, id=_PLACES),
                    id="overview")
        yield MoreLine(id="more")

    @property
    def pages(self) -> Pages:
        """The blocks."""
        return self.query_one(Pages)

    def on_mount(self) -> None:
        """Show where the plan stands."""
        self.show_plan()
        self.pages.blocks[0].focus(scroll_visible=False)

    def on_screen_resume(self) -> None:
        """Show what has changed."""
        super().on_screen_resume()
        self.show_plan()

    def plan_changed(self) -> None:
        """Show what has changed."""
        self.show_plan()

    # -- what the blocks say ---------------------------------------------------------------------------------------
    def show_plan(self) -> None:
        """Show the cards and what to do now."""
        if not self.framed:
            return
        self.show_frame()
        said_of, says = self._says
        now = ([*self.planner.news], self.planner.today())
        if said_of is self.session.state and says == now:
            return
        self._says = self.session.state, now
        crumb = self.query_one("#crumb", TopLine)
        crumb.left = planner_texts.CRUMB_OVERVIEW
        crumb.right = overview_texts.REQUIREMENTS.format(label=self.session.requirement_set.label)
        state = self.session.state
        for card in self.query(PlanCard):
            card.tell(self.session.once(("card", card.plan), partial(card_words, card.plan)))
        last = self._last_step()
        first = _SEEN_AT_ONCE if last else _MOST  # the last step is to be seen without turning the page
        self._block(_NOW).show([*[*self._now()][:first], *last])
        self._block(_AHEAD).show([*self._ahead()][:_MOST])
        self._show_efforts()
        goals = [*goal_rows(self.session)]
        self._block(_GOALS).show(goals or [BlockRow(plain_row(("", ""), overview_texts.NO_GOALS), Place("mal"))])
        self._show_places()
        if self._findings[0] != state.revision:
            self.call_after_refresh(self._review)

    def _show_places(self) -> None:
        """Show how much is in each place; Granska says what it said last until it has been counted anew."""
        places = self.session.once("places", place_flow)
        self.query_one(PlaceFlow).tell([*places, reviewed(self._findings[1] if self._findings[0] >= 0 else None)])

    def _block(self, name: str) -> Block:
        return self.query_one(f"#{name}", Block)

    def _due(self) -> list[Due]:
        today = self.planner.today()
        return self.session.once(("due", today), lambda state: due(state, today))

    def _now(self) -> Iterator[BlockRow]:
        today = self.planner.today()
        news = self.planner.news
        if news:
            yield BlockRow(plain_row((str(len(news)), "bold"), overview_texts.changes(len(news)), news[-1]), "news")
        waiting = self.session.once(("todo", today), lambda one: to_do(one, today, self._due(), self._left(one)))
        for one in waiting:
            yield BlockRow(todo_row(one), one)
        shown = {words.following for card in self.query(PlanCard) if (words := card.words) is not None}
        for stop in self.session.once("next", lambda one: next_actions(one, _MOST + len(PLANS))):
            if stop.question.label not in shown:
                yield BlockRow(action_row(stop, self.session.state), stop)
        if not waiting and not any(shown):
            yield BlockRow(plain_row(("✓", "$success"), overview_texts.DONE), "export")

    def _left(self, state: PlanState) -> Sequence[ToDo]:
        """Return what a change of requirement set left; no plan without judgements reads the words of it."""
        if not state.objects.get(Assessment.about.name):
            return ()
        from nvplan.services.reports.after_switch import left_to_do

        return left_to_do(state)

    def _last_step(self) -> list[BlockRow]:
        """Return the step that ends the work in a delplan: to hand it in."""
        step = plain_row(("→", "bold"), overview_texts.HAND_IN)
        return [BlockRow(step, "hand_in")] if self.session.state.part else []

    def _hand_in(self) -> None:
        from nvplan.files.ports import WRITER
        from nvplan.services.exchange.handing_in import hand_in, told_after

        try:
            path = hand_in(self.session, self.session.folder_beside, writer=WRITER)
            self.planner.say(" ".join(told_after(self.session, path)))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)

    def _ahead(self) -> Iterator[BlockRow]:
        state, today = self.session.state, self.planner.today()
        shown = self.session.once(("ahead", today), lambda state: ahead(state, today, self._due()))[:_MOST]
        for row, one in zip(date_rows(shown, state, today), shown, strict=True):
            yield BlockRow(row, find_place(one.place, state) or Place(DUE))
        if not self._due():
            yield BlockRow(plain_row(("", ""), overview_texts.NOTHING_AHEAD), Place(DUE))

    def _show_efforts(self) -> None:
        table = self.query_one(EffortTable)
        summary = EffortSummary(self.session.once("tavla", effort_matrix))
        if summary.total:
            table.count(summary)
        else:
            table.show([BlockRow(plain_row(("", ""), overview_texts.NO_EFFORTS), Place("insats"))])

    def _review(self) -> None:
        """Count what Granska would say, once the rest is on the screen."""
        from nvplan.services.review.findings import finding_counts, review

        revision = self.session.state.revision
        if self.framed and self._findings[0] != revision:
            self._findings = revision, dict(finding_counts(review(self.session, self.planner.today())))
            self._show_places()
            self.call_after_refresh(self.planner.make_ready)

    # -- going -----------------------------------------------------------------------------------------------------
    def on_block_leave(self, event: Block.Leave) -> None:
        """Go on to the block that lies there."""
        event.stop()
        following = self.pages.beside(event.block, event.x, event.y)
        if following is not None:
            following.enter_from(event.y)
            following.focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the page of the block that has the focus now."""
        if isinstance(event.widget, Block):
            self.pages.show_page(self.pages.page_of(event.widget))

    def action_page(self, by: int) -> None:
        """Show the next page, or the one before."""
        blocks = self.pages.on_page(self.pages.page + by)
        if blocks:
            blocks[0].enter_from(1)
            blocks[0].focus(scroll_visible=False)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the block at hand in view, and the keys to what there is."""
        super().on_resize(event)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.framed:
            self.query_one(KeyBar).commands = self.commands
            if isinstance(self.focused, Block):
                self.pages.show_page(self.pages.page_of(self.focused))

    def on_block_chosen(self, event: Block.Chosen) -> None:
        """Go to where the marked row leads."""
        event.stop()
        target = event.target
        if isinstance(target, Stop):
            self.planner.go(target)
        elif isinstance(target, Place):
            self.show_over(target)
        elif isinstance(target, EffortCell):
            self.show_over(list_part("insats", dict(target.filters)))
        elif isinstance(target, ToDo):
            self._begin(target)
        elif target in self._by_word:
            self._by_word[target]()
        elif target in PLANS:
            stop = first_stop(self.session.form(target), self.session.state)
            if stop is not None:
                self.planner.go(stop)

    @property
    def _by_word(self) -> Mapping[object, Callable[[], object]]:
        """What is done where a row leads to none of the plan's places."""
        return {"hand_in": self._hand_in, "export": lambda: self.planner.go(Room.EXPORT),
                "standing": self.action_standing, "news": self.planner.show_news}

    def _begin(self, one: ToDo) -> None:
        """Go to the first of what waits; the next ones follow it."""
        if one.confirms:
            first = first_unconfirmed(self.session.state)
            if first is not None:
                self.show_over(where_to_confirm(self.session.state, *first))
            return
        where = where_found(one.place, self.session.state)
        if isinstance(where, Stop):
            self.planner.go(where)
        elif isinstance(where, Place) and one.among:
            self.show_over(form_of(where.kind, where.identity, among=one.among))
        elif where is not None:
            self.show_over(where)

    def action_standing(self) -> None:
        """Show how far the plan is decided."""
        self.planner.go(Room.STANDING)

    def action_present(self) -> None:
        """Show the question at hand large, or the first that is left."""
        target = self.focused.target if isinstance(self.focused, Block) else None
        plan = next((plan for plan in PLANS if plan == target), PLANS[0])
        stop = target if isinstance(target, Stop) else first_stop(self.session.form(plan), self.session.state)
        if stop is not None:
            self.planner.go(shown_large(stop))

    def action_new_effort(self) -> None:
        """Open the form of a new insats."""
        self.show_over(form_of("insats", begin=first_fields("insats", {})))

    def action_next_year(self) -> None:
        """Show the form for next year's plan."""
        self.planner.go(Room.NEXT_YEAR)

    def action_tour(self) -> None:
        """Begin the tour in the example county."""
        self.planner.start_tour()

    def action_open_marked(self) -> None:
        """Go to the marked place."""
        if isinstance(self.focused, Block):
            self.focused.action_choose()
