"""The overview: a card for each plan, and what to do now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.carried import first_unconfirmed, unconfirmed, unconfirmed_objects
from nvplan.services.reading.due import due
from nvplan.services.reading.guide import Stop, first_stop, next_actions
from nvplan.services.reading.places import DUE, Place, find_place
from nvplan.services.reading.status import effort_matrix
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import where_to_confirm
from nvplan.tui.literal import literal
from nvplan.tui.place_lists import place_rows
from nvplan.tui.screens.overview.goal_rows import goal_rows
from nvplan.tui.screens.overview.overview_rows import action_row, date_row, heading, plan_card, standing_row
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room, Where
from nvplan.tui.where_in_plan import ListPart, Presentation
from nvplan.tui.widgets.effort_summary import EffortSummary, StateRow
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.overview_list import OverviewList

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
TOUR = Command("tour", "", planner_places_texts.KEY_TOUR, planner_places_texts.HELP_TOUR, english="tour introduction")

CELLS = tuple(
    Command(f"cell({by})", key, planner_objects_texts.KEY_COLUMN, planner_objects_texts.HELP_CELL, shown=False)
    for by, key in ((-1, "left"), (1, "right"))
)
#: The last column of the summary of insatser, however many there are.
_LAST = 99
#: So many rows of what to do now: with the plans' cards they fill the smallest window.
_ACTIONS = 5
#: So many of the days: what is late, or the nearest of all kinds. «Framåt» has the rest.
_DATES = 3
#: A row of the overview and where it leads; a heading leads nowhere.
Target = PlanKey | Stop | Place | StateRow | str | None
Row = tuple[Content, Target]


class OverviewScreen(PlaceScreen):
    """Where a plan stands and what comes next; each row leads to its place."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, PRESENT, STANDING, NEXT_YEAR, TOUR, *CELLS)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._targets: list[Target] = []
        self._column = _LAST
        """The column of the summary of insatser that the person is in."""
        self._drawn: int | None = None
        """The row of the summary that is drawn with brackets."""
        self._findings: tuple[int, dict[str, int]] = -1, {}
        self._says: tuple[PlanState | None, object] = None, None
        """What the list was made of, so that it is not made again of the same."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Room.OVERVIEW

    def compose_place(self) -> Iterable[Widget]:
        """Compose the list of places."""
        yield OverviewList(id="overview")
        yield Static("", id="set", markup=False)

    def on_mount(self) -> None:
        """Show where the plan stands."""
        self.show_plan()
        self.query_one("#overview", OptionList).focus()

    def on_screen_resume(self) -> None:
        """Show what has changed."""
        super().on_screen_resume()
        self.show_plan()

    def plan_changed(self) -> None:
        """Show what has changed."""
        self.show_plan()

    def show_plan(self) -> None:
        """Show the cards and what to do now."""
        if not self.framed:
            return
        self.show_frame()
        said_of, says = self._says
        now = (self.size.width, self._findings, self.planner.theme, [*self.planner.news], self.planner.today())
        if said_of is self.session.state and says == now:
            return
        self._says = self.session.state, now
        crumb = self.query_one("#crumb", TopLine)
        crumb.left, crumb.right = planner_texts.CRUMB_OVERVIEW, ""
        self.query_one("#set", Static).update(
            literal(planner_texts.OVERVIEW_SET.format(label=self.session.requirement_set.label), "$quiet"))
        options = self.query_one("#overview", OptionList)
        standing = options.highlighted
        self._drawn = None
        rows = [*self._plans(), *self._now(), *self._efforts(), *goal_rows(self.session, self._room, self._quiet),
                *self._dates(), *self._news(), *self._places(), *self._more()]
        self._targets = [target for _, target in rows]
        options.set_options([Option(self._fitted(content), disabled=target is None) for content, target in rows])
        options.highlighted = standing if standing is not None and standing < len(rows) else 0
        if self._findings[0] != self.session.state.revision:
            self.call_after_refresh(self._review)

    def _fitted(self, content: Content) -> Content:
        """Return a row of one line cut to the width; a card fits its lines itself."""
        return content if "\n" in content.plain else content.truncate(self._room + 3, ellipsis=True)

    def _plans(self) -> Iterator[Row]:
        for plan in PLANS:
            yield plan_card(self.session.state, plan, self._room, self._quiet), plan

    def _now(self) -> Iterator[Row]:
        yield heading(planner_texts.OVERVIEW_NOW), None
        left = unconfirmed_objects(self.session.state) if self.session.state.info.has_carried else []
        if left:
            yield (Content.assemble(Content.styled(f"{planner_places_texts.FROM_LAST_YEAR:<16}", self._quiet),
                                    planner_places_texts.unconfirmed_objects_row(len(left))), "confirm")
        answers = list(unconfirmed(self.session.state)) if self.session.state.info.has_carried else []
        if answers:
            yield (Content.assemble(Content.styled(f"{planner_places_texts.FROM_LAST_YEAR:<16}", self._quiet),
                                    planner_places_texts.unconfirmed_row(len(answers))), answers[0])
        actions = next_actions(self.session.state, _ACTIONS - bool(left) - bool(answers))
        for stop in actions:
            yield action_row(stop, self._room, self._quiet), stop
        if not actions and not left:
            yield Content(planner_texts.OVERVIEW_DONE), "export"

    @property
    def summary(self) -> EffortSummary:
        """The insatser by state and spread."""
        return EffortSummary(self.session.once("tavla", effort_matrix))

    def _efforts(self) -> Iterator[Row]:
        summary = self.summary
        if not summary.total:
            yield heading(planner_objects_texts.place_name("insats")), None
            yield Content(planner_objects_texts.OVERVIEW_NO_EFFORTS), Place("insats")
            return
        yield summary.heading(), None
        for state in summary.states:
            yield summary.row(state, None), StateRow(state)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show which cell of the summary is meant, while its row is marked."""
        self._draw_cell(event.option_index)

    def _draw_cell(self, place: int) -> None:
        column = min(self._column, len(self.summary.spreads) - 1)
        for row, chosen in ((self._drawn, None), (place, column)):
            target = self._targets[row] if row is not None and row < len(self._targets) else None
            if row is not None and isinstance(target, StateRow):
                options = self.query_one("#overview", OverviewList)
                options.replace_option_prompt_at_index(row, self.summary.row(target.state, chosen))
        self._drawn = place

    def action_cell(self, by: int) -> None:
        """Go to the next column of the summary of insatser."""
        place = self.query_one("#overview", OverviewList).highlighted
        if place is not None and isinstance(self._targets[place], StateRow):
            last = len(self.summary.spreads) - 1
            self._column = max(0, min(last, min(self._column, last) + by))
            self._draw_cell(place)

    def _open_efforts(self, row: StateRow) -> None:
        """Show the insatser of the cell that was clicked or that stands in brackets."""
        options = self.query_one("#overview", OverviewList)
        clicked = self.summary.column_at(options.clicked) if options.clicked is not None else None
        self._column = self._column if clicked is None else clicked
        options.clicked = None
        self.show_over(ListPart("insats", self.summary.filters(row.state, self._column)))

    def _dates(self) -> Iterator[Row]:
        today = self.planner.today()
        dates = self.session.once(("next-dates", today), lambda state: due(state, today)[:_DATES])
        if dates:
            yield heading(planner_texts.OVERVIEW_DATES), None
        for one in dates:
            yield date_row(one, today), find_place(one.place, self.session.state) or Place(DUE)

    def _news(self) -> Iterator[Row]:
        news = self.planner.news
        if news:
            yield heading(planner_texts.OVERVIEW_NEWS), None
            yield Content(planner_texts.news_line(len(news), news[-1])), "news"

    def _places(self) -> Iterator[Row]:
        yield heading(planner_objects_texts.OVERVIEW_PLACES), None
        yield from place_rows(self.session.state, self._findings[1], self._quiet)

    def _more(self) -> Iterator[Row]:
        yield heading(planner_texts.OVERVIEW_MORE), None
        yield standing_row(self.session.state.info, self._quiet), "standing"
        yield (
            Content.assemble(
                planner_texts.OVERVIEW_EXPORT, Content.styled(f"  {planner_texts.OVERVIEW_EXPORT_HELP}", self._quiet)
            ),
            "export",
        )

    def _review(self) -> None:
        """Count what Granska would say, once the rest is on the screen."""
        from nvplan.services.review.findings import finding_counts, review

        revision = self.session.state.revision
        if self.framed and self._findings[0] != revision:
            self._findings = revision, dict(finding_counts(review(self.session, self.planner.today())))
            self.show_plan()

    @property
    def _quiet(self) -> str:
        return "$quiet"

    @property
    def _room(self) -> int:
        """How many characters a row of the list can hold."""
        return max(40, self.size.width - 8)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the new width."""
        super().on_resize(event)
        if self.is_mounted:
            self.show_plan()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the marked place."""
        target = self._targets[event.option_index]
        if isinstance(target, Stop):
            self.planner.go(target)
        elif isinstance(target, Place):
            self.show_over(target)
        elif isinstance(target, StateRow):
            self._open_efforts(target)
        elif target == "export":
            self.planner.go(Room.EXPORT)
        elif target == "standing":
            self.action_standing()
        elif target == "confirm":
            self._confirm()
        elif target == "news":
            self.planner.show_news()
        elif target in PLANS:
            stop = first_stop(self.session.form(target), self.session.state)
            if stop is not None:
                self.planner.go(stop)

    def _confirm(self) -> None:
        """Go to the first object from last year's plan that nobody has confirmed; the next ones follow it."""
        first = first_unconfirmed(self.session.state)
        if first is not None:
            self.show_over(where_to_confirm(self.session.state, *first))

    def action_standing(self) -> None:
        """Show how far the plan is decided."""
        self.planner.go(Room.STANDING)

    def action_present(self) -> None:
        """Show the first question to answer large."""
        target = self._targets[self.query_one("#overview", OptionList).highlighted or 0]
        plan = target if target in PLANS else PLANS[0]
        stop = target if isinstance(target, Stop) else first_stop(self.session.form(plan), self.session.state)
        if stop is not None:
            self.planner.go(Presentation(stop))

    def action_next_year(self) -> None:
        """Show the form for next year's plan."""
        self.planner.go(Room.NEXT_YEAR)

    def action_tour(self) -> None:
        """Begin the tour in the example county."""
        self.planner.start_tour()

    def action_change_theme(self) -> None:
        """Change colours, those of the rows too."""
        super().action_change_theme()
        self.show_plan()

    def action_open_marked(self) -> None:
        """Go to the marked place."""
        self.query_one("#overview", OptionList).action_select()
