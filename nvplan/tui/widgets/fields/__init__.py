"""One field for each kind of question, and how each kind behaves in the planner."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from nvplan.model.kinds.field import Field, QuestionKind
from nvplan.model.kinds.rendering import ByKind
from nvplan.model.values import Value
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.widgets.fields.base import AnswerField


@dataclass(frozen=True)
class Look:
    """A kind in the planner: where its field is, and what the keys do in it."""

    module: str
    name: str
    in_matrix: str
    """What is told of the keys in the table over the actors."""
    keeps_enter: bool = False
    """Whether the field needs Enter for itself."""
    has_rows: bool = False
    """Whether rows are added, opened and removed in it."""
    has_entries: bool = False
    """Whether entries of a register are added and opened in it."""
    has_editor: bool = False
    """Whether the person's own editor can be opened on it."""
    read_as: str = ""
    """How it is told what was read, where that may be something else than was meant."""

    def field(self, asked: Field, value: Value | None) -> AnswerField:
        """Return the field; its module is imported now, for the text editor alone takes longer than a plan to load."""
        field: AnswerField = getattr(import_module(f"nvplan.tui.widgets.fields.{self.module}"), self.name)(asked, value)
        return field


LOOKS: ByKind[Look] = ByKind(QuestionKind, {
    "text": Look("line", "LineField", planner_places_texts.MATRIX_HINT_TEXT),
    "tal": Look("line", "LineField", planner_places_texts.MATRIX_HINT_NUMBER, read_as=planner_texts.NUMBER_READ),
    "datum": Look("line", "LineField", planner_places_texts.MATRIX_HINT_DATE, read_as=planner_texts.DATE_READ),
    "langtext": Look("long", "LongField", planner_places_texts.MATRIX_HINT_LONG, keeps_enter=True, has_editor=True),
    "val": Look("choice", "ChoiceField", planner_places_texts.MATRIX_HINT_CHOICE,
                read_as=planner_texts.CHOICE_READ),
    "ja_nej": Look("choice", "ChoiceField", planner_places_texts.MATRIX_HINT_YES_NO,
                   read_as=planner_texts.CHOICE_READ),
    "flerval": Look("several", "SeveralField", planner_places_texts.MATRIX_HINT_SEVERAL, keeps_enter=True),
    "tabell": Look("table", "TableField", planner_places_texts.MATRIX_HINT_TABLE, keeps_enter=True, has_rows=True),
    "register": Look("register", "RegisterField", planner_places_texts.MATRIX_HINT_TABLE, keeps_enter=True,
                     has_entries=True),
})

#: How a table behaves whose rows are given.
_FIXED_ROWS = Look("fixed_rows", "FixedRowsField", planner_places_texts.MATRIX_HINT_TABLE, keeps_enter=True,
                   has_rows=True)


def field_for(asked: Field, value: Value | None) -> AnswerField:
    """Return the field for what is asked; a table whose rows are given is answered in its grid."""
    return (_FIXED_ROWS if asked.headings else LOOKS[asked]).field(asked, value)


__all__ = ["LOOKS", "AnswerField", "field_for"]
