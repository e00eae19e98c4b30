"""The insatser as a board: state against spread with counts, or cards in a column for each state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import DataTable, OptionList, Static
from textual.widgets.option_list import Option

from nvplan.model.errors import NvplanError
from nvplan.model.objects import EFFORT_STATES, Effort
from nvplan.model.plan import PlanState
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_rows import fits
from nvplan.services.reading.places import BOARD, Place
from nvplan.services.reading.status import effort_matrix
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.screens.objects.object_pasting import paste_posts
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_commands import KeySpan
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import ListPart, ObjectForm
from nvplan.tui.widgets.card_board import CardBoard
from nvplan.tui.widgets.effort_cells import effort_line, effort_words
from nvplan.tui.widgets.effort_matrix import EffortMatrix
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.growing_list import GrowingList
from nvplan.tui.widgets.side_panel import WIDE

OPEN = Command("open_marked", "enter", planner_objects_texts.KEY_OPEN, planner_objects_texts.HELP_OPEN)
CARDS = Command(
    "cards",
    "f3",
    planner_objects_texts.KEY_CARDS,
    planner_objects_texts.HELP_CARDS,
    priority=True,
    english="board cards kanban",
)
TABLE = Command(
    "cards",
    "f3",
    planner_objects_texts.KEY_TABLE,
    planner_objects_texts.HELP_CARDS,
    priority=True,
    english="matrix table",
)
LIST = Command(
    "list", "f4", planner_objects_texts.KEY_LIST, planner_objects_texts.HELP_LIST, priority=True, english="list"
)
NEW = Command("new", "plus,insert", planner_objects_texts.KEY_NEW, planner_objects_texts.HELP_NEW, english="new add")
STATE = KeySpan(
    "choose_state",
    "f6",
    planner_objects_texts.KEY_STATE,
    planner_objects_texts.HELP_STATE,
    priority=True,
    shown_as=planner_objects_texts.KEYS_STATE,
)
BACK = Command("back", "escape", planner_objects_texts.KEY_BACK, planner_objects_texts.HELP_BACK)
LEFT = Command("column(-1)", "left", planner_objects_texts.KEY_COLUMN, planner_objects_texts.HELP_COLUMN, shown=False)
RIGHT = Command("column(1)", "right", planner_objects_texts.KEY_COLUMN, planner_objects_texts.HELP_COLUMN, shown=False)
_STATES = tuple(
    Command(
        f"state('{state}')", str(number), planner_objects_texts.KEY_STATE, planner_objects_texts.HELP_STATE, shown=False
    )
    for number, state in enumerate(EFFORT_STATES, 1)
)


class EffortsBoardScreen(PlaceScreen):
    """How many insatser there are of each state and spread, and which they are; or a column of cards for each state."""

    OFFERS: ClassVar[tuple[Command, ...]] = (OPEN, CARDS, LIST, STATE, NEW, BACK, LEFT, RIGHT, *_STATES)

    def __init__(self, session: PlanSession, *, cards: bool = False) -> None:
        super().__init__()
        self.session = session
        self.cards = cards
        self._shown: tuple[PlanState, bool, int] | None = None
        """What stands on the screen: drawing it anew without need costs more than all the rest."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(BOARD)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; the state is set on a card."""
        if self.cards:
            return (OPEN, TABLE, LIST, STATE, NEW, BACK, LEFT, RIGHT, *EVERYWHERE)
        return (OPEN, CARDS, LIST, NEW, BACK, *EVERYWHERE)

    def compose_place(self) -> Iterable[Widget]:
        """Compose both ways to look; one is shown."""
        with Vertical(id="board-place"):
            yield EffortMatrix()
            yield Static("", id="cell-title", markup=False)
            yield GrowingList(id="in-cell")
        yield CardBoard(id="card-board")

    def on_mount(self) -> None:
        """Show the board."""
        self.show_board()
        self._focus()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the table to the new width."""
        super().on_resize(event)
        if self.is_mounted:
            self.show_board()

    def _focus(self) -> None:
        if not self.cards:
            self._matrix.focus()
            return
        filled = [one for one in self._board.columns if one.ids]
        if filled:
            self._board.go_to(filled[0], self.size.width)

    @property
    def _board(self) -> CardBoard:
        return self.query_one(CardBoard)

    # -- showing ---------------------------------------------------------------------------------------------------
    @property
    def efforts(self) -> list[Effort]:
        """Every insats."""
        return [one for one in self.session.state.objects.get("insats", {}).values() if isinstance(one, Effort)]

    def show_board(self) -> None:
        """Show the insatser as they stand."""
        if not self.framed:
            return
        shown = self.session.state, self.cards, self.size.width
        if self._shown is not None and shown[0] is self._shown[0] and shown[1:] == self._shown[1:]:
            return
        self._shown = shown
        self.query_one("#board-place").display = not self.cards
        self._board.display = self.cards
        if self.cards:
            self._board.show(self.efforts, self.size.width)
        else:
            self._show_matrix()
        self.show_frame()

    def show_frame(self) -> None:
        """Show where this is."""
        super().show_frame()
        if self.framed:
            from nvplan.tui.widgets.frame import KeyBar

            crumb = self.query_one("#crumb", TopLine)
            crumb.left = planner_objects_texts.FORM_CRUMB.format(
                place=planner_objects_texts.place_name("insats"), name=planner_objects_texts.BOARD_TITLE
            )
            crumb.right = planner_objects_texts.counted("insats", len(self.efforts))
            self.query_one(KeyBar).commands = self.commands

    def _show_matrix(self) -> None:
        self._matrix.fill(self.session.once("tavla", effort_matrix), wide=self.size.width >= WIDE)
        self._show_cell()

    @property
    def _matrix(self) -> EffortMatrix:
        return self.query_one("#board-matrix", EffortMatrix)

    def _in_cell(self) -> list[Effort]:
        filters = self._matrix.filters
        return self.session.once(("tavla", *filters.items()), lambda _: [
            one for one in self.efforts if not filters or fits(self.session.state, "insats", one, filters)])

    def _show_cell(self) -> None:
        chosen = self._in_cell()
        parts = [effort_words(field, value) for field, value in self._matrix.filters.items()] or [
            planner_objects_texts.BOARD_ALL
        ]
        self.query_one("#cell-title", Static).update(
            literal(f"{' · '.join(parts)}: {planner_objects_texts.counted('insats', len(chosen))}", "bold"))
        listed = self.query_one("#in-cell", GrowingList)
        room = max(30, self.size.width - 8)
        listed.show(chosen, lambda one: Option(effort_line(one, room), id=one.id))
        if not chosen:
            listed.add_option(Option(Content.styled(planner_objects_texts.BOARD_EMPTY, "$quiet"), disabled=True))

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Show which insatser the cell counts."""
        self._show_cell()

    def plan_changed(self) -> None:
        """Show what has changed."""
        self.show_board()

    def on_screen_resume(self) -> None:
        """Show what has changed while another place was on top."""
        super().on_screen_resume()
        self.show_board()
        self.remember_place()

    # -- what can be done ------------------------------------------------------------------------------------------
    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Open the list of what the cell counts."""
        event.stop()
        self.action_open_marked()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the insats."""
        event.stop()
        listed = event.option_list
        self._open(event.option.id or "", listed.ids if isinstance(listed, GrowingList) else [])

    def _open(self, identity: str, among: Sequence[str]) -> None:
        if identity:
            self.show_over(ObjectForm("insats", identity, among=among))

    def action_open_marked(self) -> None:
        """Open the list of what the cell counts, or the marked card."""
        if not self.cards:
            self.show_over(ListPart("insats", self._matrix.filters))
            return
        marked = self._marked()
        if marked:
            self._open(marked, [])

    def _marked(self) -> str:
        focused = self.focused
        if isinstance(focused, OptionList) and focused.highlighted is not None and focused.option_count:
            return focused.get_option_at_index(focused.highlighted).id or ""
        return ""

    def action_column(self, by: int) -> None:
        """Go to the column beside that has cards."""
        filled = [one for one in self._board.columns if one.ids]
        if self.cards and self.focused in filled:
            place = filled.index(self.focused) + by
            if 0 <= place < len(filled):
                self._board.go_to(filled[place], self.size.width)

    def action_state(self, state: str) -> None:
        """Set the state of the marked card; the card moves and stays marked."""
        marked = self._marked()
        if not self.cards or not marked:
            return
        effort = next(one for one in self.efforts if one.id == marked)
        try:
            self.session.do(SetObject("insats", marked, {"state": state}, {"state": effort.state}))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_board()
        self._board.go_to(self._board.column(state), self.size.width, marked)

    def action_choose_state(self) -> None:
        """Choose the state of the marked card in a box."""
        spec = fields_by_name("insats")["state"]
        choices = [Choice(option.label, option.help, "", option.id) for option in spec.options]
        effort = next((one for one in self.efforts if one.id == self._marked()), None)
        if effort is not None and self.cards:
            self.app.push_screen(OneBox(spec.label, choices, effort.state), self._state_chosen)

    def _state_chosen(self, state: object) -> None:
        if isinstance(state, str):
            self.action_state(state)

    def action_cards(self) -> None:
        """Change between the table and the cards."""
        self.cards = not self.cards
        self.show_board()
        self._focus()

    def action_list(self) -> None:
        """Show the insatser as a list."""
        self.show_instead(Place("insats"))

    def action_new(self) -> None:
        """Open an empty form."""
        self.show_over(ObjectForm("insats"))

    def on_paste(self, event: events.Paste) -> None:
        """Make insatser of rows from a spreadsheet, when the person has seen what they become."""
        event.stop()
        paste_posts(self, self.session, "insats", event.text)

    def action_back(self) -> None:
        """Go back to where the person came from."""
        self.leave_place()
