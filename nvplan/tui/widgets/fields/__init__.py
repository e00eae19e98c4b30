"""One field for each kind of question."""

from __future__ import annotations

from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.tui.widgets.fields.base import AnswerField
from nvplan.tui.widgets.fields.choice import ChoiceField, SeveralField
from nvplan.tui.widgets.fields.line import LineField
from nvplan.tui.widgets.fields.long import LongField
from nvplan.tui.widgets.fields.table import TableField

_FIELDS: dict[str, type[AnswerField]] = {
    "text": LineField, "tal": LineField, "datum": LineField, "langtext": LongField,
    "val": ChoiceField, "ja_nej": ChoiceField, "flerval": SeveralField, "tabell": TableField,
}


def field_for(question: Question, value: Value | None) -> AnswerField:
    """Return the field for a question's kind."""
    return _FIELDS[question.kind](question, value)


__all__ = ["AnswerField", "TableField", "field_for"]
