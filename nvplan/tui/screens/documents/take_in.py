"""Takes in a file from inside: what it would change is shown first, and nothing is written before that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import DataTable, Input, Static

from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path, is_there
from nvplan.model.safetext import one_line
from nvplan.services.writing.session import PlanSession
from nvplan.services.writing.settling import Key, Settled
from nvplan.texts import planner as planner_texts
from nvplan.texts import taking_in as taking_in_texts
from nvplan.texts.store import MERGE_KINDS, copies_beside
from nvplan.tui.commands import Command
from nvplan.tui.copies import look_for_copies
from nvplan.tui.leads import where_found
from nvplan.tui.literal import REFUSED, literal, literal_cell, with_their_numbers
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.marked_table import MarkedTable

if TYPE_CHECKING:
    from nvplan.services.exchange.batch import Batch
    from nvplan.services.exchange.import_told import ToldField
    from nvplan.services.exchange.importing import Imported
    from nvplan.store.repository import Copy

LOOK = Command("look", "enter", taking_in_texts.KEY_LOOK, taking_in_texts.HELP_LOOK)
TAKE_IN = Command(
    "take_in_file",
    "f8",
    taking_in_texts.KEY_TAKE_IN,
    taking_in_texts.HELP_TAKE_IN,
    priority=True,
    english="import merge",
)
NEW_ROW = Command("take_row_as_new", "n", taking_in_texts.KEY_NEW_ROW, taking_in_texts.HELP_NEW_ROW, shown=False,
                  english="new row")
BY_TITLE = Command("go_by_title", "t", taking_in_texts.KEY_BY_TITLE, taking_in_texts.HELP_BY_TITLE, shown=False,
                   english="title key")
SETTLE = Command("settle", "k", taking_in_texts.KEY_SETTLE, taking_in_texts.HELP_SETTLE, shown=False, english="clash")
#: What a person can say something about: what both have written, and what was settled before.
_SETTLED = (MERGE_KINDS["contradicts"], MERGE_KINDS["kept"])
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)


class TakeInScreen(PlaceScreen):
    """Asks which file, shows what it would change, and takes it in."""

    SHOWS: ClassVar[tuple[str, ...]] = ("importera",)
    OFFERS: ClassVar[tuple[Command, ...]] = (LOOK, TAKE_IN, NEW_ROW, BY_TITLE, SETTLE, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._seen = ""
        """The file whose changes are shown."""
        self._last = ""
        """The file that the choices about rows hold for."""
        self._rows: Sequence[ToldField] = ()
        self._new_rows: frozenset[int] = frozenset()
        """Rows of the shown file that the person takes in as new."""
        self._by_title = False
        self._settled: dict[Key, Settled] = {}
        """What the person says about clashes in the shown file."""

    def about(self) -> Content:
        """Say what the place is for."""
        return literal(taking_in_texts.ABOUT)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question of which file, and the list of what it would change."""
        with Vertical(id="take-in"):
            yield Static(literal(taking_in_texts.SOURCE), classes="label")
            yield PastingInput("", placeholder=taking_in_texts.SOURCE_HINT, id="source", select_on_focus=False)
            yield Static(literal(taking_in_texts.EMPTY), id="told", classes="note", markup=False)
            yield MarkedTable(cursor_type="row", id="fields")
            yield Static("", id="field", classes="note", markup=False)

    def on_mount(self) -> None:
        """Offer a copy that lies beside the plan."""
        self.query_one("#crumb", TopLine).left = taking_in_texts.TITLE
        source = self.query_one("#source", Input)
        self._fill([])
        source.focus()
        look_for_copies(self.app, self.session.address, self._offer)

    def _offer(self, copies: Sequence[Copy]) -> None:
        """Propose the first copy, unless the person has begun: whoever types another file's name writes over it."""
        source = self.query_one("#source", Input) if self.framed else None
        if copies and source is not None and not source.value and self._last == "":
            source.value = copies[0].address
            source.select_all()
            self._tell([copies_beside([copy.name for copy in copies])])

    @property
    def table(self) -> DataTable[Text]:
        """The list of what the file would change."""
        return self.query_one("#fields", DataTable)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what the file would change."""
        self.action_look()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Go to the field in the plan."""
        where = where_found(self._rows[event.cursor_row].leads_to, self.session.state)
        if where is not None:
            self.show_over(where)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Show the marked row's texts whole, below the list."""
        if event.cursor_row < len(self._rows):
            _, place, ours, theirs, *_ = self._rows[event.cursor_row]
            self.query_one("#field", Static).update(
                literal(
                    "\n".join(
                        f"{label}: {text}"
                        for label, text in zip(taking_in_texts.COLUMNS[1:], (place, ours, theirs), strict=True)
                    )
                )
            )

    def on_resize(self, event: events.Resize) -> None:
        """Give the columns the room there is."""
        if self.framed:
            self._fill(self._rows)

    def action_look(self) -> None:
        """Show what the file would change; nothing is written."""
        self._take(preview=True)

    def action_take_in_file(self) -> None:
        """Write what does not collide, once the person has seen what that is."""
        self._take(preview=self.query_one("#source", Input).value.strip() != self._seen)

    def action_take_row_as_new(self) -> None:
        """Take the marked row in as new, or no longer; what that does is shown."""
        row = self._rows[self.table.cursor_row].row if self._rows else 0
        if row or self._new_rows:
            self._new_rows = self._new_rows ^ {row} if row else frozenset()
            self._take(preview=True)

    def action_go_by_title(self) -> None:
        """Take rows without keys for what has the same id or title, or no longer; what that does is shown."""
        if self._seen:
            self._by_title = not self._by_title
            self._take(preview=True)

    def action_settle(self) -> None:
        """Say whose words stand where both have written; what that does is shown."""
        row = self._rows[self.table.cursor_row] if self._rows and self._seen else None
        clash = row.clash if row is not None else None
        if row is None or clash is None or (row.kind not in _SETTLED and clash not in self._settled):
            return
        choices = [Choice(label, detail, "", code) for code, (label, detail) in taking_in_texts.SETTLED.items()]

        def chosen(how: object) -> None:
            if how in taking_in_texts.SETTLED:
                self._settled = {**self._settled, clash: cast(Settled, how)}
                self._take(preview=True)

        self.app.push_screen(OneBox(taking_in_texts.SETTLE_TITLE, choices, self._settled.get(clash, "later")), chosen)

    def _take(self, *, preview: bool) -> None:
        from nvplan.files.ports import READER
        from nvplan.services.exchange.batch import import_all
        from nvplan.services.exchange.importing import import_file
        from nvplan.services.writing.returned.form import Choices
        from nvplan.services.writing.settling import Settling

        typed = self.query_one("#source", Input).value.strip()
        if typed != self._last:
            self._last, self._new_rows, self._by_title, self._settled = typed, frozenset(), False, {}
        self._seen = ""
        if not typed:
            self._show_fault(taking_in_texts.NO_FILE)
            return
        try:
            path = given_path(typed.strip("\"'"))
            choices = Choices(self._new_rows, by_title=self._by_title, settling=Settling(self._settled))
            if is_there(path) and path.is_dir():
                batch = import_all(self.session, [path], reader=READER, preview=preview, choices=choices)
                self._seen = typed if preview else ""
                self._show_several(batch, preview=preview)
                self.show_frame()
                return
            if not is_there(path) or not path.is_file():
                self._show_fault(taking_in_texts.NOT_FOUND.format(path=typed))
                return
            found = import_file(self.session, path, preview=preview, choices=choices, reader=READER)
        except NvplanError as error:
            self._show_fault(str(error))
            return
        self._seen = typed if preview else ""
        self._show(found, preview=preview)
        self.show_frame()

    def _show(self, found: Imported, *, preview: bool) -> None:
        from nvplan.services.exchange.import_told import fields_told, planner_choices_told, sentences_told

        fields = fields_told(found, preview=preview)
        self._fill(fields)
        (self.table if fields else self.query_one("#source", Input)).focus()
        self._tell([
            *sentences_told(found, preview=preview),
            *(planner_choices_told(found) if preview else []),
            *([taking_in_texts.LOOK_FIRST] if preview and fields else []),
        ])

    def _show_several(self, batch: Batch, *, preview: bool) -> None:
        from nvplan.services.exchange.batch_told import places_told, sentences_told

        state = self.session.state
        fields = places_told(batch, state, preview=preview)
        self._fill(fields)
        (self.table if fields else self.query_one("#source", Input)).focus()
        may_settle = preview and any(row.kind in _SETTLED for row in fields)
        self._tell([*sentences_told(batch, state, preview=preview, by_command=False),
                    *([taking_in_texts.CHOICE_CLASH] if may_settle else []),
                    *([taking_in_texts.LOOK_FIRST] if preview and fields else [])])

    def _fill(self, rows: Sequence[ToldField]) -> None:
        table, self._rows = self.table, rows
        table.display = self.query_one("#field").display = bool(rows)
        table.clear(columns=True)
        kind = max((cell_len(row.kind) for row in rows), default=0)
        room = max(10, (self.size.width - kind - 13) // 3)
        widths = (kind, room, room, room)
        for heading, width in zip(taking_in_texts.COLUMNS, widths, strict=True):
            table.add_column(literal_cell(heading), width=width)
        for row in rows:
            table.add_row(*(literal_cell(one_line(cell, width)) for cell, width in zip(row[:4], widths, strict=True)))

    def _show_fault(self, sentence: str) -> None:
        self._fill([])
        self._tell([f"{REFUSED} {sentence}"])
        self.query_one("#told", Static).add_class("note-bad")

    def _tell(self, sentences: list[str]) -> None:
        told = self.query_one("#told", Static)
        told.update(literal(with_their_numbers("\n".join(sentences))))
        told.remove_class("note-bad")

    def action_back(self) -> None:
        """Go to the overview."""
        self.planner.go(Room.OVERVIEW)
