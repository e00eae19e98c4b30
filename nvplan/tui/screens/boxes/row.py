"""The form for one row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column, Field
from nvplan.model.kinds.own_words import beside, code_of
from nvplan.model.values import Cell, Row, check_value
from nvplan.services.reading.object_references import reference_options
from nvplan.texts import planner as planner_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal, refused
from nvplan.tui.screens.boxes.box import AskBox, Box, Choice
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.unsaved import Loose
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.fields.own_line import OwnWordsLine
from nvplan.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


class RowScreen(Box[Row]):
    """Edits one row. Every cell is kept when the box closes, so Esc saves too and nothing typed is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *key_bindings("f8,ctrl+s", "save", planner_texts.ROW_SAVE, priority=True),
        *key_bindings("f4", "pick", planner_texts.ROW_PICK, priority=True),
    ]

    def __init__(self, asked: Field, number: int, row: Row) -> None:
        super().__init__()
        self._asked, self._number, self._row = asked, number, row
        self._chosen: dict[str, Cell | None] = {}

    def compose(self) -> ComposeResult:
        """Compose one input per column."""
        title = planner_texts.ROW_TITLE.format(number=self._number) if self._row else planner_texts.ROW_NEW
        with BoxFrame(title, "form"):
            with VerticalScroll(id="cells"):
                for column in self._asked.inner:
                    yield from self._column(column)
            yield Button(f"{planner_texts.ROW_SAVE} (F8)", id="save", variant="primary")

    def _column(self, column: Column) -> ComposeResult:
        label = column.label + (f" ({column.unit})" if column.unit else "")
        offered = Content.styled(f"  {planner_texts.ROW_PICKS[column.picks]}", "$quiet") if column.picks else ""
        yield Static(Content.assemble(literal(label), offered), classes="label")
        value = self._row.get(column.id)
        if kind_of(column).is_one_choice:
            self._chosen[column.id] = value
            yield _CellChoice(column, value)
            for option in column.options:
                if option.own:
                    yield OwnWordsLine(option.id, option.label)
        elif isinstance(value, str) and "\n" in value:
            yield TextArea(value, id=f"cell-{column.id}", tab_behavior="focus", classes="cell")
        else:
            yield PastingInput(kind_of(column).typed(column, value), id=f"cell-{column.id}", select_on_focus=False)
        yield Static("", id=f"note-{column.id}", classes="note note-bad cell-note", markup=False)

    def on_mount(self) -> None:
        """Start in the first empty cell: where the table gives the heading, behind it."""
        empty = next((column for column in self._asked.inner if column.id not in self._row),
                     self._asked.inner[0])
        self.query_one(f"#cell-{empty.id}").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save the row."""
        self.action_save()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next cell, or save from the last one."""
        if event.input.id == f"cell-{self._asked.inner[-1].id}":
            self._save()
        else:
            self.focus_next()

    def action_pick(self) -> None:
        """Offer the names of the register that the cell at hand takes its words from."""
        column = next((one for one in self._asked.inner
                       if one.picks and self.query_one(f"#cell-{one.id}").has_focus), None)
        session = cast("NvplanApp", self.app).session
        if column is None or column.picks is None or session is None:
            return
        names = [option.label for option in reference_options(session.state, column.picks)]
        if not names:
            self.notify(planner_texts.ROW_PICK_EMPTY[column.picks], markup=False)
            return
        cell = self.query_one(f"#cell-{column.id}")

        def taken(name: object) -> None:
            if isinstance(name, str) and isinstance(cell, Input):
                cell.value = name
            elif isinstance(name, str) and isinstance(cell, TextArea):
                cell.text = name

        self.app.push_screen(OneBox(column.label, [Choice(name, "", "", name) for name in names], self._given(column)),
                             taken)

    def action_close(self) -> None:
        """Keep what was typed; where a cell cannot be read, ask before the row is let go."""
        if not self._save():
            self.app.push_screen(AskBox(planner_texts.ROW_DISCARD, planner_texts.ROW_DISCARD_YES), self._discard)

    def keep_typing(self) -> None:
        """Hand over the row; one with a cell that cannot be read is kept as a text."""
        if not self._save():
            cells = [f"{column.label}: {given}" for column in self._asked.inner if (given := self._given(column))]
            cast("NvplanApp", self.app).keep(Loose(
                unsaved_texts.ROW_IN.format(question=self._asked.label), "\n".join(cells)))

    def _discard(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    def action_save(self) -> None:
        """Give the row back where every cell can be read, or say beside the cell what is wrong."""
        self._save()

    def _save(self) -> bool:
        row: Row = {}
        faults = False
        for column in self._asked.inner:
            note = self.query_one(f"#note-{column.id}", Static)
            try:
                cell = check_value(column, self._given(column))
            except InputError as error:
                note.update(refused(str(error)))
                note.display = faults = True
            else:
                note.display = False
                if isinstance(cell, Cell):
                    row[column.id] = cell
        if not faults:
            self.dismiss(None if row == self._row else row)
        return not faults

    def _given(self, column: Column) -> object:
        if kind_of(column).is_one_choice:
            return self.query_one(f"#cell-{column.id}", _CellChoice).given
        widget = self.query_one(f"#cell-{column.id}")
        return widget.text if isinstance(widget, TextArea) else self.query_one(f"#cell-{column.id}", Input).value


class _CellChoice(RowList):
    """A short list in a row's form; Enter or space chooses."""

    def __init__(self, column: Column, value: Cell | None) -> None:
        self.chosen: Cell | None = value
        self._column = column
        super().__init__(id=f"cell-{column.id}", classes="cell-choice")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()
        self.call_after_refresh(self._show_lines)

    @property
    def _own_lines(self) -> list[OwnWordsLine]:
        """The lines for words beside the options of this column, which stand right below it."""
        codes, cells = {option.id for option in self._column.options if option.own}, self.parent
        place = cells.children.index(self) + 1 if cells is not None else 0
        below = cells.children[place:place + len(codes)] if cells is not None else ()
        return [one for one in below if isinstance(one, OwnWordsLine)]

    def _show_lines(self) -> None:
        for one in self._own_lines:
            one.show([self.chosen] if isinstance(self.chosen, str) else [])

    @property
    def given(self) -> Cell | None:
        """What is chosen, with the words beside it."""
        code = code_of(self.chosen) if isinstance(self.chosen, str) else ""
        words = next((one.line.value for one in self._own_lines if one.code == code), "")
        return beside(code, words) if code else self.chosen

    def _pairs(self) -> list[tuple[Cell | None, str]]:
        choices = kind_of(self._column).choices(self._column)
        return [(None, planner_texts.CHOOSE_NONE), *((choice.value, choice.label) for choice in choices)]

    def _fill(self) -> None:
        chosen = code_of(self.chosen) if isinstance(self.chosen, str) else self.chosen
        standing = next((at for at, (value, _) in enumerate(self._pairs()) if value == chosen), 0)
        self.set_options([Option(Content(f"{'●' if value == chosen else '○'} {label}"))
                          for value, label in self._pairs()])
        self.highlighted = standing

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose."""
        event.stop()
        self.chosen = self._pairs()[event.option_index][0]
        self._fill()
        for one in self._own_lines:
            one.display = one.code == self.chosen
            if one.display:
                one.line.focus(scroll_visible=True)

    def key_space(self) -> None:
        """Choose."""
        self.action_select()
