"""A question per actor as a table over all its actors: filled along a row, down a column, or from a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.coordinate import Coordinate
from textual.widget import Widget
from textual.widgets import DataTable, Static

from nvplan.model.errors import NvplanError
from nvplan.model.kinds import kind_of
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import Value, show_value
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.matrix import (
    Block,
    CellAnswer,
    cell_text,
    confirmations,
    fill_down,
    matrix_of,
    read_block,
    shown_text,
)
from nvplan.services.reading.tabular import write_rows
from nvplan.services.writing.commands import SetAnswers
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal, literal_cell
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.boxes.faults import FaultsBox
from nvplan.tui.screens.questions.cell import CellBox
from nvplan.tui.screens.questions.matrix_cells import cell_words
from nvplan.tui.screens.questions.matrix_keys import BACK, CLEAR, CONFIRM, EDIT, FILL, MARK, NEXT_COLUMN
from nvplan.tui.screens.questions.matrix_table import ACTOR, MatrixTable
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import ActorTable
from nvplan.tui.widgets.fields import LOOKS
from nvplan.tui.widgets.fields.typed_names import RestOfWord
from nvplan.tui.widgets.frame import KeyBar, TopLine


class MatrixScreen(PlaceScreen):
    """The actors down, the chapter's questions per actor across."""

    OFFERS: ClassVar[tuple[Command, ...]] = (EDIT, FILL, MARK, BACK, NEXT_COLUMN, CLEAR, CONFIRM)

    def __init__(self, session: PlanSession, stop: Stop) -> None:
        super().__init__()
        self.session, self._stop = session, stop
        self.matrix = matrix_of(session.form(stop.question.plan), stop.question, session.state)
        self._marked: set[int] = set()
        self._shown: list[list[str]] = []
        self._rest = RestOfWord()

    def compose_place(self) -> Iterable[Widget]:
        """Compose the question above the table, and how its cells are answered below."""
        yield Static("", id="matrix-label", markup=False)
        yield MatrixTable(self.matrix)
        yield Static("", id="matrix-legend", markup=False)

    def on_mount(self) -> None:
        """Fill the table, and stand on the cell that the person came from."""
        table = self._table
        self._fill()
        row = next((at for at, actor in enumerate(self.matrix.actors) if actor.id == self._stop.actor), 0)
        table.focus()
        self.call_after_refresh(table.move_cursor, row=row, column=self.matrix.columns.index(self._stop.question) + 1)
        self._tell()

    def _fill(self) -> None:
        """Show every actor's answers."""
        self._shown = [self._row(place) for place in range(len(self.matrix.actors))]
        self._table.show_rows(self._shown)

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return ActorTable(self._stop)

    # -- what the table shows --------------------------------------------------------------------------------------
    @property
    def _table(self) -> MatrixTable:
        return self.query_one(MatrixTable)

    @property
    def _cell(self) -> tuple[int, int]:
        """Row and column of the cell at hand, the column of the actors not counted."""
        return self._table.cursor_row, max(0, self._table.cursor_column - 1)

    @property
    def _question(self) -> Question:
        return self.matrix.columns[self._cell[1]]

    def on_resize(self, event: events.Resize) -> None:
        """Give the table the room of whole columns, and tell which questions stand beside them."""
        super().on_resize(event)
        if self.framed:
            if self._table.fit(self.size.width):
                self._fill()
            self.call_after_refresh(self._tell)

    def _row(self, place: int) -> list[str]:
        name = (planner_places_texts.MATRIX_MARK if place in self._marked else "") + self.matrix.actors[place].name
        return [one_line(name, ACTOR), *(cell_words(self.matrix, place, column, self.session.state, self._table.column)
                                         for column in range(len(self.matrix.columns)))]

    def plan_changed(self) -> None:
        """Show the cells that have changed."""
        self.show_frame()
        for place, before in enumerate(self._shown):
            now = self._row(place)
            for column, (old, new) in enumerate(zip(before, now, strict=True)):
                if old != new:
                    self._table.update_cell_at(Coordinate(place, column), literal_cell(new))
            self._shown[place] = now
        self._tell()

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Tell about the question of the column; the column of the actors is no cell to stand in."""
        if event.coordinate.column == 0 and self.matrix.columns:
            self._table.move_cursor(column=1)
        else:
            self._tell()

    def _tell(self) -> None:
        """Show the question of the column, how it is answered, and how many have."""
        if not self.framed:
            return
        self.query_one(KeyBar).refresh()
        question, column, state = self._question, self._cell[1], self.session.state
        chapter = self.matrix.form.chapter(question.chapter)
        self.query_one("#matrix-label", Static).update(literal(question.label))
        options = " · ".join(f"{number}\u00a0{option.label}" for number, option in enumerate(question.options, 1))
        unit = planner_places_texts.MATRIX_UNIT.format(unit=question.unit) if question.unit else ""
        lines = [
            LOOKS[question].in_matrix.format(options=options, unit=unit),
            planner_places_texts.MATRIX_PASTE_HINT,
        ]
        lines += [planner_places_texts.matrix_beside(*beside)] if any(beside := self._table.beside) else []
        rows = range(len(self.matrix.actors))
        if any(self.matrix.answer(row, column, state).carried for row in rows):
            lines.append(planner_places_texts.MATRIX_CARRIED_LEGEND)
        self.query_one("#matrix-legend", Static).update(literal("\n".join(lines)))
        asked = [row for row in rows if self.matrix.is_asked(row, column, state)]
        answered = sum(self.matrix.answer(row, column, state).value is not None for row in asked)
        crumb = self.query_one("#crumb", TopLine)
        crumb.left = planner_places_texts.MATRIX_CRUMB.format(
            actor=self.matrix.actors[self._cell[0]].name, title=chapter.title)
        crumb.right = planner_places_texts.MATRIX_STANDING.format(
            number=column + 1, count=len(self.matrix.columns), answered=answered, asked=len(asked))

    # -- one cell --------------------------------------------------------------------------------------------------
    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Open the cell."""
        if event.coordinate.column == 0:
            self.action_mark_row()
        else:
            self.action_edit_cell()

    def on_key(self, event: events.Key) -> None:
        """Fill the cell with what is typed; j and n answer yes and no, and a figure chooses among the options."""
        typed = event.character or ""
        if not (event.is_printable and typed.strip()):
            return
        event.stop()
        if self._rest.takes(typed):
            return
        question = self._question
        value = kind_of(question).by_key(question, typed)
        if value is not None:
            self._rest.after(show_value(question, value) if typed.isalpha() else "")
            self._give(value)
        else:
            self._open(typed)

    def _give(self, value: Value | None) -> None:
        """Save a value in the cell and go on downward."""
        if self._may_answer():
            row, column = self._cell
            self._save([CellAnswer(self._question.id, value, self.matrix.actors[row].id,
                                  seen=self.matrix.answer(row, column, self.session.state).value)])
            self._table.move_cursor(row=row + 1)

    def _may_answer(self) -> bool:
        if self.matrix.is_asked(*self._cell, self.session.state):
            return True
        self.planner.say(planner_places_texts.MATRIX_CELL_NOT_ASKED.format(actor=self.matrix.actors[self._cell[0]].name))
        return False

    def action_edit_cell(self) -> None:
        """Open the cell with the field of its question."""
        self._open("")

    def _open(self, typed: str) -> None:
        if self._may_answer():
            stop = Stop(self._question, self.matrix.actors[self._cell[0]].id)
            self.app.push_screen(CellBox(self.session, stop, typed), self._moved)

    def _moved(self, where: str | None) -> None:
        self.plan_changed()
        row, column = self._cell
        value = self.matrix.answer(row, column, self.session.state).value
        if where == "down" and isinstance(value, bool):
            self._rest.after(show_value(self._question, value))  # «ja» typed in the cell answered at its first letter
        down, right = {"down": (1, 0), "right": (0, 1), "left": (0, -1)}.get(where or "", (0, 0))
        self._table.move_cursor(row=row + down, column=max(1, column + 1 + right))

    def action_clear_cell(self) -> None:
        """Take the answer away; undo brings it back."""
        row, column = self._cell
        before = self.matrix.answer(row, column, self.session.state).value
        if before is not None:
            self._save([CellAnswer(self._question.id, None, self.matrix.actors[row].id, seen=before)])

    def why_not_next_question(self) -> str:
        """Say that the table has no question after the one at hand."""
        last = self._cell[1] + 1 >= len(self.matrix.columns)
        return planner_places_texts.MATRIX_LAST_QUESTION if last else ""

    def action_next_question(self) -> None:
        """Go on to the next question, in the row at hand."""
        row, column = self._cell
        self._table.move_cursor(row=row, column=column + 2)

    # -- many cells ------------------------------------------------------------------------------------------------
    def action_mark_row(self) -> None:
        """Mark the row, or take the mark away, and go on downward."""
        self._marked ^= {self._cell[0]}
        self.plan_changed()
        self._table.move_cursor(row=self._cell[0] + 1)

    def action_fill_down(self) -> None:
        """Copy the cell's answer to the marked rows, or to every empty one, once the person has said yes."""
        cell, marked = self._cell, sorted(self._marked)
        value = self.matrix.answer(*cell, self.session.state).value
        block = fill_down(self.matrix, self.session.state, cell, marked)
        if not block.answers:
            self.planner.say(planner_places_texts.FILL_NOTHING)
            return
        shown = one_line(shown_text(self._question, value), 40)
        asks = planner_places_texts.fill_question(shown, len(block.answers), block.replaced)
        names = {actor.id: actor.name for actor in self.matrix.actors}
        rows = planner_places_texts.fill_rows([names[one.actor] for one in block.answers])
        self._ask(asks, planner_places_texts.FILL_YES, block, rows)

    def on_paste(self, event: events.Paste) -> None:
        """Take cells from a spreadsheet; those that cannot be read are explained in one list."""
        event.stop()
        block = read_block(self.matrix, self.session.state, event.text, *self._cell)
        if block.replaced:
            asks = planner_places_texts.paste_question(len(block.answers), block.replaced)
            self._ask(asks, planner_places_texts.PASTE_YES, block)
        elif block.answers:
            self._take(block)
        elif block.explained:
            self.app.push_screen(FaultsBox([*block.explained, *block.notes, planner_places_texts.FAULTS_NONE_SAVED]))
        else:
            self.planner.say(planner_places_texts.PASTE_NOTHING)

    def _ask(self, question: str, yes: str, block: Block, *lines: str) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self._take(block)

        self.app.push_screen(AskBox(question, yes, lines=lines), answered)

    def _take(self, block: Block) -> None:
        self._marked.clear()
        saved = self._save(block.answers, tell=True, notes=block.notes)
        if block.explained:
            last = planner_places_texts.FAULTS_SAVED if saved else planner_places_texts.FAULTS_NONE_SAVED
            self.app.push_screen(FaultsBox([*block.explained, last]))

    def _to_confirm(self) -> list[CellAnswer]:
        row, column = self._cell
        return list(confirmations(self.matrix, self.session.state, column, sorted(self._marked) or [row]))

    def why_not_confirm(self) -> str:
        """Say that nothing at hand is from last year's plan."""
        return "" if self._to_confirm() else planner_places_texts.CONFIRM_NOTHING

    def why_not_fill_down(self) -> str:
        """Say that there is nothing to copy to other rows."""
        empty = self.matrix.answer(*self._cell, self.session.state).value is None
        return planner_places_texts.FILL_EMPTY_CELL if empty and not self._marked else ""

    def action_confirm(self) -> None:
        """Confirm last year's answers in the marked rows, or in the cell at hand."""
        found = self._to_confirm()
        self._save(found, tell=True)

    def _save(self, answers: Sequence[CellAnswer], *, tell: bool = False, notes: Sequence[str] = ()) -> bool:
        try:
            sentence = self.session.do(SetAnswers.of_cells(answers))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            self.plan_changed()
            return False
        if tell:
            self.planner.say(" ".join([sentence, *notes]))
        self.plan_changed()
        return True

    def copied(self) -> str:
        """Return the marked rows with tabs between the cells, or else the cell at hand."""
        state = self.session.state
        if not self._marked:
            return write_rows([[cell_text(self._question, self.matrix.answer(*self._cell, state).value)]])
        return write_rows([[self.matrix.actors[row].name, *(
            cell_text(question, self.matrix.answer(row, column, state).value)
            for column, question in enumerate(self.matrix.columns))] for row in sorted(self._marked)])

    def action_back(self) -> None:
        """Go to the question of the cell at hand, or to the one that the person came from."""
        here = Stop(self._question, self.matrix.actors[self._cell[0]].id)
        self.planner.go(here if self.matrix.is_asked(*self._cell, self.session.state) else self._stop)
